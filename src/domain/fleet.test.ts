import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { failureOf } from "./failure.ts";
import {
  fleetStateOf,
  isShownAs,
  needsAttention,
  orderOf,
  outOfOrder,
  severityOf,
  sortedFleet,
  type FleetFacts,
  type FleetPlace,
} from "./fleet.ts";
import type { BackupLocation } from "./location.ts";
import { PROTECTION_ORDER } from "./protection.ts";
import { aBackup, anAlert, anUnknown, aRunning, HOUR, listed, NOON } from "./testing/fixtures.ts";

const LOCATION: BackupLocation = {
  path: "\\\\fs01\\backups",
  storage: "share",
  userName: null,
  thumbprint: null,
  frequencyHours: 12,
  retentionDays: 7,
  capacity: "1.00 TB",
  schedulerEnabled: true,
  nextBackupAt: null,
  lastBackupAt: null,
};

const FACTS: FleetFacts = {
  items: listed(aBackup()),
  listIncomplete: false,
  listFailure: null,
  location: LOCATION,
  locationFailure: null,
  alerts: null,
  operations: [],
  signedOut: false,
  slow: false,
};

const stateOf = (known: Partial<FleetFacts> = {}) => fleetStateOf({ ...FACTS, ...known }, NOON + HOUR);

describe("what a row may claim", () => {
  test("counts the alerts that are active, and none where nobody knows", () => {
    expect(stateOf().activeAlerts).toBeNull();
    expect(stateOf({ alerts: [anAlert(), anAlert({ state: "closed" })] }).activeAlerts).toBe(1);
    expect(stateOf({ alerts: [] }).activeAlerts).toBe(0);
  });

  test("a stamp that answers has its verdict, and nothing in the way", () => {
    const state = stateOf();
    expect([state.contact.kind, state.report.verdict.kind, state.busy]).toEqual([
      "answering",
      "protected",
      null,
    ]);
  });

  test.each([
    ["neither list nor location was read", { items: null, location: null }, "asking"],
    ["the location is still under way", { location: null }, "asking"],
    ["the location fails by itself", { location: null, locationFailure: failureOf("server") }, "answering"],
    [
      "list and location say that there is none",
      {
        items: null,
        listFailure: failureOf("notFound"),
        location: null,
        locationFailure: failureOf("notFound"),
      },
      "answering",
    ],
    ["the list fails", { listFailure: failureOf("offline") }, "silent"],
    ["it was given up early", { items: null, location: null, slow: true }, "silent"],
    ["a known one was given up early", { slow: true }, "answering"],
    ["a token is missing", { items: null, location: null, signedOut: true }, "signIn"],
    ["the token was refused", { listFailure: failureOf("auth") }, "signIn"],
  ] satisfies [string, Partial<FleetFacts>, string][])("%s", (_, known, kind) => {
    expect(stateOf(known).contact.kind).toBe(kind);
  });

  test("a stamp that falls silent keeps what it last told, and its verdict can no longer be told", () => {
    const { report, location } = stateOf({ listFailure: failureOf("offline") });
    expect(report.lastSuccessAt).toBe(NOON);
    expect(report.verdict.kind).toBe("cannotTell");
    expect(location).toBe(LOCATION);
  });

  test("a job behind a listed success is finishing, not done: the same fold as on the blade", () => {
    const { busy, report } = stateOf({ operations: [aRunning()] });
    expect(busy).toMatchObject({ kind: "running", row: { state: { kind: "finishing" } } });
    expect(report.lastSuccessAt).toBeNull();
  });

  test("a start without an answer is in the way of another", () => {
    expect(stateOf({ operations: [anUnknown()] }).busy?.kind).toBe("unknownOutcome");
  });

  test.each([
    ["protected", {}, ["all", "protected"]],
    ["a job that still runs", { operations: [aRunning()] }, ["all", "attention", "running", "noBackupYet"]],
    [
      "no answer",
      { items: null, listFailure: failureOf("offline") },
      ["all", "attention", "silent", "cannotTell"],
    ],
    ["sign-in needed", { signedOut: true }, ["all", "attention", "signIn", "cannotTell"]],
    ["not asked yet", { items: null }, ["all"]],
  ] as const)("%s: is found under its states alone", (_, known, shows) => {
    const others = ["all", "attention", "running", "silent", "signIn", ...PROTECTION_ORDER] as const;
    expect(others.filter((show) => isShownAs(stateOf(known), show)).toSorted()).toEqual(shows.toSorted());
  });

  test("what is still asked needs no attention yet and comes last", () => {
    const asking = stateOf({ items: null, location: null });
    expect(needsAttention(asking)).toBe(false);
    expect(severityOf(asking)).toBe(PROTECTION_ORDER.length);
    expect(needsAttention(stateOf())).toBe(false);
    expect(needsAttention(stateOf({ listFailure: failureOf("offline") }))).toBe(true);
    expect(needsAttention(stateOf({ signedOut: true }))).toBe(true);
  });
});

const placeArb: fc.Arbitrary<FleetPlace> = fc.record({
  id: fc.string({ minLength: 1 }),
  title: fc.constantFrom("Everett", "Bothell", "bothell", "Ünna"),
  severity: fc.integer({ min: 0, max: PROTECTION_ORDER.length }),
  lastSuccessAt: fc.option(fc.integer({ min: 0, max: NOON })),
});
const fleetArb = fc.uniqueArray(placeArb, { selector: ({ id }) => id });

describe("the order", () => {
  test("worst first, then the oldest success, then by name", () => {
    const place = (id: string, severity: number, lastSuccessAt: number | null): FleetPlace => ({
      id,
      title: id,
      severity,
      lastSuccessAt,
    });
    const places = [
      place("d", 6, 1),
      place("c", 2, 9),
      place("b", 2, 5),
      place("a", 2, 5),
      place("e", 2, null),
    ];
    expect(sortedFleet(places, "worst")).toEqual(["e", "a", "b", "c", "d"]);
    expect(sortedFleet(places, "name")).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("is a permutation, whatever order the stamps come in", () => {
    fc.assert(
      fc.property(fleetArb, fc.constantFrom("worst" as const, "name" as const), (places, sort) => {
        const sorted = sortedFleet(places, sort);
        expect(sorted.toSorted()).toEqual(places.map(({ id }) => id).toSorted());
        expect(sortedFleet(places.toReversed(), sort)).toEqual(sorted);
      }),
    );
  });

  test("stands while only successes and names change, and tells how many severities have", () => {
    fc.assert(
      fc.property(fleetArb, (places) => {
        const order = orderOf(places, "worst");
        const polled = places.map((place) => ({ ...place, lastSuccessAt: NOON }));
        expect(outOfOrder(order, polled)).toBe(0);
        const [first, ...others] = polled;
        if (first) expect(outOfOrder(order, [{ ...first, severity: first.severity + 1 }, ...others])).toBe(1);
      }),
    );
  });
});
