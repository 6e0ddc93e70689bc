import { useSyncExternalStore } from "react";
import { isTerminal, type Operation } from "../../domain/operation.ts";
import { useSession } from "../../queries/SessionContext.ts";
import { usePreferences } from "../../ui/preferences.ts";

/** The runs worth a notification, newest first, one each, and how many ended since the bell was last opened. */
export function useNotifications(): { runs: readonly Operation[]; unread: number } {
  const { operations } = useSession();
  const { notificationsReadAt } = usePreferences();
  const stored = useSyncExternalStore(operations.subscribe, operations.getSnapshot);
  const runs = stored.operations.filter(
    ({ key, kind }) => kind === "unknown" || isNews(stored.announced[key]),
  );
  const unread = runs.filter((run) => isTerminal(run) && run.endedAt > notificationsReadAt).length;
  return { runs, unread };
}

function isNews(said: "started" | "ended" | "oldNews" | undefined): boolean {
  return said === "started" || said === "ended";
}
