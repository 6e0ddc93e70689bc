import * as v from "valibot";
import { isAuthority, isTimeZone, PATH_NAME } from "../domain/stamp.ts";
import { freeId, idOfAddress } from "./armAddress.ts";

/** Advice by key, for a missing or invalid value. */
const FIX: Readonly<Record<string, string>> = {
  stamps: "must be a list of at least one stamp",
  id: 'must be a short name of letters, digits, "-" and "_", for example "redmond", or be left out',
  title: "must be a text, or be left out",
  endpoint:
    'must be the http or https address of the stamp\'s admin ARM, of letters, digits and "-._~/:" alone, for example "https://adminmanagement.redmond.example.com"',
  armBase:
    'must be where this page reaches the stamp\'s admin ARM: a path of its own origin such as "/arm/redmond", or an https address ("endpoint" is for start:stamp and preview:stamp)',
  subscriptionId:
    "must be the id of the stamp's Default Provider Subscription, or be left out for the page to find",
  region: 'must be the stamp\'s region name, for example "redmond", or be left out for the page to find',
  apiVersion: 'must be "2018-09-01" or "2021-09-01", or be left out',
  auth: 'must be {"kind":"none"}, {"kind":"token"} or {"kind":"msal", "authority", "clientId", "scope"}, or be left out',
  kind: 'must be "none", "token" or "msal"',
  authority:
    'must be the https address of the sign-in, of letters, digits and "-._~/:" alone, for example "https://adfs.redmond.example.com/adfs"',
  clientId: "must be the id of the application that the console signs in as",
  scope: 'must be the scope to ask for, usually the stamp\'s audience and "/.default"',
  timeZone: 'must be a time zone as "America/Los_Angeles", or be left out',
  caFile:
    "must be the path of a PEM file with the certificate of the authority, relative to this one, or be left out",
};

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** An http or https address without user, query, fragment or dot segments, or anything that URL parsing would change. */
export const WebAddress = v.pipe(v.string(), v.check(isWebAddress));

function isWebAddress(value: string): boolean {
  return (
    /^https?:\/\/([\w-]+(\.[\w-]+)*|\[[\da-f:.]+\])(:\d+)?(\/(?!\.\.?(\/|$))[\w.~-]*)*$/i.test(value) &&
    URL.canParse(value)
  );
}

const Name = v.pipe(Text, v.regex(PATH_NAME));
const Authority = v.pipe(v.string(), v.check(isAuthority));
// RFC 6749, A.1 and A.4.
const ClientId = v.pipe(Text, v.regex(/^[\u0020-\u007e]+$/));
const Scope = v.pipe(Text, v.regex(/^[!#-[\]-~]+( [!#-[\]-~]+)*$/));

/** Any text that isn't empty, such as a file path. */
export const GivenText = Text;

/**
 * Keys of a stamps file's entry besides its address. Other keys are dropped, not refused. A missing subscription or
 * region is requested from the stamp.
 */
export const entryFields = {
  id: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w-]{0,63}$/))),
  title: v.optional(Text),
  subscriptionId: v.optional(Name),
  region: v.optional(Name),
  apiVersion: v.optional(v.picklist(["2018-09-01", "2021-09-01"])),
  timeZone: v.optional(v.pipe(v.string(), v.check(isTimeZone))),
  auth: v.optional(
    v.variant("kind", [
      v.object({ kind: v.literal("none") }),
      v.object({ kind: v.literal("token") }),
      v.object({ kind: v.literal("msal"), authority: Authority, clientId: ClientId, scope: Scope }),
    ]),
  ),
};

export interface CheckedEntries<Entry> {
  /** The valid entries, each with a unique id and its position in the file (from 1). */
  entries: { place: number; entry: Entry & { id: string } }[];
  problems: EntryProblem[];
}

/** One error in a stamps file. */
export interface EntryProblem {
  /** Path of keys from the top. */
  keys: (string | number)[];
  /** Which entry, what was found, what is expected. */
  sentence: string;
}

/**
 * Checks a stamps file entry by entry: an invalid one doesn't affect others. `addressOf` returns an entry's address,
 * from which an entry without an id gets one.
 */
export function checkEntries<Entry extends { id?: string | undefined }>(
  json: unknown,
  schema: v.GenericSchema<unknown, Entry>,
  addressOf: (entry: Entry) => string,
): CheckedEntries<Entry> {
  const whole = v.safeParse(v.object({ stamps: v.array(v.unknown()) }), json);
  if (!whole.success) return { entries: [], problems: whole.issues.map((issue) => explain(issue, "", [])) };
  const problems: EntryProblem[] = [];
  const read = whole.output.stamps.flatMap((item, index) => {
    const parsed = v.safeParse(schema, item);
    if (parsed.success) return [{ place: index + 1, entry: parsed.output }];
    const name = placeOf(index + 1, item);
    problems.push(...parsed.issues.map((issue) => explain(issue, name, ["stamps", index])));
    return [];
  });
  // Explicit ids take precedence over generated ones.
  const taken = new Set<string>();
  const unique = read.filter(({ place, entry }) => {
    if (entry.id === undefined) return true;
    const key = entry.id.toLowerCase();
    if (taken.has(key)) {
      const sentence = `${placeOf(place, entry)}: "id" is ${found(entry.id)}, which is taken by a stamp above; give it another`;
      problems.push({ keys: ["stamps", place - 1, "id"], sentence });
      return false;
    }
    return taken.add(key);
  });
  const entries = unique.map(({ place, entry }) => {
    const id = entry.id ?? freeId(idOfAddress(addressOf(entry)), taken);
    taken.add(id.toLowerCase());
    return { place, entry: { ...entry, id } };
  });
  return { entries, problems };
}

/** How a message names an entry: `stamp 2 ("east")`. */
export function placeOf(place: number, item: unknown): string {
  const named = v.safeParse(v.object({ id: v.string() }), item);
  return `stamp ${place}${named.success ? ` (${found(named.output.id)})` : ""}`;
}

/** One error as a sentence: `stamp 2 ("east"): "region" is 5; it must be …`. */
function explain(issue: v.BaseIssue<unknown>, entry: string, above: EntryProblem["keys"]): EntryProblem {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const key = keys.join(".");
  const what = issue.received === "undefined" ? "missing" : found(issue.input);
  const sentence =
    key === ""
      ? `${entry || "the whole file"} is ${found(issue.input)}; it must be an object: ${entry ? "{…}" : '{"stamps":[…]}'}`
      : `${entry}${entry && ": "}"${key}" is ${what}; it ${fixOf(keys.at(-1) ?? "") ?? issue.message}`;
  return { keys: [...above, ...keys], sentence };
}

/** Advice about a key; null for none. */
export function fixOf(key: string): string | undefined {
  return FIX[key];
}

/** The value, shortened and without a possible password in an address. */
function found(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string") return String(value);
  if (value === "") return "empty";
  if (/\/\/[^/]*@|:[^/]*@/.test(value)) return "an address with a user name or password in it";
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
