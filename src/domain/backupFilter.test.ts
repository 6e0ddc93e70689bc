import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  filterRows,
  isFiltered,
  NO_FILTER,
  OPTIONAL_COLUMNS,
  queryOfView,
  STATE_FILTERS,
  viewOfQuery,
  type BackupFilter,
  type ListView,
} from "./backupFilter.ts";
import { reconcile } from "./backupState.ts";
import { NEWEST_FIRST } from "./sortRows.ts";
import { aBackup, aRunning, DAY, HOUR, listed, NOON } from "./testing/fixtures.ts";
import { onDemand, scheduled } from "./testing/histories.ts";

const PLAIN_VIEW: ListView = { filter: NO_FILTER, columns: [], sort: NEWEST_FIRST };

const NOW = NOON + HOUR;
const backups = [
  scheduled(0),
  scheduled(-12, "failed"),
  scheduled(-24, "partiallySucceeded"),
  onDemand(-30),
  scheduled(-200),
  aBackup({ id: "undated", completedAt: null, tookMs: null, automatic: null, status: "skipped" }),
];
const rows = reconcile(
  [...listed(...backups), { kind: "unrecognised", key: "unrecognised-9" }],
  [aRunning({ id: "new", startedAt: NOON })],
  NOW,
);

function shown(filter: Partial<BackupFilter>): string[] {
  return filterRows(rows, { ...NO_FILTER, ...filter }, NOW).map(({ key }) => key);
}

describe("rows are left by", () => {
  test.each([
    ["one state", { states: ["failed"] }, ["at--12"]],
    ["several states", { states: ["failed", "partiallySucceeded"] }, ["at--12", "at--24"]],
    [
      "not succeeded, whatever else",
      { states: ["notSucceeded"] },
      ["new", "at--12", "at--24", "undated", "unrecognised-9"],
    ],
    ["on demand", { trigger: "onDemand" }, ["new", "at--30"]],
    [
      "scheduled, which an unsaid one is not",
      { trigger: "scheduled" },
      ["at-0", "at--12", "at--24", "at--200"],
    ],
    ["the last day, with what runs", { period: { kind: "last", days: 1 } }, ["new", "at-0", "at--12"]],
    [
      "a span, its end not included",
      { period: { kind: "between", fromAt: NOON - 2 * DAY, untilAt: NOON - 12 * HOUR + 600_000 } },
      ["at--24", "at--30"],
    ],
    ["an open span", { period: { kind: "between", fromAt: null, untilAt: NOON - 3 * DAY } }, ["at--200"]],
    ["part of the name in any case, blanks aside", { name: " UNDA " }, ["undated"]],
    [
      "all of these together",
      { states: ["succeeded"], trigger: "scheduled", name: "at", period: { kind: "last", days: 7 } },
      ["at-0"],
    ],
    ["a name that none has", { name: "zzz" }, []],
  ] satisfies [string, Partial<BackupFilter>, string[]][])("%s", (_, filter, keys) => {
    expect(shown(filter)).toEqual(keys);
  });

  test("nothing: without a filter it is the very array", () => {
    expect(filterRows(rows, { ...NO_FILTER, name: "  " }, NOW)).toBe(rows);
    expect(isFiltered(NO_FILTER)).toBe(false);
  });
});

describe("an address", () => {
  test.each([
    ["", PLAIN_VIEW],
    ["?state=notSucceeded", { ...PLAIN_VIEW, filter: { ...NO_FILTER, states: ["notSucceeded"] } }],
    ["sort=-duration", { ...PLAIN_VIEW, sort: { column: "duration", direction: "descending" } }],
    ["columns=thumbprint,started,nope", { ...PLAIN_VIEW, columns: ["started", "thumbprint"] }],
    ["state=nope&trigger=x&period=-3d&from=yesterday&sort=constructor&columns=__proto__", PLAIN_VIEW],
    ["period=0d&until=2020-03-04", PLAIN_VIEW],
    ["name=%E0%A4%A", { ...PLAIN_VIEW, filter: { ...NO_FILTER, name: "\uFFFD%A" } }],
  ] satisfies [string, ListView][])("%s is understood as far as it can be", (query, view) => {
    expect(viewOfQuery(query)).toEqual(view);
  });

  test("can be read by a person", () => {
    const period = { kind: "between", fromAt: NOON, untilAt: null } as const;
    const filter = { ...NO_FILTER, states: ["failed", "lost"] as const, period, name: "d9e1" };
    expect(
      queryOfView({ filter, columns: ["uploaded"], sort: { column: "name", direction: "ascending" } }),
    ).toBe("state=failed,lost&from=2020-03-04T12:00:00.000Z&name=d9e1&columns=uploaded&sort=name");
    expect(queryOfView(PLAIN_VIEW)).toBe("");
  });

  const instant = fc.option(fc.integer({ min: Date.UTC(1970, 0), max: Date.UTC(9999, 0) }), { nil: null });
  const period = fc.oneof(
    fc.constant(null),
    fc.record({ kind: fc.constant("last" as const), days: fc.integer({ min: 1, max: 36_525 }) }),
    fc
      .record({ kind: fc.constant("between" as const), fromAt: instant, untilAt: instant })
      .filter(({ fromAt, untilAt }) => fromAt !== null || untilAt !== null),
  );
  const view: fc.Arbitrary<ListView> = fc.record({
    filter: fc.record({
      states: fc.subarray(STATE_FILTERS),
      trigger: fc.constantFrom("scheduled" as const, "onDemand" as const, null),
      period,
      name: fc.string({ maxLength: 20 }).map((name) => name.trim()),
    }),
    columns: fc.subarray([...OPTIONAL_COLUMNS]),
    sort: fc.record({
      column: fc.constantFrom("name" as const, "completed" as const, "state" as const, "duration" as const),
      direction: fc.constantFrom("ascending" as const, "descending" as const),
    }),
  });

  test("holds a whole view, in one form only", () => {
    fc.assert(
      fc.property(view, (held) => {
        expect(viewOfQuery(queryOfView(held))).toEqual(held);
      }),
    );
  });

  test("is never the end of a page, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, value) => {
        for (const query of [key, `name=${value}`, `sort=${value}`, `from=${value}`, `columns=${value}`]) {
          const once = queryOfView(viewOfQuery(query));
          expect(queryOfView(viewOfQuery(once))).toBe(once);
        }
      }),
    );
  });
});
