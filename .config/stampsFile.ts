import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import * as v from "valibot";
import { checkEntries, entryFields, fixOf, GivenText, placeOf, WebAddress } from "../src/api/stampEntries.ts";
import { certificatesOf, readCaFile } from "./stampsFileCa.ts";
import { lineOf } from "./stampsFileLines.ts";

/** An unusable stamps file; the message names the file, the entry and the fix, ready to print. */
export class StampsFileError extends Error {
  override name = "StampsFileError";
}

const EntrySchema = v.object({ ...entryFields, endpoint: WebAddress, caFile: v.optional(GivenText) });

/** One stamp on the server side; `publicStamps` makes the browser's version. */
export interface StampEntry extends Omit<v.InferOutput<typeof EntrySchema>, "id" | "endpoint" | "caFile"> {
  id: string;
  endpoint: URL;
  /** PEM text of the authority that signed the stamp's certificate, if the system doesn't already trust it. */
  ca?: string;
}

/** The valid stamps of a file, and the problems of the other entries. */
export interface StampsFile {
  stamps: StampEntry[];
  /** A sentence each, with the file's name. For the console and for the page. */
  problems: string[];
}

function parseJson(json: string, file: string): unknown {
  try {
    // Windows PowerShell writes UTF-8 with a byte order mark, which JSON.parse refuses.
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new StampsFileError(
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}. Mend it there and start again.`,
    );
  }
}

/**
 * Reads the text of a stamps file; `readCa` turns a `caFile` into PEM text. A bad entry is a problem beside the good
 * ones. Throws StampsFileError where nothing can be used.
 */
export function parseStampsFile(json: string, file: string, readCa: (path: string) => string): StampsFile {
  const checked = checkEntries(parseJson(json, file), EntrySchema, ({ endpoint }) => endpoint);
  const located = checked.problems.map(({ keys, sentence }) => ({ line: lineOf(json, keys), sentence }));
  if (checked.entries.length === 0 && located.length === 0) {
    const sentence = '"stamps" is an empty list; it must be a list of at least one stamp';
    located.push({ line: lineOf(json, ["stamps"]), sentence });
  }
  const stamps = checked.entries.flatMap(({ place, entry: { endpoint, caFile, ...rest } }) => {
    const entry: StampEntry = { ...rest, endpoint: new URL(endpoint) };
    if (caFile === undefined) return [entry];
    const ca = authorityIn(caFile, readCa);
    if ("pem" in ca) return [{ ...entry, ca: ca.pem }];
    located.push({
      line: lineOf(json, ["stamps", place - 1, "caFile"]),
      sentence: `${placeOf(place, rest)}: "caFile" is ${JSON.stringify(caFile)}, ${ca.flaw}; it ${fixOf("caFile")}`,
    });
    return [];
  });
  const problems = located.map(({ line, sentence }) => `line ${line}, ${sentence}`);
  if (stamps.length === 0) {
    throw new StampsFileError(`${file} cannot be used:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  }
  // The page gets these lines too, and must not show this machine's folders.
  return { stamps, problems: problems.map((line) => `${basename(file)}, ${line}`) };
}

function authorityIn(caFile: string, readCa: (path: string) => string): { pem: string } | { flaw: string } {
  let text: string;
  try {
    text = readCa(caFile);
  } catch {
    return { flaw: "which cannot be read" };
  }
  return certificatesOf(text);
}

/** Loads the file that STAMPS names; a `caFile` is relative to it. Throws StampsFileError. */
export function loadStampsFile(file: string): StampsFile {
  // npm changes to the project's folder; the path is relative to the operator's.
  const path = [process.cwd(), process.env["INIT_CWD"] ?? "."]
    .map((cwd) => resolve(cwd, file))
    .find(existsSync);
  if (path === undefined) {
    throw new StampsFileError(`${file} does not exist: set STAMPS to the path of a stamps.json.`);
  }
  return parseStampsFile(readFileSync(path, "utf8"), file, (ca) => readCaFile(resolve(dirname(path), ca)));
}

/**
 * The browser's stamps.json: `endpoint` is replaced by the proxied path on the page's origin. A stamp
 * with subscription and region is completed with defaults; the page detects the rest of any other.
 */
export function publicStamps({ stamps, problems }: StampsFile) {
  return {
    stamps: stamps.map(({ id, title, subscriptionId, region, apiVersion, auth, timeZone }) => {
      const armBase = `/arm/${id}`;
      return subscriptionId !== undefined && region !== undefined
        ? {
            id,
            title: title ?? id,
            armBase,
            subscriptionId,
            region,
            apiVersion: apiVersion ?? "2018-09-01",
            auth: auth ?? { kind: "none" as const },
            timeZone,
          }
        : { id, title, armBase, subscriptionId, region, apiVersion, auth, timeZone };
    }),
    ...(problems.length > 0 ? { problems } : {}),
  };
}
