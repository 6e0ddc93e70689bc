import { once } from "node:events";
import { readFileSync } from "node:fs";
import { IncomingMessage, type IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { text } from "node:stream/consumers";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks the console's web server over TLS as a client that trusts only this authority and expects the console's name. */
export function askConsole(port: number, ca: string) {
  const front = { host: "127.0.0.1", port, servername: "console.contoso.com", ca: readFileSync(ca) };
  return async (
    path: string,
    method = "GET",
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const all = { Host: front.servername, ...headers };
    const outgoing = request({ ...front, path, method, headers: all, agent: false });
    outgoing.end();
    const [answer]: unknown[] = await once(outgoing, "response");
    if (!(answer instanceof IncomingMessage)) throw new Error("no answer");
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
  };
}
