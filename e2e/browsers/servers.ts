import { connect, createServer, type AddressInfo } from "node:net";
import { preview } from "vite";
import { freePort } from "../machine.ts";

export interface Served {
  /** With a slash at its end. */
  url: string;
  close(): Promise<void>;
}

function portOf(address: AddressInfo | string | null | undefined): number {
  if (typeof address !== "object" || address === null) throw new Error("The server has no port");
  return address.port;
}

/** Serves dist-demo/, the mocked console. */
export async function serveDemo(): Promise<Served> {
  const server = await preview({
    mode: "demo",
    logLevel: "warn",
    preview: { port: await freePort(), strictPort: true },
  });
  const port = portOf(server.httpServer.address());
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

/**
 * Another port in front of a server: another origin, with storage and service worker of its own, for a journey that must
 * find nothing of the one before it.
 */
export async function ownOrigin({ url }: Served): Promise<Served> {
  const target = Number(new URL(url).port);
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer((socket) => {
    const onward = connect(target, "127.0.0.1");
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${portOf(server.address())}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
