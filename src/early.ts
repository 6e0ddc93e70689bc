// The first script of the page, small and by itself. Before the page's own script it sees to what would otherwise stand
// in line behind it: the chosen theme is on, the frame of the page is painted, and the requests are on their way whose
// answers the page will show. What it does not understand, it leaves to the page.
import { armUrl, requestInit, requestUrl } from "./api/armRequest.ts";
import { completeStamp, fieldsOf } from "./api/completeStamp.ts";
import { sendEarly, readShownLast, stampsFileUrl } from "./session/earlyAnswers.ts";
import { namesNothing, namesStamp, shownStamp } from "./stamps/shownStamp.ts";
import { backupLocationPath, type Stamp } from "./domain/stamp.ts";
import { earlyStrings } from "./ui/earlyStrings.ts";
import { readStoredPreferences } from "./ui/storedPreferences.ts";

const { theme, stamp } = fieldsOf(readStoredPreferences());
const lastId = typeof stamp === "string" ? stamp : null;
if (theme === "dark" || theme === "light") document.documentElement.dataset["theme"] = theme;
// In a build: where the page's script is. The development server has it run by itself.
const page = document.currentScript?.dataset["page"];
void Promise.allSettled([askForShownStamp(), framePainted()])
  .then(() => page && import(/* @vite-ignore */ page))
  .catch(sayNotLoaded);

/** Resolves once the requests have been sent, or it is known that there are none. */
async function askForShownStamp(): Promise<void> {
  const { hash } = location;
  const file = sendEarly(stampsFileUrl());
  const before = completeStamp(readShownLast());
  // On a second visit nothing waits for the file.
  if (before && (namesStamp(hash, before.id) || (namesNothing(hash) && before.id === lastId))) {
    file.catch(() => undefined);
    return askFor(before);
  }
  try {
    const { stamps } = fieldsOf(JSON.parse(await (await file).text()));
    const complete = Array.isArray(stamps) ? stamps.map(completeStamp).filter((one) => one !== null) : [];
    // Opened last and not in the file: one that was added in this browser.
    if (lastId !== null && !complete.some(({ id }) => id === lastId)) return;
    const shown = shownStamp(complete, hash, lastId);
    if (shown) askFor(shown);
  } catch {
    // No file, or none that this script reads.
  }
}

function askFor(stamp: Stamp): void {
  // A token is given by the operator, to the page.
  if (stamp.auth.kind !== "none") return;
  const base = armUrl(stamp.armBase, document.baseURI);
  const path = backupLocationPath(stamp);
  for (const wanted of [`${path}/backups`, path]) {
    // What fails, the page asks again, and tells.
    sendEarly(requestUrl(base, wanted, stamp.apiVersion), requestInit()).catch(() => undefined);
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
