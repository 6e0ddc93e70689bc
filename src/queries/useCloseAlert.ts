import { useQueryClient } from "@tanstack/react-query";
import { closeAlert } from "../api/alerts.ts";
import { toFailure } from "../api/errors.ts";
import type { Alert } from "../domain/alert.ts";
import type { Failure } from "../domain/failure.ts";
import { useSession } from "../session/SessionContext.ts";
import { ALERTS } from "./backupQueries.ts";
import { runCommand, useCommand, type Command } from "./commands.ts";

export interface AlertClosing {
  /** Sends one PUT in the operator's name, immediately or not at all. */
  close: (user: string) => void;
  /** True until the alerts are read again, whatever the outcome: the page shows the stamp's state, not the expected one. */
  pending: boolean;
  /** Why the last attempt failed. */
  failure: Failure | null;
}

/** Closes one alert; each alert has its own command. `onClosed` is called once the stamp has closed it. */
export function useCloseAlert(alert: Alert, onClosed: () => void): AlertClosing {
  const session = useSession();
  const queryClient = useQueryClient();
  const command: Command<null, Failure | null> = { name: `close alert ${alert.id}` };
  const state = useCommand(command);
  const work = async (user: string) => {
    const failure = await closeAlert(session.client, alert, user).then(() => null, toFailure);
    if (failure === null) onClosed();
    await queryClient.invalidateQueries({ queryKey: ["stamp", session.stamp.id, ALERTS] });
    return failure;
  };
  return {
    close: (user) => void runCommand(queryClient, session, command, null, () => work(user)),
    pending: state?.status === "pending",
    failure: state?.data ?? null,
  };
}
