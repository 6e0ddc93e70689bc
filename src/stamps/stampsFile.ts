import { completeStamp, fieldsOf } from "../api/completeStamp.ts";
import type { KeyValueStorage } from "../session/operationStore.ts";
import { OWN_STAMPS_KEY, type FetchedFile, type ListedStamps } from "./stampList.ts";
import { stampsFileUrl, takeEarlyAnswer } from "../session/earlyAnswers.ts";

/** Loads the stamps of stamps.json beside the page, and those added in this browser. Never raises. */
export async function loadStamps(storage: KeyValueStorage | null): Promise<ListedStamps> {
  const file = await fetchFile();
  if ("json" in file && !hasOwn(storage)) {
    // Complete entries are read here; anything else loads the full reader.
    const { stamps: entries, problems } = fieldsOf(file.json);
    const stamps = Array.isArray(entries) ? entries.map(completeStamp) : [null];
    const complete = stamps.filter((stamp) => stamp !== null);
    const ids = new Set(complete.map(({ id }) => id));
    if (!problems && complete.length === stamps.length && ids.size === stamps.length)
      return { stamps: complete, own: [], unfound: [], found: [], problems: [] };
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
