import { once } from "node:events";
import { createServer } from "node:http";

/** Another origin on loopback that answers everybody, and keeps what reached it. */
export interface Recorder {
  /** "http://127.0.0.1:1234": another port is another origin. */
  origin: string;
  host: string;
  reached: { method: string; path: string; authorization: string | null }[];
  close(): Promise<void>;
}

/** Starts a recorder. It allows every cross-origin request, so that nothing but the page itself holds one back. */
export async function startRecorder(): Promise<Recorder> {
  const server = createServer((req, res) => {
    recorder.reached.push({
      method: req.method ?? "",
      path: req.url ?? "",
      authorization: req.headers.authorization ?? null,
    });
    res.writeHead(200, {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Headers": "Authorization, *",
      "Access-Control-Allow-Methods": "*",
      "Content-Type": "application/json",
    });
    res.end(JSON.stringify({ value: [] }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The recorder has no port.");
  const host = `127.0.0.1:${address.port}`;
  const recorder: Recorder = {
    host,
    origin: `http://${host}`,
    reached: [],
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return recorder;
}
