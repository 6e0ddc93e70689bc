import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";
import type { BenchStamp, ReadyAnswer } from "./stamp.ts";

/** A page's files by their path, already compressed. */
export type Site = ReadonlyMap<string, SiteFile>;

interface SiteFile {
  type: string;
  body: Buffer;
  tag: string;
  headers: Record<string, string>;
}

export interface ServedPage {
  url: string;
  close: () => void;
}

/** How long the stamp thinks about each answer, the same for every page. */
const STAMP_DELAY_MS = 20;

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  svg: "image/svg+xml",
};

function compress(body: string | Buffer, quality: number): Buffer {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

/** One file of a page, compressed as deployments compress static files. */
export function siteFile(
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): SiteFile {
  return {
    type: TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    body: compress(body, constants.BROTLI_MAX_QUALITY),
    tag: `"${createHash("sha1").update(body).digest("hex")}"`,
    headers,
  };
}

/** Serves a page, with the stamp at `/arm/…` and the stamp's list once more at `/list.json`, on a port of its own. */
export async function servePage(site: Site, stamp: BenchStamp): Promise<ServedPage> {
  const server = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? "/").replace(/\?.*$/, "");
    const target =
      path === "/list.json" ? stamp.listPath : path.startsWith("/arm/") ? incoming.url : undefined;
    if (target === undefined) sendFile(site, path, incoming, outgoing);
    else askStamp(stamp, target, incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A page has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function sendFile(site: Site, path: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const file = site.get(path === "/" ? "/index.html" : path);
  if (!file) {
    outgoing.writeHead(404).end();
    return;
  }
  const headers = { ETag: file.tag, "Cache-Control": "no-cache", Vary: "Accept-Encoding", ...file.headers };
  if (incoming.headers["if-none-match"] === file.tag) {
    outgoing.writeHead(304, headers).end();
    return;
  }
  outgoing.writeHead(200, {
    ...headers,
    "Content-Type": file.type,
    "Content-Encoding": "br",
    "Content-Length": file.body.length,
  });
  outgoing.end(file.body);
}

/** Passes a request to the stamp's own port and its answer back, compressed, as a gateway in front of it would. */
async function askStamp(
  stamp: BenchStamp,
  path: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const answer = stamp.ready?.get(path) ?? (await answerOf(stamp, path, incoming));
  if (incoming.method === "GET") stamp.ready?.set(path, answer);
  await wait(STAMP_DELAY_MS);
  outgoing.writeHead(answer.status, answer.headers);
  outgoing.end(answer.body);
}

async function answerOf(stamp: BenchStamp, path: string, incoming: IncomingMessage): Promise<ReadyAnswer> {
  const [answer, text] = await forward(stamp.port, path, incoming);
  const body = compressAnswer(text);
  const headers: ReadyAnswer["headers"] = { ...answer.headers };
  delete headers["transfer-encoding"];
  headers["content-length"] = String(body.length);
  if (text.length > 0) headers["content-encoding"] = "br";
  return { status: answer.statusCode ?? 502, headers, body };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function forward(
  port: number,
  path: string,
  incoming: IncomingMessage,
): Promise<[IncomingMessage, Buffer]> {
  const { method, headers } = incoming;
  const answer = await new Promise<IncomingMessage>((done, fail) => {
    const upstream = request({ host: "127.0.0.1", port, path, method, headers }, done);
    upstream.on("error", fail);
    incoming.pipe(upstream);
  });
  return [answer, await bodyOf(answer)];
}

// Ten thousand backups take a moment to compress, which is not what is measured here.
const compressed = new Map<string, Buffer>();
const MOST_KEPT = 50;

function compressAnswer(body: Buffer): Buffer {
  if (body.length === 0) return body;
  const key = createHash("sha1").update(body).digest("hex");
  const kept = compressed.get(key);
  if (kept) return kept;
  const fresh = compress(body, 5);
  if (compressed.size >= MOST_KEPT) compressed.clear();
  compressed.set(key, fresh);
  return fresh;
}
