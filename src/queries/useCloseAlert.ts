import { useMutation, useQueryClient } from "@tanstack/react-query";
import { closeAlert } from "../api/alerts.ts";
import type { Alert } from "../domain/alert.ts";
import { ALERTS } from "./backupQueries.ts";
import { useSession } from "./SessionContext.ts";

/**
 * Closes an alert in an operator's name: one PUT, sent at once or not at all. Pending until the alerts were read again,
 * whatever came of it, so that the page shows what the stamp says and not what was hoped for.
 */
export function useCloseAlert() {
  const session = useSession();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ alert, user }: { alert: Alert; user: string }) => closeAlert(session.client, alert, user),
    networkMode: "always",
    retry: false,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["stamp", session.stamp.id, ALERTS] }),
  });
}
