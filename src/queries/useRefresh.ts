import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { SHORTEST_DELAY_MS } from "../domain/retryAfter.ts";
import { useSession } from "../session/SessionContext.ts";

/** Reads everything again at the operator's request, except operations polled within the last 5 s (I13). */
export function useRefresh(): () => void {
  const session = useSession();
  const queryClient = useQueryClient();
  return useCallback(() => {
    for (const operation of session.operations.get().operations) {
      if (operation.kind !== "running") continue;
      // Negative after the stamp's clock was corrected.
      const sinceAsked = session.now() - (operation.askedAt ?? 0);
      if (operation.trouble || sinceAsked < 0 || sinceAsked >= SHORTEST_DELAY_MS)
        session.operations.noteAsked(operation.key, 0);
    }
    void queryClient.invalidateQueries({ queryKey: ["stamp", session.stamp.id] });
  }, [session, queryClient]);
}
