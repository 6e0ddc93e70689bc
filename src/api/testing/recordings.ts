import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";

// Beside the project, not in it: they are the vendor's (docs/mock-differences.md).
const SHARED = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const RECORDINGS = join(SHARED, "recordings");
const EXAMPLES = join(SHARED, "specs/specification/azsadmin/resource-manager/backup/Microsoft.Backup.Admin");

export const haveRecordings = existsSync(RECORDINGS);
export const haveExamples = existsSync(EXAMPLES);

const Exchanges = v.record(
  v.string(),
  v.object({
    Request: v.object({ Method: v.string(), RequestUri: v.string() }),
    Response: v.object({
      StatusCode: v.number(),
      Headers: v.record(v.string(), v.array(v.string())),
      Content: v.nullish(v.string()),
    }),
  }),
);

/** One exchange of the vendor's module tests with a real stamp. */
export interface Exchange {
  name: string;
  method: string;
  url: URL;
  status: number;
  headers: Record<string, string>;
  content: string;
}

/** The recorded exchanges of one file ("Start-AzsBackup"), in the order they were made. */
export function recorded(file: string): Exchange[] {
  const parsed = v.parse(Exchanges, readJson(join(RECORDINGS, `${file}.Recording.json`)));
  return Object.entries(parsed).map(([key, { Request: request, Response: response }]) => ({
    name: `${key.split("+")[2]} ${request.Method} ${new URL(request.RequestUri).pathname.split("/").slice(-2).join("/")} ${key.split("+").at(-1)}`,
    method: request.Method,
    url: new URL(request.RequestUri),
    status: response.StatusCode,
    headers: Object.fromEntries(
      Object.entries(response.Headers).map(([name, values]) => [name, values.join()]),
    ),
    content: response.Content ?? "",
  }));
}

export function recordedFiles(): string[] {
  return readdirSync(RECORDINGS)
    .filter((name) => name.endsWith(".Recording.json"))
    .map((name) => name.replace(".Recording.json", ""));
}

const Example = v.object({ responses: v.record(v.string(), v.object({ body: v.optional(v.unknown()) })) });

/** The bodies of all example responses of both API versions' swagger. */
export function exampleBodies(): { name: string; body: unknown }[] {
  return readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
    .filter((path) => /examples.*\.json$/.test(path))
    .flatMap((path) => {
      const { responses } = v.parse(Example, readJson(join(EXAMPLES, path)));
      return Object.entries(responses)
        .filter(([, { body }]) => body !== undefined)
        .map(([status, { body }]) => ({ name: `${path.replaceAll("\\", "/")} ${status}`, body }));
    });
}

const Request = v.object({ parameters: v.object({ backup: v.unknown() }) });

/** The body that an example of the specification sends to change a location, by version and name. */
export function exampleChange(version: string, name: string): unknown {
  const path = join(EXAMPLES, version, "examples/BackupLocations", `${name}.json`);
  return v.parse(Request, readJson(path)).parameters.backup;
}

function readJson(path: string): unknown {
  const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
  return parsed;
}
