import { AlertUrgentRegular } from "@fluentui/react-icons/svg/alert-urgent";
import { BoardRegular } from "@fluentui/react-icons/svg/board";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { Suspense } from "react";
import { BladeMenu } from "../ui/BladeMenu.tsx";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { lazyPart, usePageAtRest } from "../ui/lazyPart.ts";
import { strings } from "../ui/strings.ts";
import { alertsPath, backupPath, configurationPath } from "./paths.ts";

const AlertCount = lazyPart(() =>
  import("../features/alerts/AlertCount.tsx").then((module) => module.AlertCount),
);

export interface BackupMenuProps {
  stampId: string;
  current: "overview" | "configuration" | "alerts";
}

/** The blade's menu: Overview; General: Configuration; Monitoring: Alerts, with their number. */
export function BackupMenu({ stampId, current }: BackupMenuProps) {
  const atRest = usePageAtRest();
  return (
    <BladeMenu
      label={strings.nav.bladeLabel}
      entries={[
        {
          label: strings.nav.overview,
          href: backupPath(stampId),
          icon: <BoardRegular fontSize={18} aria-hidden />,
          current: current === "overview",
          group: null,
        },
        {
          label: strings.nav.configuration,
          href: configurationPath(stampId),
          icon: <SettingsRegular fontSize={18} aria-hidden />,
          current: current === "configuration",
          group: strings.nav.general,
        },
        {
          label: strings.nav.alerts,
          href: alertsPath(stampId),
          icon: <AlertUrgentRegular fontSize={18} aria-hidden />,
          current: current === "alerts",
          group: strings.nav.monitoring,
          badge: atRest && (
            <ErrorBoundary silent>
              <Suspense>
                <AlertCount />
              </Suspense>
            </ErrorBoundary>
          ),
        },
      ]}
    />
  );
}
