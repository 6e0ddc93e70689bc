import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** How a link is while nothing is wrong with it. */
export interface Link {
  /** Of each direction, shared by all connections; null for no limit. */
  bitsPerSecond: number | null;
  roundTripMs: number;
}

/** What is wrong with a link, for as long as it is set. Bytes are counted from the last that was asked on a connection. */
export type Fault =
  /** Nothing gets through, and connections break: the link is away. */
  | { kind: "away" }
  /** Answers break off by a reset. */
  | { kind: "reset"; afterBytes: number }
  /** Answers end early as if they were whole. */
  | { kind: "cut"; afterBytes: number }
  /** Somebody else answers everything with a page of its own. */
  | { kind: "captive" }
  /** Answers stop and go on after this long: loss. At 0 bytes a silence before the answer. */
  | { kind: "stall"; afterBytes: number; ms: number };

export interface ShapingProxy {
  port: number;
  /** May be changed at any time. */
  link: Link;
  fault: Fault | null;
  /** Bytes that went each way so far. */
  carried: { up: number; down: number };
  close(): Promise<void>;
}

export interface ShapingOptions {
  /** Port of loopback that is behind the link. */
  target: number;
  link: Link;
  /** Waits in real time where absent. */
  wait?: (ms: number) => Promise<void>;
  now?: () => number;
}

/** Small enough that connections take turns. */
const PIECE_BYTES = 2_048;

export const PORTAL_PAGE = "<!doctype html><title>Sign in to the network</title>";

const realWait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** One direction of a link: when a piece that is handed over at `now` (ms) has left it, pieces going one after another. */
export function createQueue() {
  let freeAt = 0;
  return (bytes: number, bitsPerSecond: number | null, now: number): number => {
    freeAt = Math.max(freeAt, now) + (bitsPerSecond === null ? 0 : (bytes * 8_000) / bitsPerSecond);
    return freeAt;
  };
}

/** A thin or broken link in front of a server on loopback, connection by connection (TCP); the wire is not read. */
export async function startShapingProxy(options: ShapingOptions): Promise<ShapingProxy> {
  const { target, wait = realWait, now = () => performance.now() } = options;
  const queues = { up: createQueue(), down: createQueue() };
  const open = new Set<Socket>();

  /** Carries what one side says to the other; resolves when it has been said. */
  async function carry(
    from: Socket,
    to: Socket,
    way: "up" | "down",
    answer: { bytes: number },
  ): Promise<void> {
    // What is on its way arrives in the order in which it was sent, whatever is sent meanwhile.
    let arrived = Promise.resolve();
    // Without an encoding, a socket's chunks are Buffers; its type says any.
    for await (const chunk of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        const { fault } = proxy;
        let piece = chunk.subarray(at, at + PIECE_BYTES);
        if (fault?.kind === "away") return abort(from, to);
        if (fault?.kind === "captive" && way === "up") return answerFor(from, to);
        const left =
          fault && "afterBytes" in fault && way === "down" ? fault.afterBytes - answer.bytes : Infinity;
        if (fault?.kind === "stall" && left >= 0 && left < piece.length) await wait(fault.ms);
        const breaks = (fault?.kind === "cut" || fault?.kind === "reset") && left <= piece.length;
        if (breaks) piece = piece.subarray(0, Math.max(0, left));
        answer.bytes = way === "up" ? 0 : answer.bytes + piece.length;
        const leavesAt = queues[way](piece.length, proxy.link.bitsPerSecond, now());
        await wait(leavesAt - now());
        proxy.carried[way] += piece.length;
        const flight = wait(proxy.link.roundTripMs / 2);
        arrived = arrived.then(() => flight).then(() => void (to.writable && to.write(piece)));
        if (breaks) {
          await arrived;
          return fault?.kind === "cut" ? end(from, to) : abort(from, to);
        }
      }
    }
    await arrived;
    to.end();
  }

  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (proxy.fault?.kind === "away") return void client.resetAndDestroy();
    const upstream = connect({ host: "127.0.0.1", port: target, allowHalfOpen: true });
    for (const socket of [client, upstream]) {
      open.add(socket);
      // Either side may break at any time: the other one learns of it.
      socket.on("error", () => undefined).on("close", () => open.delete(socket));
    }
    client.on("close", () => upstream.destroy());
    upstream.on("close", (broken) => broken && client.destroy());
    const ignore = () => undefined;
    const answer = { bytes: 0 };
    // A connection costs a round trip before the first word.
    void wait(proxy.link.roundTripMs).then(() => carry(client, upstream, "up", answer).catch(ignore));
    void carry(upstream, client, "down", answer).catch(ignore);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const proxy: ShapingProxy = {
    port: typeof address === "object" && address ? address.port : 0,
    link: options.link,
    fault: null,
    carried: { up: 0, down: 0 },
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  return proxy;
}

function abort(...sockets: Socket[]): void {
  for (const socket of sockets) socket.resetAndDestroy();
}

function end(upstream: Socket, client: Socket): void {
  client.end();
  upstream.destroy();
}

function answerFor(client: Socket, upstream: Socket): void {
  upstream.destroy();
  client.end(
    `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${PORTAL_PAGE.length}\r\nConnection: close\r\n\r\n${PORTAL_PAGE}`,
  );
}
