import { BoardFilled, BoardRegular } from "@fluentui/react-icons/headless/svg/board";
import { HistoryRegular } from "@fluentui/react-icons/headless/svg/history";
import { SettingsFilled, SettingsRegular } from "@fluentui/react-icons/headless/svg/settings";
import { WarningFilled, WarningRegular } from "@fluentui/react-icons/headless/svg/warning";
import { BladeMenu } from "../ui/BladeMenu.tsx";
import { lazyPart, whenIdle } from "../ui/lazyPart.tsx";
import { appStrings } from "./strings.ts";

// After the rows, as the alerts themselves (StampBackground.tsx).
const AlertCount = lazyPart(
  () =>
    whenIdle().then(() => import("../features/alerts/AlertCount.tsx").then((module) => module.AlertCount)),
  "background",
);

export type MenuPage = "overview" | "configuration" | "alerts" | "history";

export interface BackupMenuProps {
  hrefs: Record<MenuPage, string>;
  current: MenuPage;
}

/** The blade's menu: Overview; General: Configuration; Monitoring: Alerts, with their number, and History. */
export function BackupMenu({ hrefs, current }: BackupMenuProps) {
  return (
    <BladeMenu
      label={appStrings.nav.bladeLabel}
      entries={[
        {
          label: appStrings.nav.overview,
          href: hrefs.overview,
          icon: current === "overview" ? <BoardFilled /> : <BoardRegular />,
          current: current === "overview",
          group: null,
        },
        {
          label: appStrings.nav.configuration,
          href: hrefs.configuration,
          icon: current === "configuration" ? <SettingsFilled /> : <SettingsRegular />,
          current: current === "configuration",
          group: appStrings.nav.general,
        },
        {
          label: appStrings.nav.alerts,
          href: hrefs.alerts,
          icon: current === "alerts" ? <WarningFilled /> : <WarningRegular />,
          current: current === "alerts",
          group: appStrings.nav.monitoring,
          badge: <AlertCount />,
        },
        {
          label: appStrings.nav.history,
          href: hrefs.history,
          icon: <HistoryRegular />,
          current: current === "history",
          group: appStrings.nav.monitoring,
        },
      ]}
    />
  );
}
