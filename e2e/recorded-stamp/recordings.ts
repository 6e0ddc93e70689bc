import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as v from "valibot";

/**
 * The recorded exchanges lie beside the project, not in it: `shared/recordings`, HTTP as the vendor's PowerShell
 * module tests recorded it against a real stamp.
 */
export const RECORDINGS = resolve(import.meta.dirname, "../../../shared/recordings");

const FILES = ["Get-AzsBackup", "Get-AzsBackupConfiguration", "Start-AzsBackup"].map(
  (name) => `${name}.Recording.json`,
);

/** One line that says what is missing, or nothing when every recording is there. */
export function missingRecordings(folder: string = RECORDINGS): string | undefined {
  const missing = FILES.filter((file) => !existsSync(resolve(folder, file)));
  return missing.length === 0 ? undefined : `Recordings are missing in ${folder}: ${missing.join(", ")}.`;
}

const HeadersSchema = v.record(v.string(), v.array(v.string()));

const RecordingSchema = v.record(
  v.string(),
  v.object({
    Request: v.object({ Method: v.string(), RequestUri: v.string() }),
    Response: v.object({
      StatusCode: v.number(),
      Headers: HeadersSchema,
      ContentHeaders: HeadersSchema,
      Content: v.nullable(v.string()),
    }),
  }),
);

/** One recorded answer; header names in their recorded spelling, `Content-Length` left out. */
export interface RecordedAnswer {
  status: number;
  headers: [name: string, values: string[]][];
  body: string;
}

/** "GET /subscriptions/…" in lower case: ARM's paths are case-insensitive. */
export function routeKey(method: string, pathname: string): string {
  return `${method} ${pathname}`.toLowerCase();
}

/** Every recorded answer in the order of recording, by method and path. */
export function loadRecordings(folder: string = RECORDINGS): Map<string, RecordedAnswer[]> {
  const missing = missingRecordings(folder);
  if (missing !== undefined) throw new Error(missing);
  const answers = new Map<string, RecordedAnswer[]>();
  for (const file of FILES) {
    const json: unknown = JSON.parse(readFileSync(resolve(folder, file), "utf8"));
    for (const { Request, Response } of Object.values(v.parse(RecordingSchema, json))) {
      const key = routeKey(Request.Method, new URL(Request.RequestUri).pathname);
      const headers = Object.entries({ ...Response.Headers, ...Response.ContentHeaders }).filter(
        ([name]) => name.toLowerCase() !== "content-length",
      );
      const answer: RecordedAnswer = { status: Response.StatusCode, headers, body: Response.Content ?? "" };
      answers.set(key, [...(answers.get(key) ?? []), answer]);
    }
  }
  return answers;
}
