import { describe, expect, test } from "vitest";
import { reconcile } from "./backupState.ts";
import { failureOf } from "./failure.ts";
import { storageOf, type BackupLocation } from "./location.ts";
import { protectionOf } from "./protection.ts";
import { listSentence, nextSentence, noAlertsSentence } from "./sentences.ts";
import { aBackup, anAlert, DAY, HOUR, listed, NOON } from "./testing/fixtures.ts";

const NOW = NOON + HOUR;
const SET: BackupLocation = {
  path: String.raw`\\share\backups`,
  storage: "share",
  userName: null,
  thumbprint: null,
  frequencyHours: 12,
  retentionDays: 7,
  capacity: null,
  schedulerEnabled: true,
  nextBackupAt: null,
  lastBackupAt: null,
};
const NONE: BackupLocation = { ...SET, path: null, storage: "none" };
const unreadable = failureOf("unexpected");
const refused = failureOf("forbidden");
const rows = reconcile(listed(aBackup()), [], NOON);

const LISTS = {
  answered: { rows, failure: null, incomplete: false },
  empty: { rows: [], failure: null, incomplete: false },
  "empty, pages missing": { rows: [], failure: null, incomplete: true },
  unreadable: { rows: null, failure: unreadable, incomplete: false },
  refused: { rows: null, failure: refused, incomplete: false },
  "not yet": { rows: null, failure: null, incomplete: false },
};
const LOCATIONS = {
  answered: { location: SET, locationFailure: null },
  empty: { location: NONE, locationFailure: null },
  "never set up": { location: null, locationFailure: failureOf("notFound") },
  "with a path that cannot be read": {
    location: { ...NONE, storage: "unknown" as const },
    locationFailure: null,
  },
  unreadable: { location: null, locationFailure: unreadable },
  refused: { location: null, locationFailure: refused },
  "not yet": { location: null, locationFailure: null },
};
const ALERTS = {
  answered: { alerts: [anAlert()], incomplete: false },
  empty: { alerts: [], incomplete: false },
  "empty, items unreadable": { alerts: [], incomplete: true },
  "unreadable, refused or not yet": { alerts: null, incomplete: false },
};

type Name<T> = Extract<keyof T, string>;
const names = <T extends object>(table: T) => Object.keys(table) as Name<T>[];

/** What each sentence needs to have been answered. */
const STORAGE_SET: ReadonlySet<string> = new Set(["answered"]);
const STORAGE_NONE: ReadonlySet<string> = new Set(["empty", "never set up"]);

describe.each(names(LISTS))("the list %s", (list) => {
  describe.each(names(LOCATIONS))("the location %s", (place) => {
    const answers = { ...LISTS[list], ...LOCATIONS[place] };
    const { verdict } = protectionOf(
      { ...answers, listFailure: answers.failure, listIncomplete: answers.incomplete },
      NOW,
    );
    const said = listSentence({ ...answers, loaded: answers.rows !== null, signedIn: true });

    test("the verdict claims no more than was answered", () => {
      const isKnown = STORAGE_SET.has(place) || STORAGE_NONE.has(place);
      if (verdict.kind === "protected") expect([list, place]).toEqual(["answered", "answered"]);
      if (verdict.kind === "onStampOnly") expect([list, STORAGE_NONE.has(place)]).toEqual(["answered", true]);
      if (verdict.kind === "noBackupYet") expect([list, place]).toEqual(["empty", "answered"]);
      if (verdict.kind === "notConfigured") expect([list, STORAGE_NONE.has(place)]).toEqual(["empty", true]);
      const isTold = (list === "answered" || list === "empty") && isKnown;
      expect(verdict.kind === "cannotTell").toBe(!isTold);
    });

    test("the sentence in the place of rows claims no more than was answered", () => {
      // With rows there is no such sentence.
      if (said === "empty" && list !== "answered") expect([list, place]).toEqual(["empty", "answered"]);
      if (list === "empty") expect(said === "notConfigured").toBe(STORAGE_NONE.has(place));
      if (answers.incomplete) expect(said).toBe("incomplete");
      if (answers.rows === null) expect(said).toBe(answers.failure ? "unreachable" : "loading");
    });

    test("a storage location is there, or is not, only by its own answer", () => {
      const storage = storageOf(answers.location, answers.locationFailure);
      expect(storage).toBe(STORAGE_SET.has(place) ? "set" : STORAGE_NONE.has(place) ? "none" : "unknown");
    });
  });
});

test.each(names(ALERTS))("alerts %s: none are reported only where that was the whole answer", (alerts) => {
  const { alerts: known, incomplete } = ALERTS[alerts];
  const expected: Record<typeof alerts, string | null> = {
    answered: null,
    empty: "none",
    "empty, items unreadable": "noneRead",
    "unreadable, refused or not yet": null,
  };
  expect(noAlertsSentence(known, incomplete)).toBe(expected[alerts]);
});

test.each([
  ["none was closed", [anAlert()], false, "none"],
  ["items are unreadable", [anAlert()], true, "noneRead"],
  ["one was closed", [anAlert({ state: "closed" })], true, null],
] as const)("where %s, no closed alert is reported accordingly", (_, alerts, incomplete, said) => {
  expect(noAlertsSentence(alerts, incomplete, "closed")).toBe(said);
});

test.each([
  ["is promised while it is ahead", HOUR, "ahead"],
  ["is not spoken of while it may be starting", -HOUR, null],
  ["is told as missed three days past", -3 * DAY, "past"],
])("the next backup %s", (_, inMs, kind) => {
  expect(nextSentence(NOW + inMs, NOW)).toBe(kind);
});
