import { ArrowClockwiseRegular } from "@fluentui/react-icons/headless/svg/arrow-clockwise";
import { ArrowSyncRegular } from "@fluentui/react-icons/headless/svg/arrow-sync";
import { PauseRegular } from "@fluentui/react-icons/headless/svg/pause";
import { PlayFilled } from "@fluentui/react-icons/headless/svg/play";
import type { FleetEntry } from "./fleetEntries.ts";
import { useFleetRound, useRequestRate } from "./useFleet.ts";
import { CommandBar, type Command } from "../../ui/CommandBar.tsx";
import { setPreferences, usePreferences } from "../../ui/preferences.ts";
import { fleetStrings } from "./strings.ts";

const commandsStrings = fleetStrings.commands;

export interface FleetCommandBarProps {
  entries: readonly FleetEntry[];
  /** How many stamps are selected. */
  selected: number;
  /** Whether none of them can be backed up now. */
  noneCan: boolean;
  asking: boolean;
  onBackupNow: () => void;
  onRefresh: () => void;
}

/** Backup now for the selection, Refresh, pausing; and what this page costs the network. */
export function FleetCommandBar(props: FleetCommandBarProps) {
  const { entries, selected, noneCan, asking, onBackupNow, onRefresh } = props;
  const { autoRefresh } = usePreferences();
  const commands: Command[] = [
    {
      key: "fleet-backup-now",
      label: commandsStrings.backupNow(selected),
      icon: <PlayFilled />,
      onClick: onBackupNow,
      disabledReason:
        selected === 0 ? commandsStrings.nothingSelected : noneCan ? fleetStrings.confirm.none : null,
      expanded: asking,
    },
    {
      key: "fleet-refresh",
      label: commandsStrings.refresh,
      icon: <ArrowClockwiseRegular />,
      onClick: onRefresh,
    },
    {
      key: "fleet-pause",
      label: autoRefresh ? commandsStrings.pause : commandsStrings.resume,
      icon: autoRefresh ? <PauseRegular /> : <ArrowSyncRegular />,
      onClick: () => setPreferences({ autoRefresh: !autoRefresh }),
    },
  ];
  return (
    <CommandBar label={commandsStrings.label} commands={commands} aside={<Traffic entries={entries} />} />
  );
}

/** The requests that this page sends, counted; and at first, how many stamps have answered. */
function Traffic({ entries }: { entries: readonly FleetEntry[] }) {
  const { autoRefresh } = usePreferences();
  const { requests, overMs } = useRequestRate();
  const roundMs = useFleetRound(entries.length);
  const { loading, soFar, perMinute, round, paused } = fleetStrings.traffic;
  const known = entries.filter(({ state }) => state.contact.kind !== "asking").length;
  const rate = overMs < 60_000 ? soFar(requests) : perMinute(Math.round((requests * 60_000) / overMs));
  return (
    <>
      {known < entries.length && `${loading(known, entries.length)} · `}
      {rate} · {autoRefresh ? round(roundMs / 60_000) : paused}
    </>
  );
}
