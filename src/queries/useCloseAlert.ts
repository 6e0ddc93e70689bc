import { useMutation, useMutationState, useQueryClient } from "@tanstack/react-query";
import { closeAlert } from "../api/alerts.ts";
import { toFailure } from "../api/errors.ts";
import type { Alert } from "../domain/alert.ts";
import type { Failure } from "../domain/failure.ts";
import { ALERTS } from "./backupQueries.ts";
import { useSession } from "../session/SessionContext.ts";

export interface AlertClosing {
  /** One PUT in the operator's name, sent at once or not at all. */
  close: (user: string) => void;
  /** Until the alerts were read again, whatever came of it: the page shows what the stamp says, not what was hoped for. */
  pending: boolean;
  /** Why it was not closed the last time it was tried. */
  failure: Failure | null;
}

/**
 * Closes one alert. Each alert has its own mutation, which outlives the component: leaving the page loses neither what is
 * under way nor a refusal. `onClosed` is called once the stamp has closed it.
 */
export function useCloseAlert(alert: Alert, onClosed: () => void): AlertClosing {
  const session = useSession();
  const queryClient = useQueryClient();
  const mutationKey = ["stamp", session.stamp.id, ALERTS, alert.id, "close"];
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: (user: string) => closeAlert(session.client, alert, user),
    networkMode: "always",
    retry: false,
    onSuccess: onClosed,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["stamp", session.stamp.id, ALERTS] }),
  });
  const latest = useMutationState({
    filters: { mutationKey, exact: true },
    select: ({ state }) => ({ pending: state.status === "pending", error: state.error }),
  }).at(-1);
  return {
    close: mutate,
    pending: latest?.pending ?? false,
    failure: latest?.error ? toFailure(latest.error) : null,
  };
}
