import { findStamp, type FindOutcome } from "../api/findStamp.ts";
import type { Stamp, StampHint } from "../domain/stamp.ts";
import type { Stamps, Unfound } from "./stampList.ts";
import { forgetFound, rememberFound } from "./storedStamps.ts";

/** So many stamps are asked at a time: a long stamps.json must not flood a thin link. */
const AT_A_TIME = 4;

const begun = new WeakSet<Stamps>();

/**
 * Finds all stamps that stamps.json gives by their address alone, once, however often it is called. Each appears as it
 * is found, and none waits for a dead one.
 */
export async function findListed(stamps: Stamps): Promise<void> {
  if (begun.has(stamps)) return;
  begun.add(stamps);
  const waiting = stamps.list.get().unfound.filter(({ outcome }) => outcome === null);
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await findOne(stamps, next.hint, null);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

/** Finds one of them, again or with a token. Its place in the list of stamps tells how it went. */
export async function findOne(stamps: Stamps, hint: StampHint, token: string | null): Promise<void> {
  const { list, world } = stamps;
  const note = (known: Partial<Unfound>) =>
    list.change(({ unfound }) => ({
      unfound: unfound.map((one) => (one.hint.id === hint.id ? { ...one, ...known } : one)),
    }));
  note({ outcome: null, step: null });
  const outcome = await findHere(stamps, hint, token, { onStep: (step) => note({ step }) });
  if (outcome.kind !== "found") return note({ outcome });
  const { stamp } = outcome.found;
  rememberFound(world.storage, world.pageUrl, stamp);
  if (token !== null) stamps.sessionOf(stamp).token.set(token);
  list.change(({ stamps: known, unfound, found, order = [] }) => ({
    stamps: inOrder([...known, stamp], order),
    found: [...found, hint],
    unfound: unfound.filter((one) => one.hint.id !== hint.id),
  }));
}

/** Stamps of the file in its order, and those added here behind them. */
function inOrder(stamps: readonly Stamp[], order: readonly string[]): readonly Stamp[] {
  const placeOf = ({ id }: Stamp) => (order.includes(id) ? order.indexOf(id) : order.length);
  return stamps.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Forgets what was found of a stamp and asks it anew: it may have been deployed again. */
export function askAgain(stamps: Stamps, hint: StampHint): Promise<void> {
  const { list, world } = stamps;
  // Begun here, as what shows the search would begin it and ask this one twice.
  void findListed(stamps);
  forgetFound(world.storage, world.pageUrl, hint.id);
  list.change(({ stamps: known, unfound, found }) => ({
    stamps: known.filter(({ id }) => id !== hint.id),
    unfound: [...unfound, { hint, step: null, outcome: null }],
    found: found.filter(({ id }) => id !== hint.id),
  }));
  return findOne(stamps, hint, null);
}

/** Finds a stamp with this page's own fetch. Raises only when it is aborted. */
export function findHere(
  { world }: Stamps,
  hint: StampHint,
  token: string | null,
  observer: { onStep: (step: Unfound["step"]) => void; signal?: AbortSignal },
): Promise<FindOutcome> {
  return findStamp(hint, {
    fetch: world.fetch,
    pageUrl: world.pageUrl,
    newRequestId: world.newId,
    token,
    ...observer,
  });
}
