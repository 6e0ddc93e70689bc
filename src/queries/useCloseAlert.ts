import { useQueryClient } from "@tanstack/react-query";
import { closeAlert } from "../api/alerts.ts";
import { toFailure } from "../api/errors.ts";
import type { Alert } from "../domain/alert.ts";
import type { Failure } from "../domain/failure.ts";
import { useSession } from "../session/SessionContext.ts";
import { ALERTS } from "./backupQueries.ts";
import { runCommand, useCommand, type Command } from "./commands.ts";

export interface AlertClosing {
  /** One PUT in the operator's name, sent at once or not at all. */
  close: (user: string) => void;
  /** Until the alerts were read again, whatever came of it: the page shows what the stamp says, not what was hoped for. */
  pending: boolean;
  /** Why it was not closed the last time it was tried. */
  failure: Failure | null;
}

/** Closes one alert: a command for each. `onClosed` is called once the stamp has closed it. */
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
