import { useCallback, useState } from "react";
import type { Announcement } from "../../domain/transitions.ts";
import { useSession } from "../../session/SessionContext.ts";
import type { StampSession } from "../../session/stampSession.ts";
import { useAnnouncing } from "../../queries/useAnnouncing.ts";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { usePreferences } from "../../ui/preferences.ts";
import { strings } from "../../ui/strings.ts";
import { describe } from "./describe.ts";
import { notificationStrings } from "./strings.ts";
import type { Announced } from "./ToastHost.tsx";

const ToastHost = lazyPart(() => import("./ToastHost.tsx").then((module) => module.ToastHost), "background");

/** Says each start and end once: aloud for screen readers, as a toast, and to the desktop when the tab is hidden. */
export function Announcer() {
  const open = useSession();
  const { notifyInBackground } = usePreferences();
  const [said, setSaid] = useState<readonly Announced[]>([]);
  const [text, setText] = useState("");
  const announce = useCallback(
    (announcement: Announcement, session: StampSession) => {
      const { kind, operation } = announcement;
      const sentenceHere = describe(operation, "running", session.now());
      const sentence =
        session === open ? sentenceHere : notificationStrings.of(session.stamp.title, sentenceHere);
      setText(sentence);
      setSaid((all) => [
        ...all.filter((one) => one.operation.key !== operation.key),
        { ...announcement, stamp: session === open ? null : session.stamp.title },
      ]);
      if (kind === "ended" && document.hidden && notifyInBackground) notifyDesktop(operation.key, sentence);
    },
    [open, notifyInBackground],
  );
  useAnnouncing(announce);
  return (
    <>
      <div role="status" aria-label={notificationStrings.live} className="visually-hidden">
        {text}
      </div>
      {said.length > 0 && <ToastHost said={said} />}
    </>
  );
}

/** One per run, replaced in place by its tag; nothing if the browser has no notifications or they are blocked. */
function notifyDesktop(tag: string, text: string): void {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  try {
    const notification = new Notification(strings.blade, { body: text, tag });
    notification.addEventListener("click", () => window.focus());
  } catch {
    // Some mobile browsers have the class and refuse it to pages.
  }
}
