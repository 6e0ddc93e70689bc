import { isTerminal, type Operation } from "./operation.ts";

/** What has been announced of each operation, by key; stored, so that nothing is announced twice. */
export type Announced = Readonly<Record<string, "started" | "ended" | "oldNews">>;

/** One announcement: each operation has one start and one end (I18). */
export interface Announcement {
  kind: "started" | "ended";
  operation: Operation;
}

export interface DueAnnouncements {
  due: Announcement[];
  announced: Announced;
}

/**
 * New announcements since `announced`. A run started elsewhere that had ended before this page saw it isn't announced.
 * Operations that don't concern the listener stay unchanged.
 */
export function dueAnnouncements(
  operations: readonly Operation[],
  announced: Announced,
  concerns: (operation: Operation) => boolean = () => true,
): DueAnnouncements {
  const due: Announcement[] = [];
  // A Map, because a stamp may name a backup "__proto__", which an object literal wouldn't store as a key.
  const next = new Map<string, "started" | "ended" | "oldNews">();
  for (const operation of operations) {
    const said = Object.hasOwn(announced, operation.key) ? announced[operation.key] : undefined;
    const kind = stageOf(operation);
    if (kind === null || said === "ended" || said === "oldNews" || !concerns(operation)) {
      if (said !== undefined) next.set(operation.key, said);
      continue;
    }
    const oldNews = kind === "ended" && said === undefined && operation.origin === "elsewhere";
    if (said !== kind && !oldNews) due.push({ kind, operation });
    next.set(operation.key, oldNews ? "oldNews" : kind);
  }
  return { due, announced: Object.fromEntries(next) };
}

/** A start is announced once a poll has succeeded; a run lost before that isn't announced. */
function stageOf(operation: Operation): "started" | "ended" | null {
  if (isTerminal(operation)) return "ended";
  if (operation.kind === "running") return operation.askedAt === null ? null : "started";
  return null;
}
