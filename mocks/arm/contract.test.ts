import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MINUTE } from "../sim/clock.ts";
import { at, openBench } from "./testing.ts";

const RECORDINGS = "../shared/recordings";
const present = existsSync(RECORDINGS);
if (!present)
  console.warn(`Skipped: no recordings at ${RECORDINGS}, so the simulator is not compared with them.`);

interface Recorded {
  method: string;
  path: string;
  status: number;
  headers: string[];
  contentType: string | null;
  body: string;
}

function recorded(file: string): Recorded[] {
  const json: unknown = JSON.parse(readFileSync(`${RECORDINGS}/${file}.Recording.json`, "utf8"));
  return Object.values(Object(json)).map((entry) => {
    const headers = {
      ...Object(at(entry, "Response", "Headers")),
      ...Object(at(entry, "Response", "ContentHeaders")),
    };
    return {
      method: String(at(entry, "Request", "Method")),
      path: new URL(String(at(entry, "Request", "RequestUri"))).pathname,
      status: Number(at(entry, "Response", "StatusCode")),
      headers: Object.keys(headers).map((name) => name.toLowerCase()),
      contentType: textOf(at(headers, "Content-Type", 0)),
      body: textOf(at(entry, "Response", "Content")) ?? "",
    };
  });
}

/** The recorded request, asked of a simulated stamp in the same situation. */
async function simulated({ method, path, status }: Recorded): Promise<Response> {
  const bench = openBench("healthy");
  const tail = path.split("/backupLocations")[1]?.slice(1) ?? "";
  if (tail.includes("/operationResults/")) {
    await bench.ask("redmond/createBackup", { method: "POST" });
    if (status === 200) bench.pass(40 * MINUTE);
    return bench.ask(`redmond/operationResults/${bench.facts().runs.at(-1)?.id}`);
  }
  if (tail.includes("/backups/")) return bench.ask(`redmond/backups/${bench.facts().runs[1]?.id}`);
  return bench.ask(tail, { method });
}

/** Paths of keys with the kinds of their values, rows of arrays taken together. */
function shapeOf(value: unknown, path: string = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => shapeOf(item, `${path}[]`)))];
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => shapeOf(item, `${path}.${key}`));
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

describe.skipIf(!present).each(["Start-AzsBackup", "Get-AzsBackup", "Get-AzsBackupConfiguration"])(
  "the simulator against recordings/%s",
  (file) => {
    const exchanges = present ? recorded(file) : [];

    test.each(
      exchanges.map((exchange, index) => [index + 1, exchange.method, exchange.status, exchange] as const),
    )(
      "exchange %d, %s → %d: status, header names, content type and keys are the recorded ones",
      async (_index, _method, _status, exchange) => {
        const reply = await simulated(exchange);
        expect(reply.status).toBe(exchange.status);
        expect([...reply.headers.keys()].toSorted()).toEqual(exchange.headers.toSorted());
        expect(reply.headers.get("Content-Type")).toBe(exchange.contentType);
        const body = await reply.text();
        expect(reply.headers.get("Content-Length")).toBe(String(Buffer.byteLength(body)));
        if (exchange.body === "") expect(body).toBe("");
        else expect(shapeOf(JSON.parse(body))).toEqual(shapeOf(JSON.parse(exchange.body)));
      },
    );
  },
);
