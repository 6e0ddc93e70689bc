import { ArrowClockwiseRegular } from "@fluentui/react-icons/headless/svg/arrow-clockwise";
import { ArrowSyncRegular } from "@fluentui/react-icons/headless/svg/arrow-sync";
import { PauseRegular } from "@fluentui/react-icons/headless/svg/pause";
import { PlayFilled } from "@fluentui/react-icons/headless/svg/play";
import type { FleetEntry } from "../../queries/fleetStore.ts";
import { CommandBar, type Command } from "../../ui/CommandBar.tsx";
import { fleetStrings } from "../../ui/fleetStrings.ts";
import { setPreferences, usePreferences } from "../../ui/preferences.ts";
import { FleetTraffic } from "./FleetTraffic.tsx";

const words = fleetStrings.commands;

export interface FleetCommandBarProps {
  entries: readonly FleetEntry[];
  /** How many stamps are selected. */
  selected: number;
  /** Whether none of them can be backed up now. */
  blocked: boolean;
  asking: boolean;
  onBackupNow: () => void;
  onRefresh: () => void;
}

/** Backup now for the selection, Refresh, pausing; and what this page costs the network. */
export function FleetCommandBar({
  entries,
  selected,
  blocked,
  asking,
  onBackupNow,
  onRefresh,
}: FleetCommandBarProps) {
  const { autoRefresh } = usePreferences();
  const commands: Command[] = [
    {
      key: "fleet-backup-now",
      label: words.backupNow(selected),
      icon: <PlayFilled />,
      onClick: onBackupNow,
      disabledReason: selected === 0 ? words.nothingSelected : blocked ? fleetStrings.confirm.none : null,
      expanded: asking,
    },
    { key: "fleet-refresh", label: words.refresh, icon: <ArrowClockwiseRegular />, onClick: onRefresh },
    {
      key: "fleet-pause",
      label: autoRefresh ? words.pause : words.resume,
      icon: autoRefresh ? <PauseRegular /> : <ArrowSyncRegular />,
      onClick: () => setPreferences({ autoRefresh: !autoRefresh }),
    },
  ];
  return <CommandBar label={words.label} commands={commands} aside={<FleetTraffic entries={entries} />} />;
}
