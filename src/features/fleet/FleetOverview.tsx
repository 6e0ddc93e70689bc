import { Button } from "@fluentui/react-components";
import { useCallback, useMemo, useRef, useState } from "react";
import type { Stamp } from "../../domain/stamp.ts";
import type { StampSession } from "../../session/stampSession.ts";
import { useFleet } from "./useFleet.ts";
import { BladeContent } from "../../ui/Blade.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { usePreferences } from "../../ui/preferences.ts";
import { FleetCommandBar } from "./FleetCommandBar.tsx";
import { FleetConfirm } from "./FleetConfirm.tsx";
import { FleetFilters } from "./FleetFilters.tsx";
import { FleetOutcomes } from "./FleetOutcomes.tsx";
import styles from "./FleetOverview.module.css";
import { FleetTable } from "./FleetTable.tsx";
import { useFleetStarts } from "./fleetStarts.ts";
import { FleetTiles } from "./FleetTiles.tsx";
import { fleetStrings } from "./strings.ts";
import { useFleetList, type FleetFilter } from "./useFleetList.ts";

export interface FleetOverviewProps {
  stamps: readonly Stamp[];
  sessionOf: (stamp: Stamp) => StampSession;
  hrefOf: (stampId: string) => string;
  alertsHrefOf: (stampId: string) => string;
}

const NO_FILTER: FleetFilter = { search: "", show: "all", sort: "worst" };

/** All stamps: commands, how many are in which state, filter, results of Backup now, and one row for each. */
export function FleetOverview({ stamps, sessionOf, hrefOf, alertsHrefOf }: FleetOverviewProps) {
  const { autoRefresh } = usePreferences();
  const sessions = useMemo(() => stamps.map(sessionOf), [stamps, sessionOf]);
  const fleet = useFleet(sessions, !autoRefresh);
  const { starts, start, dismiss } = useFleetStarts(sessions);
  const [filter, setFilter] = useState(NO_FILTER);
  const [held, setHeld] = useState(false);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const opener = useRef<Element | null>(null);
  const list = useFleetList(fleet.entries, starts, filter, held);
  const itemsOf = (ids: Iterable<string>) => [...ids].flatMap((id) => list.items.get(id) ?? []);

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
      start(startable);
      select(startable, false);
    }
    requestAnimationFrame(() => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    });
  };

  return (
    <>
      <FleetCommandBar
        entries={fleet.entries}
        selected={selected.size}
        noneCan={itemsOf(selected).every(({ disabledReason }) => disabledReason !== null)}
        asking={asked !== null}
        onBackupNow={() => (asked ? answer([]) : ask([...selected]))}
        onRefresh={fleet.refresh}
      />
      {asked && <FleetConfirm asked={itemsOf(asked)} onAnswer={answer} />}
      <BladeContent className={styles["content"]}>
        <FleetOutcomes starts={starts} hrefOf={hrefOf} onDismiss={dismiss} />
        <FleetTiles
          entries={fleet.entries}
          show={filter.show}
          onShow={(show) => setFilter({ ...filter, show })}
        />
        <FleetFilters
          filter={filter}
          shown={list.rows.length}
          all={fleet.entries.length}
          changed={held ? list.changed : 0}
          onFilter={setFilter}
          onSortAgain={list.sortAgain}
        />
        {list.rows.length === 0 ? (
          <EmptyState
            title={fleetStrings.filter.noneTitle}
            actions={
              <Button onClick={() => setFilter({ ...NO_FILTER, sort: filter.sort })}>
                {fleetStrings.filter.clear}
              </Button>
            }
          >
            {fleetStrings.filter.none}
          </EmptyState>
        ) : (
          <FleetTable
            rows={list.rows}
            sort={filter.sort}
            onSort={(sort) => setFilter({ ...filter, sort })}
            selected={selected}
            hrefOf={hrefOf}
            alertsHrefOf={alertsHrefOf}
            onSelect={select}
            onBackupNow={ask}
            onHeld={setHeld}
          />
        )}
      </BladeContent>
    </>
  );
}
