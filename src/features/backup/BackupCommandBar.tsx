import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayFilled } from "@fluentui/react-icons/svg/play";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { Suspense, useState } from "react";
import type { Busy } from "../../domain/backupState.ts";
import type { BackupLocation } from "../../domain/location.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { CommandBar, type Command } from "../../ui/CommandBar.tsx";
import { ErrorBoundary } from "../../ui/ErrorBoundary.tsx";
import { lazyPart } from "../../ui/lazyPart.ts";
import { setPreferences, usePreferences } from "../../ui/preferences.ts";
import { strings } from "../../ui/strings.ts";
import { UpdatedAt } from "./UpdatedAt.tsx";

const MoreCommands = lazyPart(() => import("./MoreCommands.tsx").then((module) => module.MoreCommands));

const words = strings.commands;

export interface BackupCommandBarProps {
  busy: Busy;
  signedIn: boolean;
  /** Whether the question below the bar is open. */
  asking: boolean;
  onBackupNow: () => void;
  /** Null while it has not been read. */
  location: BackupLocation | null;
  /** Turning automatic backups on or off: asked about, or under way. */
  automatic: "asking" | "busy" | null;
  onAutomatic: () => void;
}

/** Backup now, automatic backups on and off, Refresh, pausing, more; what cannot be pressed says why. */
export function BackupCommandBar({
  busy,
  signedIn,
  asking,
  onBackupNow,
  location,
  automatic,
  onAutomatic,
}: BackupCommandBarProps) {
  const { autoRefresh } = usePreferences();
  const [more, setMore] = useState(false);
  const refresh = useRefresh();
  const commands: Command[] = [
    {
      key: "backup-now",
      label: words.backupNow,
      icon: <PlayFilled />,
      onClick: onBackupNow,
      blocked: signedIn ? whyBusy(busy) : strings.busy.signIn,
      expanded: asking,
    },
    {
      key: "automatic",
      label: location?.schedulerEnabled === false ? words.enable : words.disable,
      icon: <ClockRegular />,
      onClick: onAutomatic,
      blocked: signedIn ? whyFixed(location, automatic) : strings.busy.signIn,
      expanded: automatic === "asking",
    },
    { key: "refresh", label: words.refresh, icon: <ArrowClockwiseRegular />, onClick: refresh },
    {
      key: "pause",
      label: autoRefresh ? words.pause : words.resume,
      icon: autoRefresh ? <PauseRegular /> : <ArrowSyncRegular />,
      onClick: () => setPreferences({ autoRefresh: !autoRefresh }),
    },
    {
      key: "more",
      label: words.more,
      icon: <MoreHorizontalRegular />,
      onClick: () => setMore(!more),
      blocked: signedIn ? null : strings.busy.signIn,
      expanded: more,
      menu: true,
    },
  ];
  return (
    <CommandBar
      label={words.label}
      commands={commands}
      aside={<UpdatedAt />}
      menu={
        more && (
          <ErrorBoundary>
            <Suspense>
              <MoreCommands onClose={() => setMore(false)} />
            </Suspense>
          </ErrorBoundary>
        )
      }
    />
  );
}

/** Why automatic backups can be turned neither on nor off now. */
function whyFixed(location: BackupLocation | null, automatic: "asking" | "busy" | null): string | null {
  if (automatic === "busy") return strings.busy.saving;
  if (location === null) return strings.busy.unread;
  return location.storage === "none" ? strings.busy.unset : null;
}

function whyBusy(busy: Busy): string | null {
  if (busy === null) return null;
  if (busy.kind !== "running") return strings.busy[busy.kind];
  return busy.row.state.kind === "finishing" ? strings.busy.finishing : strings.busy.running;
}
