import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { CONTROL_SEGMENT, handleControl } from "../arm/control.ts";
import { createHandler } from "../arm/handle.ts";
import type { Handler } from "../arm/handle.ts";
import { createMemoryStore } from "../arm/store.ts";
import type { WorldStore } from "../arm/store.ts";
import { withSpeed } from "../sim/clock.ts";
import { createWorld, DEFAULT_SCENARIO } from "../sim/scenarios.ts";

export interface MockArmOptions {
  scenario?: string;
  /** Simulated seconds per real second. */
  speed?: number;
  /** Real time, epoch ms; the system's where absent. */
  realNow?: () => number;
}

export interface MockArmServer {
  /** Not yet listening. */
  server: Server;
  store: WorldStore;
}

/**
 * The simulator on a port of its own: the first stamp's ARM at `/`, every stamp's at `/arm/{id}`, control at
 * `/_mock`.
 */
export function createMockArmServer(options: MockArmOptions = {}): MockArmServer {
  const realNow = options.realNow ?? ((): number => Date.now());
  const world = withSpeed(
    createWorld(options.scenario ?? DEFAULT_SCENARIO, realNow()),
    options.speed ?? 1,
    realNow(),
  );
  const store = createMemoryStore(world, realNow);
  const handle = createHandler(store, { retryAfter: "realTime" });
  const server = createServer((incoming, outgoing) => {
    serve(store, handle, incoming, outgoing).catch(() => outgoing.destroy());
  });
  return { server, store };
}

async function serve(
  store: WorldStore,
  handle: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const closed = new AbortController();
  outgoing.once("close", () => closed.abort());
  const request = await requestOf(incoming, closed.signal);
  const reply = await answer(store, handle, request);
  // `Response.error()` stands for a broken connection.
  if (reply.type === "error") {
    outgoing.destroy();
    return;
  }
  const body = Buffer.from(await reply.arrayBuffer());
  outgoing.writeHead(reply.status, [...reply.headers].flat());
  outgoing.end(body);
}

function answer(store: WorldStore, handle: Handler, request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  if (pathname === `/${CONTROL_SEGMENT}`) return handleControl(store, request);
  const named = /^\/arm\/([^/]+)/.exec(pathname)?.[1];
  if (named !== undefined) return handle(request, named, `${origin}/arm/${named}`);
  return handle(request, store.read().stamps[0]?.id ?? "", origin);
}

async function requestOf(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const method = incoming.method ?? "GET";
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const body = method === "GET" || method === "HEAD" ? null : Buffer.concat(chunks);
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "127.0.0.1"}`);
  return new Request(url, { method, headers, body, signal });
}
