import { useMutationState, useQueryClient, type QueryClient } from "@tanstack/react-query";
import PQueue from "p-queue";
import { commandOf, forgetCommand, type CommandState } from "../../queries/commands.ts";
import { giveStart, START } from "../../queries/useStartBackup.ts";
import type { StartOutcome } from "../../session/startBackup.ts";
import type { StampSession } from "../../session/stampSession.ts";

/** What has become of one stamp's part of an accepted click. */
export type FleetStartState =
  /** Others go first; nothing was sent yet. */
  { kind: "waiting" } | { kind: "starting" } | StartOutcome;

export interface FleetStart {
  stampId: string;
  title: string;
  state: FleetStartState;
}

export interface FleetStarts {
  /** Backup now as it was given on this page, by stamp, until dismissed. */
  starts: readonly FleetStart[];
  start: (stampIds: readonly string[]) => void;
  dismiss: () => void;
}

/** POSTs under way at once. They go on when the page is left. */
const startQueue = new PQueue({ concurrency: 4 });

/** One accepted click for these stamps: one POST each, in turn; none for a stamp whose last one is still under way. */
export async function startAll(queryClient: QueryClient, sessions: readonly StampSession[]): Promise<void> {
  await Promise.all(
    sessions.map((session) =>
      giveStart(queryClient, session, "fleet", false, (start) => startQueue.add(start)),
    ),
  );
}

/** Backup now on several stamps, with the same outcomes that their blades show. */
export function useFleetStarts(sessions: readonly StampSession[]): FleetStarts {
  const queryClient = useQueryClient();
  // Renders with each step of a start; which one it is, is looked up.
  useMutationState({ filters: { predicate: ({ options }) => options.mutationKey?.[2] === START.name } });
  return {
    starts: sessions.flatMap((session) => {
      const state = startStateOf(session, commandOf(queryClient, session, START)?.state);
      return state ? [{ stampId: session.stamp.id, title: session.stamp.title, state }] : [];
    }),
    start: (stampIds) =>
      void startAll(
        queryClient,
        sessions.filter(({ stamp }) => stampIds.includes(stamp.id)),
      ),
    dismiss() {
      for (const session of sessions) forgetCommand(queryClient, session, START);
    },
  };
}

/** The blade's own starts are no matter of this page. */
export function startStateOf(
  { operations }: StampSession,
  command: CommandState<"blade" | "fleet", StartOutcome>,
): FleetStartState | null {
  if (command?.variables !== "fleet") return null;
  if (command.status !== "pending") return command.data ?? null;
  // The intent is stored before the POST.
  return {
    kind: operations.get().operations.some(({ kind }) => kind === "posting") ? "starting" : "waiting",
  };
}
