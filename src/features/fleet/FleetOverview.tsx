import { useCallback, useRef, useState } from "react";
import type { Stamp } from "../../domain/stamp.ts";
import type { StampSession } from "../../queries/stampSession.ts";
import { useFleet } from "../../queries/useFleet.ts";
import { Button } from "@fluentui/react-components";
import { fleetStrings } from "../../ui/fleetStrings.ts";
import { usePreferences } from "../../ui/preferences.ts";
import { FleetCommandBar } from "./FleetCommandBar.tsx";
import { FleetConfirm } from "./FleetConfirm.tsx";
import { FleetFilters } from "./FleetFilters.tsx";
import styles from "./FleetOverview.module.css";
import { FleetOutcomes } from "./FleetOutcomes.tsx";
import { FleetTable } from "./FleetTable.tsx";
import { useFleetList, type FleetFilter } from "./useFleetList.ts";
import { whyBlocked } from "./whyBlocked.ts";

export interface FleetOverviewProps {
  stamps: readonly Stamp[];
  sessionOf: (stamp: Stamp) => StampSession;
  hrefOf: (stampId: string) => string;
  alertsHrefOf: (stampId: string) => string;
}

const NO_FILTER: FleetFilter = { search: "", show: "all", sort: "worst" };

/** All stamps: commands, filter, what became of Backup now, and one row for each. */
export function FleetOverview({ stamps, sessionOf, hrefOf, alertsHrefOf }: FleetOverviewProps) {
  const { autoRefresh } = usePreferences();
  const fleet = useFleet(stamps, sessionOf, !autoRefresh);
  const [filter, setFilter] = useState(NO_FILTER);
  const [held, setHeld] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const opener = useRef<Element | null>(null);
  const list = useFleetList(fleet.entries, filter, held);
  const startOf = new Map(fleet.starts.map(({ stampId, state }) => [stampId, state]));
  const blockedOf = new Map(
    fleet.entries.map((entry) => [entry.stamp.id, whyBlocked(entry, startOf.get(entry.stamp.id))]),
  );

  const ask = useCallback((stampIds: readonly string[]) => {
    opener.current = document.activeElement;
    setAsked(stampIds);
  }, []);
  const select = useCallback((stampIds: readonly string[], on: boolean) => {
    setSelected((before) => {
      const others = [...before].filter((id) => !stampIds.includes(id));
      return new Set(on ? [...others, ...stampIds] : others);
    });
  }, []);
  const answer = (startable: readonly string[]) => {
    setAsked(null);
    if (startable.length > 0) {
      fleet.start(startable);
      select(startable, false);
    }
    requestAnimationFrame(() => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    });
  };

  return (
    <>
      <div className={styles["top"]}>
        <FleetCommandBar
          entries={fleet.entries}
          selected={selected.size}
          blocked={selected.size > 0 && [...selected].every((id) => blockedOf.get(id) !== null)}
          asking={asked !== null}
          onBackupNow={() => (asked ? answer([]) : ask([...selected]))}
          onRefresh={fleet.refresh}
        />
        {asked && (
          <FleetConfirm entries={fleet.entries} asked={asked} blockedOf={blockedOf} onAnswer={answer} />
        )}
      </div>
      <div className={styles["content"]}>
        <FleetOutcomes starts={fleet.starts} hrefOf={hrefOf} onDismiss={fleet.dismissStarts} />
        <FleetFilters
          filter={filter}
          shown={list.rows.length}
          all={fleet.entries.length}
          changed={held ? list.changed : 0}
          onFilter={setFilter}
          onSortAgain={list.sortAgain}
        />
        {list.rows.length === 0 ? (
          <div className={styles["empty"]} role="status">
            <h2>{fleetStrings.filter.noneTitle}</h2>
            <p>{fleetStrings.filter.none}</p>
            <Button onClick={() => setFilter({ ...NO_FILTER, sort: filter.sort })}>
              {fleetStrings.filter.clear}
            </Button>
          </div>
        ) : (
          <FleetTable
            rows={list.rows}
            sort={filter.sort}
            selected={selected}
            startOf={startOf}
            blockedOf={blockedOf}
            hrefOf={hrefOf}
            alertsHrefOf={alertsHrefOf}
            onSelect={select}
            onBackupNow={ask}
            onHeld={setHeld}
          />
        )}
      </div>
    </>
  );
}
