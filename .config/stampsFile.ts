import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as v from "valibot";

/** A stamps file that cannot be used; the message names the file, the entry and the fix, and is meant to be printed. */
export class StampsFileError extends Error {
  override name = "StampsFileError";
}

/** What to do about a key, by its name: said whether it is missing or wrong. */
const FIX: Readonly<Record<string, string>> = {
  stamps: "must be a list of at least one stamp",
  id: 'must be a short name of letters, digits, "-" and "_", for example "redmond"',
  title: "must be a text, or be left out",
  endpoint:
    'must be the http or https address of the stamp\'s admin ARM, for example "https://adminmanagement.redmond.example.com"',
  subscriptionId: "must be the id of the stamp's Default Provider Subscription",
  region: 'must be the stamp\'s region name, for example "redmond"',
  apiVersion: 'must be "2018-09-01" or "2021-09-01", or be left out',
  auth: 'must be {"kind":"none"}, {"kind":"token"} or {"kind":"msal", "authority", "clientId", "scope"}',
  kind: 'must be "none", "token" or "msal"',
  authority: 'must be the address of the sign-in, for example "https://adfs.redmond.example.com/adfs"',
  clientId: "must be the id of the application that the console signs in as",
  scope: 'must be the scope to ask for, usually the stamp\'s audience and "/.default"',
  caFile: "must be the path of a PEM file, or be left out",
};

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const Address = v.pipe(v.string(), v.check(isAddress));

function isAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === "";
}

// Keys beyond these are dropped, not refused: what is not known here must not reach the browser.
const StampSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w-]{0,63}$/)),
  title: v.optional(Text),
  endpoint: Address,
  subscriptionId: Text,
  region: Text,
  apiVersion: v.optional(v.picklist(["2018-09-01", "2021-09-01"]), "2018-09-01"),
  auth: v.optional(
    v.variant("kind", [
      v.object({ kind: v.literal("none") }),
      v.object({ kind: v.literal("token") }),
      v.object({ kind: v.literal("msal"), authority: Address, clientId: Text, scope: Text }),
    ]),
    { kind: "none" },
  ),
  caFile: v.optional(Text),
});

const StampsFileSchema = v.object({ stamps: v.pipe(v.array(StampSchema), v.minLength(1)) });

/** One stamp as the server side knows it; what the browser gets of it is `publicStamps`. */
export interface StampEntry extends Omit<v.InferOutput<typeof StampSchema>, "endpoint" | "title" | "caFile"> {
  title: string;
  endpoint: URL;
  /** PEM text of the authority that signed the stamp's certificate, where the system does not trust it already. */
  ca?: string;
}

/** One wrong place as a line: `stamp 2 ("east"): "endpoint" is missing; it must be …`. */
function explain(issue: v.BaseIssue<unknown>): string {
  const path = issue.path ?? [];
  const keys = path.map((item) => String(item.key));
  const inEntry = keys[0] === "stamps" && keys.length > 1;
  const entry: unknown = path[1]?.value;
  const id = v.is(v.object({ id: v.string() }), entry) ? ` ("${entry.id}")` : "";
  const place = inEntry ? `stamp ${Number(keys[1]) + 1}${id}` : "";
  const key = (inEntry ? keys.slice(2) : keys).join(".");
  if (key === "")
    return `${place || "the whole file"} must be an object: ${inEntry ? "{…}" : '{"stamps":[…]}'}`;
  const absent = issue.received === "undefined" ? " is missing; it" : "";
  return `${place}${place && ": "}"${key}"${absent} ${FIX[keys.at(-1) ?? ""] ?? issue.message}`;
}

function parseJson(json: string, file: string): unknown {
  try {
    // Windows PowerShell writes UTF-8 with a byte order mark, which JSON.parse refuses.
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new StampsFileError(
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Reads the text of a stamps file; `readCa` turns a `caFile` into PEM text. Throws StampsFileError. */
export function parseStampsFile(json: string, file: string, readCa: (path: string) => string): StampEntry[] {
  const result = v.safeParse(StampsFileSchema, parseJson(json, file));
  if (!result.success) {
    throw new StampsFileError(
      `${file} cannot be used:\n${result.issues.map((issue) => `  ${explain(issue)}`).join("\n")}`,
    );
  }
  const seen = new Set<string>();
  return result.output.stamps.map(({ endpoint, title, caFile, ...stamp }, index) => {
    if (seen.has(stamp.id.toLowerCase())) {
      throw new StampsFileError(
        `${file} cannot be used:\n  stamp ${index + 1} ("${stamp.id}"): "id" is taken by a stamp above; give it another`,
      );
    }
    seen.add(stamp.id.toLowerCase());
    const entry: StampEntry = { ...stamp, title: title ?? stamp.id, endpoint: new URL(endpoint) };
    if (caFile !== undefined) {
      try {
        entry.ca = readCa(caFile);
      } catch {
        throw new StampsFileError(
          `${file} cannot be used:\n  stamp ${index + 1} ("${stamp.id}"): "caFile" cannot be read: ${caFile}`,
        );
      }
    }
    return entry;
  });
}

/** Loads the file that STAMPS names; a `caFile` is relative to it. Throws StampsFileError. */
export function loadStampsFile(file: string): StampEntry[] {
  // npm changes into the project's folder; the path was typed in the operator's.
  const path = [process.cwd(), process.env["INIT_CWD"] ?? "."]
    .map((cwd) => resolve(cwd, file))
    .find(existsSync);
  if (path === undefined) {
    throw new StampsFileError(`${file} does not exist: set STAMPS to the path of a stamps.json.`);
  }
  return parseStampsFile(readFileSync(path, "utf8"), file, (ca) =>
    readFileSync(resolve(dirname(path), ca), "utf8"),
  );
}

/** The stamps.json of the browser: `endpoint` replaced by the path of our own origin that is proxied there. */
export function publicStamps(stamps: readonly StampEntry[]) {
  return {
    stamps: stamps.map(({ id, title, subscriptionId, region, apiVersion, auth }) => ({
      id,
      title,
      armBase: `/arm/${id}`,
      subscriptionId,
      region,
      apiVersion,
      auth,
    })),
  };
}
