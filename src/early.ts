// The first script of the page, small and by itself. Before the page's own script it sees to what would otherwise stand
// in line behind it: the chosen theme is on, the frame of the page is painted, and the requests are on their way whose
// answers the page will show. What it does not understand, it leaves to the page.
import { ARM_BASE, armUrl, requestInit, requestUrl } from "./api/armRequest.ts";
import { askEarly, readShownLast, stampsFileUrl } from "./app/earlyAnswers.ts";
import { namesNothing, namesStamp, shownStamp } from "./app/shownStamp.ts";
import { backupLocationPath } from "./domain/stamp.ts";
import { earlyStrings } from "./ui/earlyStrings.ts";
import { readStoredPreferences } from "./ui/storedPreferences.ts";

const { theme, stamp: lastId } = fieldsOf(readStoredPreferences());
if (theme === "dark" || theme === "light") document.documentElement.dataset["theme"] = theme;
// In a build: where the page's script is. The development server has it run by itself.
const page = document.currentScript?.dataset["page"];
void Promise.allSettled([askForShownStamp(), framePainted()])
  .then(() => page && import(/* @vite-ignore */ page))
  .catch(sayNotLoaded);

/** Resolves once the requests have been sent, or it is known that there are none. */
async function askForShownStamp(): Promise<void> {
  const { hash } = location;
  const file = askEarly(stampsFileUrl());
  const before = fieldsOf(readShownLast());
  // On a second visit nothing waits for the file.
  if (isPlain(before) && (namesStamp(hash, before.id) || (namesNothing(hash) && before.id === lastId))) {
    file.catch(() => undefined);
    return askFor(before);
  }
  try {
    const { stamps } = fieldsOf(JSON.parse(await (await file).text()));
    const known = Array.isArray(stamps) ? stamps.map(fieldsOf).filter(isPlain) : [];
    // Opened last and not in the file: one that was added in this browser.
    if (typeof lastId === "string" && !known.some(({ id }) => id === lastId)) return;
    const shown = shownStamp(known, hash, typeof lastId === "string" ? lastId : null);
    if (shown) askFor(shown);
  } catch {
    // No file, or none that this script reads.
  }
}

function askFor(stamp: PlainStamp): void {
  const base = armUrl(stamp.armBase, document.baseURI);
  const path = backupLocationPath(stamp);
  for (const wanted of [`${path}/backups`, path]) {
    // What fails, the page asks again, and tells.
    askEarly(requestUrl(base, wanted, stamp.apiVersion), requestInit()).catch(() => undefined);
  }
}

const LONGEST_FRAME_MS = 300;

/** Resolves once the frame in index.html can be seen, or nobody looks: a hidden page draws no frames. */
async function framePainted(): Promise<void> {
  if (document.readyState === "loading")
    await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
  await new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, document.hidden ? 0 : LONGEST_FRAME_MS);
  });
}

function sayNotLoaded(): void {
  const said = document.createElement("p");
  said.className = "not-loaded";
  said.setAttribute("role", "alert");
  said.textContent = earlyStrings.notLoaded;
  document.body.prepend(said);
}

type Fields = Readonly<Record<string, unknown>>;

interface PlainStamp {
  id: string;
  armBase: string;
  subscriptionId: string;
  region: string;
  apiVersion: string;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** One that is asked without a token, and needs nothing to be found or read more closely. */
function isPlain(entry: Fields): entry is Fields & PlainStamp {
  const { id, armBase, subscriptionId, region, apiVersion, auth } = entry;
  return (
    [id, subscriptionId, region, apiVersion].every((text) => typeof text === "string" && text !== "") &&
    typeof armBase === "string" &&
    ARM_BASE.test(armBase) &&
    fieldsOf(auth)["kind"] === "none"
  );
}
