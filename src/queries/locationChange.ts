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

/** Outcome of a change to the backup location. */
export type ChangeOutcome =
  /** Applied. `location` is the new state; null if the stamp's last answer didn't include it. */
  | { kind: "saved"; location: BackupLocation | null }
  /** Nothing was sent: the location couldn't be read first. */
  | { kind: "notSent"; failure: Failure }
  /** Nothing was sent: someone else changed the same settings in the meantime. */
  | { kind: "moved"; what: Moved[]; settings: Settings }
  /** Refused immediately, or the operation failed. `field`: the form field that the refusal is about. */
  | { kind: "refused"; failure: Failure; field: Field | null }
  /** Sent without a clear answer: it may have been applied. */
  | { kind: "unclear"; failure: Failure }
  /** Accepted, but it can't be tracked. */
  | { kind: "untracked"; why: "noLocation" | "foreignLocation" }
  | { kind: "lost"; failure: Failure };

/** Where the change was made: the form, or the command that turns automatic backups on and off. */
export type ChangeSource = "form" | "automatic";

/** A change of the location. Its input is the source only: the changes may hold passwords. */
export const CHANGE: Command<ChangeSource, ChangeOutcome> = { name: "change" };

/**
 * Changes the location and tracks the change to its end: one read, one PUT or PATCH, never repeated. `base` is what the
 * operator saw; without it, changes by others are not checked. Secrets exist only in `changes`, while this runs.
 * Null if this page is already making another change.
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
    await showChange(session, queryClient, outcome);
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

/** Shows the new location immediately, and reads again whatever may have changed. */
async function showChange(
  session: StampSession,
  queryClient: QueryClient,
  outcome: ChangeOutcome,
): Promise<void> {
  if (outcome.kind === "notSent" || outcome.kind === "refused") return;
  const { queryKey } = locationQuery(session);
  // An answer in flight may be older than the change.
  await queryClient.cancelQueries({ queryKey });
  if (outcome.kind === "saved" && outcome.location) queryClient.setQueryData(queryKey, outcome.location);
  else await queryClient.invalidateQueries({ queryKey });
  void queryClient.invalidateQueries({ queryKey: backupListQuery(session).queryKey });
}
