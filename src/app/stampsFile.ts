import * as v from "valibot";
import { StampSchema } from "../api/stampSchema.ts";
import type { KeyValueStorage } from "../queries/operationStore.ts";
import { OWN_STAMPS_KEY, type ListedStamps } from "../queries/stampList.ts";
import { stampsFileUrl, takeEarlyAnswer } from "./earlyAnswers.ts";

// A file whose entries are whole and right is read by this alone; what else there may be takes the longer way.
const WholeSchema = v.object({ stamps: v.array(StampSchema), problems: v.optional(v.literal("")) });

/** What came of fetching stamps.json: its content, or why there is none: its status (0 for none) and the parser's words. */
export type FetchedFile = { json: unknown } | { status: number; reason: string };

/** Loads the stamps of stamps.json beside the page, and those added in this browser. Never raises. */
export async function loadStamps(storage: KeyValueStorage | null): Promise<ListedStamps> {
  const file = await fetchFile();
  if ("json" in file && !hasOwn(storage)) {
    const whole = v.safeParse(WholeSchema, file.json);
    const stamps = whole.success ? whole.output.stamps : [];
    if (whole.success && new Set(stamps.map(({ id }) => id)).size === stamps.length)
      return { stamps, own: [], unfound: [], found: [], problems: [] };
  }
  const { sortStamps } = await import("./stampSources.ts");
  return sortStamps(file, storage, document.baseURI);
}

async function fetchFile(): Promise<FetchedFile> {
  let status = 0;
  try {
    const url = stampsFileUrl();
    const response = await (takeEarlyAnswer(url) ?? fetch(url));
    ({ status } = response);
    const json: unknown = JSON.parse(await response.text());
    return response.ok ? { json } : { status, reason: "" };
  } catch (error) {
    return { status, reason: String(error) };
  }
}

function hasOwn(storage: KeyValueStorage | null): boolean {
  try {
    return storage?.getItem(OWN_STAMPS_KEY) != null;
  } catch {
    return false;
  }
}
