import type { QueryClient } from "@tanstack/react-query";
import { readForChange, sendChange, withoutSecrets, type ReadLocation } from "../api/configuration.ts";
import { toFailure } from "../api/errors.ts";
import type { Followed } from "../api/following.ts";
import { toLocation } from "../api/wire.ts";
import {
  fieldOfRefusal,
  movedSince,
  type Changes,
  type Field,
  type Moved,
  type Settings,
} from "../domain/configuration.ts";
import { failureOf, type Failure } from "../domain/failure.ts";
import type { BackupLocation } from "../domain/location.ts";
import { backupListQuery, locationQuery } from "./backupQueries.ts";
import { runCommand, type Command } from "./commands.ts";
import { followToEnd } from "./followToEnd.ts";
import { isOffline } from "../session/startBackup.ts";
import type { StampSession } from "../session/stampSession.ts";

/** What became of a change of the location. */
export type ChangeOutcome =
  /** The stamp has taken it; the location as it is now, null where its last answer did not carry it. */
  | { kind: "saved"; location: BackupLocation | null }
  /** Nothing was sent: why the location could not be read first. */
  | { kind: "notSent"; failure: Failure }
  /** Nothing was sent: somebody else changed the same settings meanwhile. */
  | { kind: "moved"; what: Moved[]; settings: Settings }
  /** Refused, at once or as an operation that failed; `field` is the one it belongs to. */
  | { kind: "refused"; failure: Failure; field: Field | null }
  /** Sent, and no clear answer came: it may have been taken. */
  | { kind: "unclear"; failure: Failure }
  /** Accepted, and its end cannot be asked for. */
  | { kind: "untracked"; why: "noLocation" | "foreignLocation" }
  | { kind: "lost"; failure: Failure };

/** Who asked: the form, or the command that turns automatic backups on and off. */
export type ChangeSource = "form" | "automatic";

/** A change of the location, and who asked for it. What is changed is no input: it may hold passwords. */
export const CHANGE: Command<ChangeSource, ChangeOutcome> = { name: "change" };

/**
 * Changes the location and follows that to its end: one read, one PUT or PATCH, never repeated. `base` is what the
 * operator saw; without it nobody's change is in the way. Secrets live in `changes` alone, for as long as this runs.
 * Null where another change of this page is under way.
 */
export function changeLocation(
  session: StampSession,
  queryClient: QueryClient,
  source: ChangeSource,
  changes: Changes,
  base: Settings | null,
): Promise<ChangeOutcome | null> {
  return runCommand(queryClient, session, CHANGE, source, async () => {
    const outcome = await outcomeOf(session, queryClient, changes, base);
    await takeIn(session, queryClient, outcome);
    return outcome;
  });
}

async function outcomeOf(
  session: StampSession,
  queryClient: QueryClient,
  changes: Changes,
  base: Settings | null,
): Promise<ChangeOutcome> {
  if (isOffline(session)) return { kind: "notSent", failure: failureOf("offline") };
  let read: ReadLocation;
  try {
    read = await readForChange(session.client);
  } catch (error) {
    return { kind: "notSent", failure: toFailure(error) };
  }
  const moved = base ? movedSince(base, read.settings, changes) : [];
  if (moved.length > 0) return { kind: "moved", what: moved, settings: read.settings };
  const sent = await sendChange(session.client, read, changes, session.world.newId());
  if (sent.kind === "unclear") return sent;
  const end = withoutSecrets(await followToEnd(session, queryClient, CHANGE, sent), changes);
  return toOutcome(end, changes, read);
}

function toOutcome(
  end: Exclude<Followed, { kind: "running" }>,
  changes: Changes,
  read: ReadLocation,
): ChangeOutcome {
  switch (end.kind) {
    case "ended":
      return { kind: "saved", location: toLocation(end.body) };
    case "failed": {
      const { failure, target } = end;
      const toBlob = changes.blobUrl !== undefined || (changes.path === undefined && isBlob(read));
      const { code, text } = failure;
      return {
        kind: "refused",
        failure,
        field: fieldOfRefusal({ target, code, text }, toBlob ? "blob" : "share"),
      };
    }
    case "untracked":
    case "lost":
      return end;
  }
}

function isBlob({ settings }: ReadLocation): boolean {
  return settings.store === "blob";
}

/** Shows at once what the stamp has now; whatever may have changed is asked for anew. */
async function takeIn(
  session: StampSession,
  queryClient: QueryClient,
  outcome: ChangeOutcome,
): Promise<void> {
  if (outcome.kind === "notSent" || outcome.kind === "refused") return;
  const { queryKey } = locationQuery(session);
  // An answer under way may be older than the change.
  await queryClient.cancelQueries({ queryKey });
  if (outcome.kind === "saved" && outcome.location) queryClient.setQueryData(queryKey, outcome.location);
  else await queryClient.invalidateQueries({ queryKey });
  void queryClient.invalidateQueries({ queryKey: backupListQuery(session).queryKey });
}
