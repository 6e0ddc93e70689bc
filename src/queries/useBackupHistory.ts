import { useQueryClient } from "@tanstack/react-query";
import { historyOf, type BackupHistory } from "../domain/backupHistory.ts";
import type { BackupRow } from "../domain/backupState.ts";
import type { Alert } from "../domain/alert.ts";
import type { BackupLocation } from "../domain/location.ts";
import { backupListQuery } from "./backupQueries.ts";
import { useSession } from "../session/SessionContext.ts";
import { createStampStore } from "../session/stampStore.ts";
import { useAlerts } from "./useAlerts.ts";
import { useBackupsState, useLocationState } from "./useBackupState.ts";

/** A younger history is reused: computing one takes milliseconds for long lists. */
const KEPT_MS = 30_000;

interface DatedHistory {
  rows: readonly BackupRow[];
  location: BackupLocation | null;
  alerts: readonly Alert[] | null;
  at: number;
  history: BackupHistory;
}

// Shared by all components that read it.
const datedHistoryOf = createStampStore<DatedHistory | null>(null);

/**
 * The stamp's backups by schedule slot, as of this render. A caller that must notice a passing slot re-renders
 * periodically.
 */
export function useBackupHistory(): BackupHistory {
  const session = useSession();
  const queryClient = useQueryClient();
  const { rows, incomplete } = useBackupsState();
  const { location } = useLocationState();
  const { alerts } = useAlerts();
  const { get, set } = datedHistoryOf(session);
  const before = get();
  const now = session.now();
  const isSame = before?.rows === rows && before.location === location && before.alerts === alerts;
  if (isSame && Math.abs(now - before.at) < KEPT_MS) return before.history;
  const readAt = queryClient.getQueryState(backupListQuery(session).queryKey)?.dataUpdatedAt ?? 0;
  const { wallClock, clockRate } = session.world;
  const history = historyOf(
    {
      rows,
      listIncomplete: incomplete !== null,
      listReadAt: now - Math.max(0, wallClock() - readAt) * clockRate,
      location,
      alerts: alerts ?? [],
    },
    now,
  );
  set({ rows, location, alerts, at: now, history });
  return history;
}
