import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { startBackup, type StartOutcome } from "../session/startBackup.ts";
import { useSession } from "../session/SessionContext.ts";
import type { StampSession } from "../session/stampSession.ts";
import { LIST } from "./backupQueries.ts";
import { forgetCommand, runCommand, useCommand, type Command } from "./commands.ts";
import { pollDelay } from "./operationQuery.ts";

/** Backup now. Its input is the page it was given on. */
export const START: Command<"blade" | "fleet", StartOutcome> = { name: "start" };

/** Starts a backup; `turn` may queue it behind others. Continues when the page is left. */
export async function giveStart(
  queryClient: QueryClient,
  session: StampSession,
  from: "blade" | "fleet",
  anyway: boolean,
  turn: (start: () => Promise<StartOutcome>) => Promise<StartOutcome> = (start) => start(),
): Promise<void> {
  await runCommand(queryClient, session, START, from, () =>
    turn(() => startBackup(session, pollDelay, anyway)),
  );
  await queryClient.invalidateQueries({ queryKey: ["stamp", session.stamp.id, LIST] });
}

/** Backup now on the open stamp: `pending` while it is being sent, `outcome` of the last one, from whichever page. */
export function useStartBackup() {
  const session = useSession();
  const queryClient = useQueryClient();
  const state = useCommand(START);
  return {
    pending: state?.status === "pending",
    outcome: state?.data ?? null,
    start: (anyway: boolean) => giveStart(queryClient, session, "blade", anyway),
    dismiss: () => void forgetCommand(queryClient, session, START),
  };
}
