import type { Fault, StampFacts } from "../sim/facts.ts";
import { locationId } from "./locationWire.ts";
import { errorReply } from "./replies.ts";
import type { Exchange } from "./replies.ts";
import type { Target } from "./routes.ts";
import type { WorldStore } from "./store.ts";

/** A request that passed every check. */
export interface Question {
  exchange: Exchange;
  target: Target;
  /** Faults that hit this request. */
  faults: readonly Fault[];
  store: WorldStore;
  request: Request;
}

export type Answer = (question: Question) => Response | Promise<Response>;

/** 404 in the envelope and with the code that stamps were recorded with. */
export function resourceNotFound(exchange: Exchange, name: string): Response {
  const group = locationId(exchange.facts).split("/")[4] ?? "";
  const message = `The Resource 'Microsoft.Backup.Admin/${name}' under resource group '${group}' was not found.`;
  return errorReply(exchange, 404, "ResourceNotFound", message);
}

/** The version of the backup provider that a request asked for. */
export function versionOf({ facts, url }: Exchange): StampFacts["apiVersion"] {
  const asked = url.searchParams.get("api-version")?.toLowerCase();
  return facts.apiVersions.find((version) => version === asked) ?? facts.apiVersion;
}

/** The rows that `$top` and `$skip` leave; text that is no number counts as absent. */
export function page<T>(rows: readonly T[], url: URL): T[] {
  const skip = numberIn(url, "$skip") ?? 0;
  return rows.slice(skip, skip + (numberIn(url, "$top") ?? rows.length));
}

/** A whole number in the query; null where there is none. */
export function numberIn(url: URL, name: string): number | null {
  const text = url.searchParams.get(name);
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

/** The body as JSON; undefined where it is none. */
export async function bodyOf(request: Request): Promise<unknown> {
  try {
    const body: unknown = await request.json();
    return body;
  } catch {
    return undefined;
  }
}
