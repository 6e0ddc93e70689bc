// The page's first script, small and separate. Before the main script loads it applies the theme, lets the page's frame
// paint and sends the first requests. Anything it cannot handle is left to the main script.
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
// Set in a build: the address of the main script. The development server loads it itself.
const page = document.currentScript?.dataset["page"];
void Promise.allSettled([requestShownStamp(), framePainted()])
  .then(() => page && import(/* @vite-ignore */ page))
  .catch(showNotLoaded);

/** Resolves once the requests have been sent, or once there are none to send. */
async function requestShownStamp(): Promise<void> {
  const { hash } = location;
  const file = sendEarly(stampsFileUrl());
  const before = completeStamp(readShownLast());
  // On a repeat visit the requests don't wait for the file.
  if (before && (namesStamp(hash, before.id) || (namesNothing(hash) && before.id === lastId))) {
    file.catch(() => undefined);
    return requestData(before);
  }
  try {
    const { stamps } = fieldsOf(JSON.parse(await (await file).text()));
    const complete = Array.isArray(stamps) ? stamps.map(completeStamp).filter((one) => one !== null) : [];
    // Opened last but not in the file: it was added in this browser.
    if (lastId !== null && !complete.some(({ id }) => id === lastId)) return;
    const shown = shownStamp(complete, hash, lastId);
    if (shown) requestData(shown);
  } catch {
    // No file, or one that this script can't read.
  }
}

function requestData(stamp: Stamp): void {
  // The operator enters the token on the page.
  if (stamp.auth.kind !== "none") return;
  const base = armUrl(stamp.armBase, document.baseURI);
  const path = backupLocationPath(stamp);
  for (const wanted of [`${path}/backups`, path]) {
    // The page repeats a failed request and reports the failure.
    sendEarly(requestUrl(base, wanted, stamp.apiVersion), requestInit()).catch(() => undefined);
  }
}

const LONGEST_FRAME_MS = 300;

/** Resolves once the frame in index.html is painted; at once on a hidden page, which paints nothing. */
async function framePainted(): Promise<void> {
  if (document.readyState === "loading")
    await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
  await new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, document.hidden ? 0 : LONGEST_FRAME_MS);
  });
}

function showNotLoaded(): void {
  const notice = document.createElement("p");
  notice.className = "not-loaded";
  notice.setAttribute("role", "alert");
  notice.textContent = earlyStrings.notLoaded;
  document.body.prepend(notice);
}
