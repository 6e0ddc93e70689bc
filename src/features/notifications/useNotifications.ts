import { isTerminal, type Operation } from "../../domain/operation.ts";
import type { Announced } from "../../domain/transitions.ts";
import { useOtherRuns } from "../../queries/useOtherSessions.ts";
import { useSession } from "../../session/SessionContext.ts";
import type { StampSession } from "../../session/stampSession.ts";
import { useOperations } from "../../session/useOperations.ts";
import { useStore } from "../../store.ts";
import { setPreferences, usePreferences } from "../../ui/preferences.ts";

/** A run, and the stamp it is of. */
export interface NotifiedRun {
  session: StampSession;
  operation: Operation;
}

/**
 * The runs worth a notification, newest first, one each: all of the open stamp, and of other stamps those that were
 * started here; and how many of them ended since the bell was last opened here.
 */
export function useNotifications(): { runs: readonly NotifiedRun[]; unread: number; markRead: () => void } {
  const open = useSession();
  const { notificationsReadAt } = usePreferences();
  const operations = useOperations();
  // Renders with what has been announced.
  useStore(open.operations, ({ announced }) => announced);
  const others = useOtherRuns();
  const runs = [...operations.map((operation) => ({ session: open, operation })), ...others]
    .filter(({ session, operation }) => isNews(operation, session.operations.get().announced))
    .toSorted((a, b) => startOf(b.operation) - startOf(a.operation));
  const readAtOf = ({ stamp }: StampSession) =>
    Object.hasOwn(notificationsReadAt, stamp.id) ? (notificationsReadAt[stamp.id] ?? 0) : 0;
  const unread = runs.filter(
    ({ session, operation }) => isTerminal(operation) && operation.endedAt > readAtOf(session),
  ).length;
  const markRead = () =>
    setPreferences((latest) => ({
      notificationsReadAt: {
        ...latest.notificationsReadAt,
        ...Object.fromEntries(
          [open, ...runs.map(({ session }) => session)].map(({ stamp, now }) => [stamp.id, now()]),
        ),
      },
    }));
  return { runs, unread, markRead };
}

function isNews({ key, kind }: Operation, announced: Announced): boolean {
  return kind === "unknown" || announced[key] === "started" || announced[key] === "ended";
}

function startOf(operation: Operation): number {
  return operation.startedAt ?? ("seenAt" in operation ? operation.seenAt : Number.POSITIVE_INFINITY);
}
