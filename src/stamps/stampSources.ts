import * as v from "valibot";
import { freeId, readArmAddress } from "../api/armAddress.ts";
import { checkEntries, entryFields, placeOf } from "../api/stampEntries.ts";
import { isTimeZone, type Stamp, type StampHint } from "../domain/stamp.ts";
import type { KeyValueStorage } from "../session/operationStore.ts";
import type { FetchedFile, ListedStamps, Unfound } from "./stampList.ts";
import { foundBefore, readOwnStamps } from "./storedStamps.ts";
import { refusalTexts, stampsFileStrings } from "./strings.ts";

const EntrySchema = v.object({
  ...entryFields,
  // An older browser may not know a renamed zone; the stamp must still load.
  timeZone: v.optional(v.string()),
  armBase: v.pipe(v.string(), v.trim(), v.nonEmpty()),
});
// Added by the server that generates the file from another one (`npm run preview:stamp`).
const ToldSchema = v.object({ problems: v.array(v.pipe(v.string(), v.maxLength(2_000))) });

/**
 * The full reader: incomplete and invalid entries, and stamps added in this browser. Earlier findings are used
 * immediately; the rest is still to be found.
 */
export function sortStamps(
  file: FetchedFile,
  storage: KeyValueStorage | null,
  pageUrl: string,
): ListedStamps {
  const read = "json" in file ? readFile(file.json, pageUrl) : notRead(file.status, file.reason);
  const stamps: Stamp[] = [];
  const unfound: Unfound[] = [];
  const found: StampHint[] = [];
  for (const hint of read.hints) {
    const whole = wholeStamp(hint);
    const stamp = whole ?? foundBefore(storage, pageUrl, hint);
    if (stamp) stamps.push(stamp);
    if (stamp && !whole) found.push(hint);
    if (!stamp) unfound.push({ hint, step: null, outcome: null });
  }
  const own = ownStamps(read.hints, storage, pageUrl);
  return {
    stamps: [...stamps, ...own.stamps],
    own: own.stamps.map(({ id }) => id),
    unfound,
    found,
    order: read.hints.map(({ id }) => id),
    problems:
      own.unreadable > 0
        ? [...read.problems, stampsFileStrings.ownUnreadable(own.unreadable)]
        : read.problems,
  };
}

interface ReadFile {
  hints: StampHint[];
  problems: string[];
}

function notRead(status: number, reason: string): ReadFile {
  const why =
    status === 0
      ? stampsFileStrings.unreachable
      : status < 400
        ? stampsFileStrings.noJson(reason)
        : stampsFileStrings.status(status);
  return { hints: [], problems: [why] };
}

function readFile(json: unknown, pageUrl: string): ReadFile {
  const { entries, problems } = checkEntries(json, EntrySchema, ({ armBase }) => armBase);
  const parsed = v.safeParse(ToldSchema, json);
  const wrong = problems.map(({ sentence }) => stampsFileStrings.line(sentence));
  const hints = entries.flatMap(({ place, entry }): StampHint[] => {
    const address = readArmAddress(entry.armBase, pageUrl);
    if (address.kind === "refused") {
      wrong.push(
        stampsFileStrings.line(`${placeOf(place, entry)}: "armBase": ${refusalTexts[address.reason]}`),
      );
      return [];
    }
    const { id, title, subscriptionId, region, apiVersion, auth } = entry;
    const timeZone = entry.timeZone !== undefined && isTimeZone(entry.timeZone) ? entry.timeZone : undefined;
    if (timeZone !== entry.timeZone) {
      wrong.push(
        stampsFileStrings.line(
          `${placeOf(place, entry)}: ${stampsFileStrings.unknownZone(entry.timeZone ?? "")}`,
        ),
      );
    }
    return [
      {
        id,
        title: title ?? null,
        armBase: address.armBase,
        subscriptionId: subscriptionId ?? null,
        region: region ?? null,
        apiVersion: apiVersion ?? null,
        auth: auth ?? null,
        ...(timeZone !== undefined && { timeZone }),
      },
    ];
  });
  return { hints, problems: [...(parsed.success ? parsed.output.problems : []), ...wrong] };
}

/** Subscription and region are required; the rest has defaults, as in the file of `preview:stamp`. */
function wholeStamp({ subscriptionId, region, title, apiVersion, auth, ...rest }: StampHint): Stamp | null {
  if (subscriptionId === null || region === null) return null;
  return {
    ...rest,
    subscriptionId,
    region,
    title: title ?? rest.id,
    apiVersion: apiVersion ?? "2018-09-01",
    auth: auth ?? { kind: "none" },
  };
}

/** Stamps added here, without those that stamps.json lists by now. The file's ids take precedence. */
function ownStamps(hints: readonly StampHint[], storage: KeyValueStorage | null, pageUrl: string) {
  const taken = new Set(hints.map(({ id }) => id));
  const addresses = new Set(hints.map(({ armBase }) => armBase));
  const own = readOwnStamps(storage, pageUrl);
  const stamps = own.stamps.flatMap((stamp) => {
    if (addresses.has(stamp.armBase)) return [];
    addresses.add(stamp.armBase);
    const id = freeId(stamp.id, taken);
    taken.add(id);
    return [{ ...stamp, id }];
  });
  return { stamps, unreadable: own.unreadable };
}
