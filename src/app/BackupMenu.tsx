import { BoardFilled, BoardRegular } from "@fluentui/react-icons/headless/svg/board";
import { HistoryRegular } from "@fluentui/react-icons/headless/svg/history";
import { SettingsFilled, SettingsRegular } from "@fluentui/react-icons/headless/svg/settings";
import { WarningFilled, WarningRegular } from "@fluentui/react-icons/headless/svg/warning";
import { BladeMenu } from "../ui/BladeMenu.tsx";
import { lazyPart, whenIdle } from "../ui/lazyPart.tsx";
import { strings } from "../ui/strings.ts";
import { alertsPath, backupPath, configurationPath, historyPath } from "./paths.ts";

// After the rows, as the alerts themselves (StampBackground.tsx).
const AlertCount = lazyPart(
  () =>
    whenIdle().then(() => import("../features/alerts/AlertCount.tsx").then((module) => module.AlertCount)),
  "background",
);

export interface BackupMenuProps {
  stampId: string;
  current: "overview" | "configuration" | "alerts" | "history";
}

/** The blade's menu: Overview; General: Configuration; Monitoring: Alerts, with their number, and History. */
export function BackupMenu({ stampId, current }: BackupMenuProps) {
  return (
    <BladeMenu
      label={strings.nav.bladeLabel}
      entries={[
        {
          label: strings.nav.overview,
          href: backupPath(stampId),
          icon: current === "overview" ? <BoardFilled /> : <BoardRegular />,
          current: current === "overview",
          group: null,
        },
        {
          label: strings.nav.configuration,
          href: configurationPath(stampId),
          icon: current === "configuration" ? <SettingsFilled /> : <SettingsRegular />,
          current: current === "configuration",
          group: strings.nav.general,
        },
        {
          label: strings.nav.alerts,
          href: alertsPath(stampId),
          icon: current === "alerts" ? <WarningFilled /> : <WarningRegular />,
          current: current === "alerts",
          group: strings.nav.monitoring,
          badge: <AlertCount />,
        },
        {
          label: strings.nav.history,
          href: historyPath(stampId),
          icon: <HistoryRegular />,
          current: current === "history",
          group: strings.nav.monitoring,
        },
      ]}
    />
  );
}
