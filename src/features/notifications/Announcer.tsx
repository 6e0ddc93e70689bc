import { useCallback, useState } from "react";
import type { Announcement } from "../../domain/transitions.ts";
import { useSession } from "../../queries/SessionContext.ts";
import type { StampSession } from "../../queries/stampSession.ts";
import { useAnnouncing } from "../../queries/useAnnouncing.ts";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { usePreferences } from "../../ui/preferences.ts";
import { runStrings } from "../../ui/runStrings.ts";
import { strings } from "../../ui/strings.ts";
import { describe } from "./describe.ts";
import type { ToastMessage } from "./ToastHost.tsx";

const ToastHost = lazyPart(() => import("./ToastHost.tsx").then((module) => module.ToastHost), "background");

/** Says each start and end once: aloud for screen readers, as a toast, and to the desktop when the tab is hidden. */
export function Announcer() {
  const open = useSession();
  const { notifyInBackground } = usePreferences();
  const [messages, setMessages] = useState<ToastMessage[]>([]);
  const announce = useCallback(
    ({ kind, operation }: Announcement, { stamp, now }: StampSession) => {
      const said = describe(operation, now());
      const text = stamp === open.stamp ? said : runStrings.notifications.of(stamp.title, said);
      const message = { key: `${operation.key} ${kind}`, text, intent: intentOf(operation.kind) };
      setMessages((all) => [...all, message]);
      if (kind === "ended" && document.hidden && notifyInBackground) notifyDesktop(operation.key, text);
    },
    [open, notifyInBackground],
  );
  useAnnouncing(announce);
  return (
    <>
      <div role="status" aria-label={runStrings.notifications.live} className="visually-hidden">
        {messages.at(-1)?.text}
      </div>
      {messages.length > 0 && <ToastHost messages={messages} />}
    </>
  );
}

function intentOf(kind: Announcement["operation"]["kind"]): ToastMessage["intent"] {
  switch (kind) {
    case "succeeded":
      return "success";
    case "failed":
      return "error";
    case "partiallySucceeded":
    case "lost":
    case "unknown":
      return "warning";
    case "posting":
    case "running":
      return "info";
  }
}

/** One per run, replaced in place by its tag; nothing where the browser has no notifications or was told no. */
function notifyDesktop(tag: string, text: string): void {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  try {
    const notification = new Notification(strings.blade, { body: text, tag });
    notification.addEventListener("click", () => window.focus());
  } catch {
    // Some mobile browsers have the class and refuse it to pages.
  }
}
