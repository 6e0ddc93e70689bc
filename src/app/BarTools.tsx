import { QuestionRegular } from "@fluentui/react-icons/headless/svg/question";
import { SettingsRegular } from "@fluentui/react-icons/headless/svg/settings";
import { Suspense, useRef, useState, type ReactNode } from "react";
import { Bell } from "../features/notifications/Bell.tsx";
import { useSession } from "../queries/SessionContext.ts";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { lazyPart } from "../ui/lazyPart.ts";
import { strings } from "../ui/strings.ts";
import { backupDetailPath } from "./paths.ts";

const NotificationsPane = lazyPart(() =>
  import("../features/notifications/NotificationsPane.tsx").then((module) => module.NotificationsPane),
);
const SettingsPane = lazyPart(() =>
  import("../features/settings/SettingsPane.tsx").then((module) => module.SettingsPane),
);
const HelpPane = lazyPart(() => import("../features/help/HelpPane.tsx").then((module) => module.HelpPane));

type Pane = "notifications" | "settings" | "help";

/** Bell, settings and help at the end of the top bar, and the panes they open. */
export function BarTools() {
  const { stamp } = useSession();
  const [open, setOpen] = useState<Pane | null>(null);
  const opener = useRef<Element | null>(null);
  const show = (pane: Pane) => {
    opener.current = document.activeElement;
    setOpen(pane);
  };
  const close = () => {
    setOpen(null);
    requestAnimationFrame(() => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    });
  };
  return (
    <>
      <Bell open={open === "notifications"} onOpen={() => show("notifications")} />
      <Tool label={strings.settingsTitle} open={open === "settings"} onOpen={() => show("settings")}>
        <SettingsRegular fontSize={20} aria-hidden />
      </Tool>
      <Tool label={strings.helpTitle} open={open === "help"} onOpen={() => show("help")}>
        <QuestionRegular fontSize={20} aria-hidden />
      </Tool>
      <ErrorBoundary key={open} silent>
        <Suspense>
          {open === "notifications" && (
            <NotificationsPane hrefOf={(id) => backupDetailPath(stamp.id, id)} onClose={close} />
          )}
          {open === "settings" && <SettingsPane onClose={close} />}
          {open === "help" && <HelpPane onClose={close} />}
        </Suspense>
      </ErrorBoundary>
    </>
  );
}

interface ToolProps {
  label: string;
  open: boolean;
  onOpen: () => void;
  children: ReactNode;
}

function Tool({ label, open, onOpen, children }: ToolProps) {
  return (
    <button
      type="button"
      className="bar-button"
      aria-label={label}
      title={label}
      aria-expanded={open}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}
