import { readToken } from "../domain/token.ts";
import type { QueryClient } from "@tanstack/react-query";
import { freeId, idOfAddress } from "../api/armAddress.ts";
import type { Stamp, StampHint } from "../domain/stamp.ts";
import type { Stamps } from "./stampList.ts";
import { changeOwnStamps } from "./storedStamps.ts";

/** A hint made from a stamp's address, to find the rest with. Its id is unique on this page. */
export function hintOf({ list }: Stamps, armBase: string, title: string): StampHint {
  const { stamps, unfound } = list.get();
  const taken = [...stamps, ...unfound.map(({ hint }) => hint)].map(({ id }) => id);
  return {
    id: freeId(idOfAddress(armBase), taken),
    title: title.trim() === "" ? null : title.trim(),
    armBase,
    subscriptionId: null,
    region: null,
    apiVersion: null,
    auth: null,
  };
}

/** Title of the stamp already listed with this address; null for none. */
export function listedAt({ list }: Stamps, armBase: string): string | null {
  const { stamps, unfound } = list.get();
  const listed =
    stamps.find((stamp) => stamp.armBase === armBase) ??
    unfound.find(({ hint }) => hint.armBase === armBase)?.hint;
  return listed ? (listed.title ?? listed.id) : null;
}

/** Adds a stamp in this browser; false if it can't be stored and will be lost with this page. */
export function addOwnStamp(
  { list, world, sessionOf, mocked }: Stamps,
  stamp: Stamp,
  token: string | null,
): boolean {
  if (token !== null) sessionOf(stamp).token.set(token, readToken(token).expiresAt);
  list.change(({ stamps, own }) => ({ stamps: [...stamps, stamp], own: [...own, stamp.id] }));
  return (
    !mocked &&
    changeOwnStamps(world.storage, world.pageUrl, (stamps) => [
      ...stamps.filter(({ armBase }) => armBase !== stamp.armBase),
      stamp,
    ])
  );
}

/** Removes a stamp added in this browser and the data read from it. Its tracked backups stay stored. */
export function removeOwnStamp({ list, world }: Stamps, stamp: Stamp, queryClient: QueryClient): void {
  changeOwnStamps(world.storage, world.pageUrl, (stamps) =>
    stamps.filter(({ armBase }) => armBase !== stamp.armBase),
  );
  list.change(({ stamps, own }) => ({
    stamps: stamps.filter((one) => one !== stamp),
    own: own.filter((id) => id !== stamp.id),
    removed: stamp.title,
  }));
  queryClient.removeQueries({ queryKey: ["stamp", stamp.id] });
}

/** Whether a backup of this stamp is tracked here, or may have been started from here. */
export function isFollowed({ sessionOf }: Stamps, stamp: Stamp): boolean {
  return sessionOf(stamp)
    .operations.get()
    .operations.some(({ kind }) => kind === "posting" || kind === "unknown" || kind === "running");
}
