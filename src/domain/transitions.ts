import { isTerminal, type Operation } from "./operation.ts";

/** How far the life of an operation has been announced, by key; kept across reloads so that nothing is said twice. */
export type Announced = Readonly<Record<string, "started" | "ended" | "oldNews">>;

/** One thing worth saying aloud: each operation gives one start and one end (I18). */
export interface Announcement {
  kind: "started" | "ended";
  operation: Operation;
}

export interface DueAnnouncements {
  due: Announcement[];
  announced: Announced;
}

/**
 * What has become worth announcing since `announced`. A run begun elsewhere that had ended before this page ever
 * heard of it is old news and is passed over in silence. What does not concern the listener waits as it is.
 */
export function dueAnnouncements(
  operations: readonly Operation[],
  announced: Announced,
  concerns: (operation: Operation) => boolean = () => true,
): DueAnnouncements {
  const due: Announcement[] = [];
  // A Map, because a stamp may name a backup "__proto__", which as a key of an object literal is never kept.
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

/** A run is worth its start once the stamp has answered for it; a run lost before it ever answered is not news. */
function stageOf(operation: Operation): "started" | "ended" | null {
  if (isTerminal(operation)) return "ended";
  if (operation.kind === "running") return operation.askedAt === null ? null : "started";
  return null;
}
