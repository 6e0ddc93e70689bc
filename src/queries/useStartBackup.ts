import { useQueryClient } from "@tanstack/react-query";
import { LIST } from "./backupQueries.ts";
import { pollDelay } from "./operationQuery.ts";
import { useSession } from "../session/SessionContext.ts";
import { perSession, useSessionStore } from "../session/sessionStore.ts";
import { startBackup, type StartOutcome } from "../session/startBackup.ts";

interface Click {
  pending: boolean;
  outcome: StartOutcome | null;
}

const clickOf = perSession<Click>({ pending: false, outcome: null });

/**
 * Backup now: `pending` while a click is on its way, `outcome` of the last one, kept while other pages are looked at.
 * Not a TanStack mutation: that keeps a click made offline and sends it on reconnect.
 */
export function useStartBackup() {
  const session = useSession();
  const queryClient = useQueryClient();
  const { pending, outcome } = useSessionStore(clickOf);
  const { set } = clickOf(session);
  return {
    pending,
    outcome,
    start: async (anyway: boolean) => {
      set({ pending: true, outcome: null });
      let outcome: StartOutcome | null = null;
      try {
        outcome = await startBackup(session, pollDelay, anyway);
      } finally {
        set({ pending: false, outcome });
      }
      await queryClient.invalidateQueries({ queryKey: ["stamp", session.stamp.id, LIST] });
    },
    dismiss: () => set({ pending: false, outcome: null }),
  };
}
