import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { FollowEnd } from "./followToEnd.ts";
import { followToEnd } from "./followToEnd.ts";
import { postPrune, toPrunedPaths } from "../api/prune.ts";
import { failureOf, type Failure } from "../domain/failure.ts";
import { backupListQuery, locationQuery } from "./backupQueries.ts";
import { useSession } from "../session/SessionContext.ts";
import { perSession, useSessionStore } from "../session/sessionStore.ts";
import { isOffline } from "../session/startBackup.ts";
import type { StampSession } from "../session/stampSession.ts";

/** Why a pruning, or its dry run, brought no list of paths. */
export type PruneTrouble =
  | { kind: "notSent"; failure: Failure }
  | { kind: "refused"; failure: Failure }
  /** It may have begun. */
  | { kind: "unclear"; failure: Failure }
  | { kind: "untracked"; why: "noLocation" | "foreignLocation" }
  | { kind: "lost"; failure: Failure };

export type PruneState =
  | { kind: "idle" }
  | { kind: "running"; dryRun: boolean; startedAt: number; trouble: Failure | null }
  /** A dry run's answer: what a pruning would delete. */
  | { kind: "found"; paths: string[]; at: number }
  | { kind: "pruned"; paths: string[] }
  | { kind: "failed"; dryRun: boolean; why: PruneTrouble };

const pruneStore = perSession<PruneState>({ kind: "idle" });

export interface Prune {
  state: PruneState;
  start: (dryRun: boolean) => void;
  /** Back to the beginning; a pruning under way goes on. */
  reset: () => void;
}

/** Pruning the open stamp's external store. Goes on while its pane is closed. */
export function usePrune(): Prune {
  const session = useSession();
  const queryClient = useQueryClient();
  const store = pruneStore(session);
  return {
    state: useSessionStore(pruneStore),
    start: (dryRun) => void prune(session, queryClient, dryRun),
    reset: () => {
      if (store.get().kind !== "running") store.set({ kind: "idle" });
    },
  };
}

async function prune(session: StampSession, queryClient: QueryClient, dryRun: boolean): Promise<void> {
  const store = pruneStore(session);
  if (store.get().kind === "running") return;
  if (isOffline(session)) {
    store.set({ kind: "failed", dryRun, why: { kind: "notSent", failure: failureOf("offline") } });
    return;
  }
  const startedAt = session.now();
  const running = (trouble: Failure | null) => store.set({ kind: "running", dryRun, startedAt, trouble });
  running(null);
  const sent = await postPrune(session.client, dryRun, session.world.newId());
  if (sent.kind === "unclear") store.set({ kind: "failed", dryRun, why: sent });
  else store.set(toState(await followToEnd(session, sent, running), dryRun, session.now()));
  if (dryRun) return;
  for (const { queryKey } of [backupListQuery(session), locationQuery(session)])
    void queryClient.invalidateQueries({ queryKey });
}

function toState(end: FollowEnd, dryRun: boolean, at: number): PruneState {
  if (end.kind === "ended") {
    const paths = toPrunedPaths(end.body);
    if (paths) return dryRun ? { kind: "found", paths, at } : { kind: "pruned", paths };
    const failure = failureOf("unexpected", { code: "NotAPruneList" });
    return { kind: "failed", dryRun, why: { kind: "lost", failure } };
  }
  if (end.kind === "failed") {
    return { kind: "failed", dryRun, why: { kind: "refused", failure: end.failure } };
  }
  return { kind: "failed", dryRun, why: end };
}
