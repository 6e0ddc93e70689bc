import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons/headless/svg/question-circle";
import { SettingsRegular } from "@fluentui/react-icons/headless/svg/settings";
import { useState, type ReactElement } from "react";
import { Bell } from "../features/notifications/Bell.tsx";
import { lazyPane } from "../ui/lazyPart.tsx";
import { appStrings } from "./strings.ts";
import { backupDetailPath } from "./paths.ts";

const NotificationsPane = lazyPane(() =>
  import("../features/notifications/NotificationsPane.tsx").then((module) => module.NotificationsPane),
);
const SettingsPane = lazyPane(() =>
  import("../features/settings/SettingsPane.tsx").then((module) => module.SettingsPane),
);
const HelpPane = lazyPane(() => import("../features/help/HelpPane.tsx").then((module) => module.HelpPane));

type Pane = "notifications" | "settings" | "help";

/** Bell, settings and help at the end of the top bar, and the panes they open. */
export function BarTools() {
  const [open, setOpen] = useState<Pane | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Bell open={open === "notifications"} onOpen={() => setOpen("notifications")} />
      <Tool
        label={appStrings.settingsTitle}
        icon={<SettingsRegular />}
        open={open === "settings"}
        onOpen={() => setOpen("settings")}
      />
      <Tool
        label={appStrings.helpTitle}
        icon={<QuestionCircleRegular />}
        open={open === "help"}
        onOpen={() => setOpen("help")}
      />
      <NotificationsPane open={open === "notifications"} hrefOf={backupDetailPath} onClose={close} />
      <SettingsPane open={open === "settings"} onClose={close} />
      <HelpPane open={open === "help"} onClose={close} />
    </>
  );
}

interface ToolProps {
  label: string;
  icon: ReactElement;
  open: boolean;
  onOpen: () => void;
}

function Tool({ label, icon, open, onOpen }: ToolProps) {
  return (
    <Button
      {...useRestoreFocusTarget()}
      appearance="transparent"
      className="bar-button"
      icon={icon}
      aria-label={label}
      title={label}
      aria-expanded={open}
      onClick={onOpen}
    />
  );
}
