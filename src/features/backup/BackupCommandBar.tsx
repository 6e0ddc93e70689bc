import { ArrowClockwiseRegular } from "@fluentui/react-icons/headless/svg/arrow-clockwise";
import { ClockRegular } from "@fluentui/react-icons/headless/svg/clock";
import { MoreHorizontalRegular } from "@fluentui/react-icons/headless/svg/more-horizontal";
import { PauseRegular } from "@fluentui/react-icons/headless/svg/pause";
import { PlayFilled } from "@fluentui/react-icons/headless/svg/play";
import { ArrowSyncRegular } from "@fluentui/react-icons/headless/svg/arrow-sync";
import type { Busy } from "../../domain/backupState.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { AtRest } from "../../ui/AtRest.tsx";
import { CommandBar, type Command } from "../../ui/CommandBar.tsx";
import { lazyPart } from "../../ui/lazyPart.ts";
import { setPreferences, usePreferences } from "../../ui/preferences.ts";
import { strings } from "../../ui/strings.ts";
import { whyBusy } from "../../ui/whyBusy.ts";

const words = strings.commands;

// Made once: an icon that is the same element is not drawn again when its command is.
const ICONS = {
  backupNow: <PlayFilled />,
  automatic: <ClockRegular />,
  refresh: <ArrowClockwiseRegular />,
  pause: <PauseRegular />,
  resume: <ArrowSyncRegular />,
  more: <MoreHorizontalRegular />,
};

const UpdatedAt = lazyPart(() => import("./UpdatedAt.tsx").then((module) => module.UpdatedAt));

const ASIDE = (
  <AtRest>
    <UpdatedAt />
  </AtRest>
);

export type CommandPanel = "automatic" | "more";

export interface BackupCommandBarProps {
  busy: Busy;
  signedIn: boolean;
  /** Whether the question below the bar is open. */
  asking: boolean;
  onBackupNow: () => void;
  /** Whether automatic backups run; null where nobody knows. */
  automatic: boolean | null;
  /** Why they can be turned neither on nor off now. */
  automaticBlocked: string | null;
  /** What is open below the bar. */
  panel: CommandPanel | null;
  onPanel: (panel: CommandPanel) => void;
}

/** Backup now, automatic backups on and off, Refresh, pausing, more; what cannot be pressed says why. */
export function BackupCommandBar({
  busy,
  signedIn,
  asking,
  onBackupNow,
  automatic,
  automaticBlocked,
  panel,
  onPanel,
}: BackupCommandBarProps) {
  const { autoRefresh } = usePreferences();
  const refresh = useRefresh();
  const commands: Command[] = [
    {
      key: "backup-now",
      label: words.backupNow,
      icon: ICONS.backupNow,
      onClick: onBackupNow,
      blocked: signedIn ? whyBusy(busy) : strings.busy.signIn,
      expanded: asking,
    },
    {
      key: "automatic",
      label: automatic === false ? words.enable : words.disable,
      icon: ICONS.automatic,
      onClick: () => onPanel("automatic"),
      blocked: signedIn ? automaticBlocked : strings.busy.signIn,
      expanded: panel === "automatic",
    },
    { key: "refresh", label: words.refresh, icon: ICONS.refresh, onClick: refresh },
    {
      key: "pause",
      label: autoRefresh ? words.pause : words.resume,
      icon: autoRefresh ? ICONS.pause : ICONS.resume,
      onClick: () => setPreferences({ autoRefresh: !autoRefresh }),
    },
    {
      key: "more",
      label: words.more,
      icon: ICONS.more,
      onClick: () => onPanel("more"),
      blocked: signedIn ? null : strings.busy.signIn,
      expanded: panel === "more",
      menu: true,
    },
  ];
  return <CommandBar label={words.label} commands={commands} aside={ASIDE} />;
}
