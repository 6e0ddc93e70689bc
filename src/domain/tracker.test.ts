import { describe, expect, test } from "vitest";
import { failureOf } from "./failure.ts";
import { isTerminal, type Operation } from "./operation.ts";
import {
  abandon,
  backupsOf,
  hasEnded,
  applyList,
  replaceOperation,
  applyStartReply,
  startRun,
} from "./tracker.ts";
import {
  aBackup,
  accepted,
  aFailed,
  aLost,
  anEnded,
  anUnknown,
  aPosting,
  aRunning,
  DAY,
  listed,
  MINUTE,
  noAnswer,
  NOON,
  pathOf,
} from "./testing/fixtures.ts";

describe("an accepted click", () => {
  test("goes to the front as a POST under way", () => {
    const before = [anEnded("succeeded", { key: "old" })];
    expect(startRun(before, "click-1", NOON)).toEqual({
      tracked: [aPosting(), ...before],
      posting: aPosting(),
    });
  });

  const inTheWay: [name: string, operation: Operation][] = [
    ["a POST is under way", aPosting("other")],
    ["an outcome is unknown", anUnknown({ key: "other" })],
    ["a run of ours goes on", aRunning({ key: "other" })],
    ["a run of ours was found and not asked for yet", aRunning({ key: "other", askedAt: null })],
    ["another's run has answered", aRunning({ key: "b1", origin: "elsewhere" })],
  ];
  for (const [name, operation] of inTheWay) {
    test(`is not accepted while ${name}`, () => {
      expect(startRun([anEnded("succeeded"), operation], "click-9", NOON)).toBeNull();
    });
  }

  test("is accepted while another's listed success is only being checked", () => {
    expect(startRun([aRunning({ key: "b1", origin: "elsewhere", askedAt: null })], "c", NOON)).not.toBeNull();
  });

  test("anyway takes the place of an unknown outcome", () => {
    expect(startRun([anUnknown()], "click-2", NOON, true)?.tracked).toEqual([aPosting("click-2")]);
  });

  test("anyway goes past a run that this page cannot follow, which stays", () => {
    const unfollowed = aRunning({ key: "other", failures: 1, trouble: failureOf("forbidden") });
    expect(startRun([unfollowed], "click-2", NOON)).toBeNull();
    expect(startRun([unfollowed], "click-2", NOON, true)?.tracked).toEqual([aPosting("click-2"), unfollowed]);
  });

  for (const operation of [aPosting("other"), aRunning({ key: "other" })]) {
    test(`anyway is not accepted while one is ${operation.kind}`, () => {
      expect(startRun([anUnknown(), operation], "click-2", NOON, true)).toBeNull();
    });
  }
});

describe("a reply to a POST", () => {
  const others = [anEnded("succeeded", { key: "old", id: "b0" })];

  test("that names its operation makes it run", () => {
    expect(applyStartReply([aPosting(), ...others], "click-1", accepted(), NOON)).toEqual([
      aRunning(),
      ...others,
    ]);
  });

  test("that refuses leaves nothing behind", () => {
    const refused = { kind: "refused", failure: failureOf("conflict") } as const;
    expect(applyStartReply([aPosting(), ...others], "click-1", refused, NOON)).toEqual(others);
  });

  test("that never came leaves an unknown outcome", () => {
    expect(applyStartReply([aPosting()], "click-1", noAnswer("timeout"), NOON)).toEqual([anUnknown()]);
  });

  test("to a click that is not there any more brings nothing back", () => {
    expect(applyStartReply(others, "click-1", accepted(), NOON)).toEqual(others);
  });
});

describe("a polled operation", () => {
  test("takes the place of what was stored, and only of that", () => {
    const other = aRunning({ key: "other", id: "b0" });
    const polled = aRunning({ askedAt: NOON + MINUTE });
    expect(replaceOperation([other, aRunning()], polled)).toEqual([other, polled]);
  });

  for (const ended of [anEnded("succeeded"), anEnded("partiallySucceeded"), aFailed(), aLost()]) {
    test(`that is late does not change one that ${ended.kind}`, () => {
      for (const late of [aRunning({ askedAt: NOON + DAY }), aFailed(), anEnded("succeeded")])
        expect(replaceOperation([ended], late)).toEqual([ended]);
    });
  }

  test("that was overtaken by a newer answer does not take it back", () => {
    const newer = aRunning({ askedAt: NOON + MINUTE, answers: 2 });
    expect(replaceOperation([newer], aRunning({ askedAt: NOON, answers: 1 }))).toEqual([newer]);
    expect(
      replaceOperation([newer], aRunning({ answers: 1, failures: 1, trouble: failureOf("timeout") })),
    ).toEqual([newer]);
  });

  test("counts although the clock, once a day ahead, shows an earlier time than before", () => {
    const ahead = aRunning({ askedAt: NOON + DAY, answers: 2 });
    const polled = aRunning({ askedAt: NOON + MINUTE, answers: 3 });
    expect(replaceOperation([ahead], polled)).toEqual([polled]);
  });

  test("that calls it never askable does not count once another tab had an answer", () => {
    expect(replaceOperation([aRunning()], aLost({ wasRunning: false }))).toEqual([aRunning()]);
    expect(replaceOperation([aRunning()], aLost({ wasRunning: true }))).toEqual([
      aLost({ wasRunning: true }),
    ]);
    expect(replaceOperation([aRunning({ askedAt: null })], aLost({ wasRunning: false }))).toEqual([
      aLost({ wasRunning: false }),
    ]);
  });

  test("without a new answer still tells that the connection is lost", () => {
    const troubled = aRunning({ failures: 1, trouble: failureOf("offline") });
    expect(replaceOperation([aRunning()], troubled)).toEqual([troubled]);
  });

  test("that was forgotten meanwhile stays forgotten", () => {
    expect(replaceOperation([], aRunning())).toEqual([]);
  });
});

describe("the POST of a page that is gone", () => {
  test("is an unknown outcome, whatever the page was doing", () => {
    expect(abandon([aPosting()], "click-1", NOON + MINUTE)).toMatchObject([
      { kind: "unknown", key: "click-1", reason: "noAnswer", startedAt: NOON },
    ]);
  });

  test("that was answered before the page went changes nothing", () => {
    for (const operation of [aRunning(), anUnknown(), anEnded("succeeded")])
      expect(abandon([operation], "click-1", NOON)).toEqual([operation]);
  });
});

describe("a list that was read", () => {
  const learned = (tracked: readonly Operation[], now: number) =>
    applyList(tracked, listed(aBackup({ completedAt: NOON - DAY })), now, pathOf);

  test("with nothing new leaves the same operations, so that nothing renders", () => {
    const tracked = [aRunning(), anUnknown({ key: "click-2" })];
    expect(learned(tracked, NOON + MINUTE)).toBe(tracked);
  });

  test("is read past the items that are no backups", () => {
    const items = [{ kind: "unrecognised", key: "unrecognised-0" } as const, ...listed(aBackup())];
    expect(backupsOf(items)).toEqual([aBackup()]);
    expect(applyList([], items, NOON + MINUTE, pathOf)).toHaveLength(1);
  });

  test("gives up an unknown outcome after a day", () => {
    expect(learned([anUnknown()], NOON + DAY - 1)).toHaveLength(1);
    expect(learned([anUnknown()], NOON + DAY)).toEqual([]);
  });

  test("never gives up what still runs", () => {
    expect(learned([aRunning({ id: "b7" })], NOON + 100 * DAY)).toHaveLength(1);
  });

  test("keeps the forty newest ends and forgets the oldest", () => {
    const ended = Array.from({ length: 45 }, (_, age) =>
      anEnded("succeeded", { key: `k${age}`, id: `e${age}`, endedAt: NOON - age * MINUTE }),
    );
    const kept = learned([aRunning({ id: "b7", key: "r" }), ...ended], NOON).map(({ key }) => key);
    expect(kept).toEqual(["r", ...ended.slice(0, 40).map(({ key }) => key)]);
  });

  test("does not forget a scheduled run that just ended, however many ended before it", () => {
    const before = Array.from({ length: 40 }, (_, age) =>
      anEnded("succeeded", { key: `k${age}`, id: `e${age}` }),
    );
    const items = listed(aBackup({ id: "new", automatic: true, completedAt: NOON }));
    const found = applyList(before, items, NOON + MINUTE, pathOf);
    const checked = replaceOperation(
      found,
      anEnded("succeeded", { key: "new", id: "new", origin: "elsewhere", endedAt: NOON + 2 * MINUTE }),
    );
    const after = applyList(checked, items, NOON + 3 * MINUTE, pathOf);
    expect(after.filter((operation) => !isTerminal(operation))).toEqual([]);
    expect(after.map(({ key }) => key)).toContain("new");
    expect(after).toHaveLength(40);
  });
});

describe("a job has ended", () => {
  const run = aRunning();
  const other = aRunning({ key: "other", id: "b2" });
  const checking = aRunning({ key: "b3", id: "b3", origin: "elsewhere", askedAt: null });

  test.each([
    ["when its operation has", [run], [anEnded("succeeded")], true],
    ["when the stamp no longer knows it", [run], [aLost()], true],
    ["also when another begins at the same moment", [run], [other, aFailed()], true],
    ["not when one begins", [run], [other, run], false],
    ["not when a click becomes a run", [aPosting()], [aRunning()], false],
    ["not when it is asked again", [run], [aRunning({ failures: 1 })], false],
    [
      "not when a listed success turns out to have ended before",
      [checking],
      [anEnded("succeeded", { key: "b3" })],
      false,
    ],
  ] satisfies [string, Operation[], Operation[], boolean][])("%s", (_, before, now, ended) => {
    expect(hasEnded(before, now)).toBe(ended);
  });
});
