import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { FollowEnd } from "./followToEnd.ts";
import { followToEnd, useFollowTrouble } from "./followToEnd.ts";
import { postPrune, toPrunedPaths } from "../api/prune.ts";
import { failureOf, type Failure } from "../domain/failure.ts";
import { backupListQuery, locationQuery } from "./backupQueries.ts";
import { runCommand, useCommand, type Command, type CommandState } from "./commands.ts";
import { useSession } from "../session/SessionContext.ts";
import { isOffline } from "../session/startBackup.ts";
import type { StampSession } from "../session/stampSession.ts";

/** Why pruning, or a dry run, returned no list of paths. */
export type PruneTrouble =
  | { kind: "notSent"; failure: Failure }
  | { kind: "refused"; failure: Failure }
  /** It may have started. */
  | { kind: "unclear"; failure: Failure }
  | { kind: "untracked"; why: "noLocation" | "foreignLocation" }
  | { kind: "lost"; failure: Failure };

export type PruneState =
  | { kind: "idle" }
  | { kind: "running"; dryRun: boolean; startedAt: number; trouble: Failure | null }
  /** A dry run's result: what pruning would delete. */
  | { kind: "found"; paths: string[]; at: number }
  | { kind: "pruned"; paths: string[] }
  | { kind: "failed"; dryRun: boolean; why: PruneTrouble };

type PruneOutcome = Exclude<PruneState, { kind: "idle" | "running" }>;

/** Pruning or a dry run. */
const PRUNE: Command<{ dryRun: boolean }, PruneOutcome> = { name: "prune" };

export interface Prune {
  state: PruneState;
  start: (dryRun: boolean) => void;
}

/** Prunes the open stamp's external store; continues while the pane is closed. */
export function usePrune(): Prune {
  const session = useSession();
  const queryClient = useQueryClient();
  const command = useCommand(PRUNE);
  const trouble = useFollowTrouble(PRUNE);
  return {
    state: stateOf(session, command, trouble),
    start: (dryRun) =>
      void runCommand(queryClient, session, PRUNE, { dryRun }, () => prune(session, queryClient, dryRun)),
  };
}

function stateOf(
  session: StampSession,
  command: CommandState<{ dryRun: boolean }, PruneOutcome>,
  trouble: Failure | null,
): PruneState {
  if (command?.status !== "pending") return command?.data ?? { kind: "idle" };
  const dryRun = command.variables?.dryRun ?? false;
  return { kind: "running", dryRun, startedAt: session.at(command.submittedAt), trouble };
}

async function prune(
  session: StampSession,
  queryClient: QueryClient,
  dryRun: boolean,
): Promise<PruneOutcome> {
  if (isOffline(session))
    return { kind: "failed", dryRun, why: { kind: "notSent", failure: failureOf("offline") } };
  const sent = await postPrune(session.client, dryRun, session.world.newId());
  const outcome: PruneOutcome =
    sent.kind === "unclear"
      ? { kind: "failed", dryRun, why: sent }
      : toOutcome(await followToEnd(session, queryClient, PRUNE, sent), dryRun, session.now());
  if (!dryRun) {
    for (const { queryKey } of [backupListQuery(session), locationQuery(session)])
      void queryClient.invalidateQueries({ queryKey });
  }
  return outcome;
}

function toOutcome(end: FollowEnd, dryRun: boolean, at: number): PruneOutcome {
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
