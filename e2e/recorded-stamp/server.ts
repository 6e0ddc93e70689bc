import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { loadRecordings, RECORDINGS, type RecordedAnswer, routeKey } from "./recordings.ts";

const API_VERSION = "2018-09-01";

/** What the recorded stamp calls itself, for a stamps.json. */
export const RECORDED_STAMP = {
  id: "redmond",
  title: "Redmond (recorded)",
  subscriptionId: "05101DAF-F50D-4436-A2AC-495E5C4864C2",
  region: "redmond",
  apiVersion: API_VERSION,
} as const;

export interface RecordedStampOptions {
  /** In place of the recorded 60 s, which nobody wants to wait for; 1 by default. */
  retryAfterSeconds?: number;
  /** Folder of the recordings, for tests of this server. */
  recordings?: string;
}

export interface LoggedRequest {
  method: string;
  /** Path and query as asked. */
  path: string;
  authorization?: string;
}

export interface RecordedStamp {
  server: Server;
  /** Every request in order, unknown ones too. */
  requests: LoggedRequest[];
  /** Listens on 127.0.0.1 (0: any free port) and resolves to the address, without a slash at its end. */
  listen(port: number): Promise<string>;
  close(): Promise<void>;
}

function sendError(res: ServerResponse, status: number, code: string, message: string): void {
  const body = JSON.stringify({ error: { code, message } });
  res.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
  });
  res.end(body);
}

/**
 * A stamp that replays recorded exchanges: bodies and headers as recorded, `Date` of 2020 and Kerberos blobs included.
 * Only `Retry-After` is shorter and the absolute `Location` is on the host that was asked.
 *
 * `operationResults` answers one recorded 202 after the other, one per GET, and then the 200 for ever; another
 * createBackup starts over. Before the first one the operation is over, as the recorded list says.
 */
export function createRecordedStamp({
  retryAfterSeconds = 1,
  recordings = RECORDINGS,
}: RecordedStampOptions = {}): RecordedStamp {
  const answers = loadRecordings(recordings);
  const requests: LoggedRequest[] = [];
  let polls = Infinity;

  const choose = (key: string): RecordedAnswer | undefined => {
    const recorded = answers.get(key);
    if (key.startsWith("post ")) polls = 0;
    // Lists and backups were read several times, always with the same body: the first stands for all.
    if (!key.includes("/operationresults/")) return recorded?.[0];
    return recorded?.[Math.min(polls++, recorded.length - 1)];
  };

  const replay = (
    req: IncomingMessage,
    res: ServerResponse,
    { status, headers, body }: RecordedAnswer,
  ): void => {
    const own = `http://${req.headers.host ?? "127.0.0.1"}`;
    res.sendDate = false;
    res.statusCode = status;
    for (const [name, values] of headers) {
      if (name === "Retry-After") res.setHeader(name, String(retryAfterSeconds));
      else if (name === "Location")
        res.setHeader(
          name,
          values.map((value) => value.replace(/^https:\/\/[^/]+/, own)),
        );
      else res.setHeader(name, values);
    }
    res.setHeader("Content-Length", Buffer.byteLength(body));
    res.end(body);
  };

  const server = createServer((req, res) => {
    const { method = "GET", headers, url = "/" } = req;
    req.resume();
    requests.push({
      method,
      path: url,
      ...(headers.authorization === undefined ? {} : { authorization: headers.authorization }),
    });
    const { pathname, searchParams } = new URL(url, "http://stamp");
    const version = searchParams.get("api-version");
    if (version === null) {
      return sendError(
        res,
        400,
        "MissingApiVersionParameter",
        "The api-version query parameter is required.",
      );
    }
    if (version !== API_VERSION) {
      const message = `No registered resource provider found for API version '${version}'. The supported api-versions are '${API_VERSION}'.`;
      return sendError(res, 400, "NoRegisteredProviderFound", message);
    }
    const key = routeKey(method, pathname);
    if (!answers.has(key)) {
      return sendError(res, 404, "ResourceNotFound", `The resource '${pathname}' was not found.`);
    }
    const answer = choose(key);
    if (answer) replay(req, res, answer);
  });

  return {
    server,
    requests,
    listen: (port) =>
      new Promise((done, fail) => {
        server.once("error", fail);
        server.listen(port, "127.0.0.1", () => {
          const address = server.address();
          // Only a server on a pipe has a text, and one that is not listening has nothing.
          if (address === null || typeof address === "string")
            return fail(new Error("The server has no port."));
          done(`http://127.0.0.1:${address.port}`);
        });
      }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
