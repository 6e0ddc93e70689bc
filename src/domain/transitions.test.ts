import { describe, expect, test } from "vitest";
import type { Operation } from "./operation.ts";
import { dueAnnouncements, type Announced } from "./transitions.ts";
import { aFailed, aLost, anEnded, anUnknown, aPosting, aRunning } from "./testing/fixtures.ts";

/** What is said over the life of one operation, looked at once per state, with reloads between. */
function saidOver(life: Operation[], announced: Announced = {}): string[] {
  let kept = announced;
  return life.flatMap((operation) => {
    const { due, announced: next } = dueAnnouncements([operation], structuredClone(kept));
    kept = next;
    return due.map(({ kind }) => kind);
  });
}

describe("a run of our own", () => {
  for (const ended of [anEnded("succeeded"), anEnded("partiallySucceeded"), aFailed(), aLost()]) {
    test(`that ${ended.kind} is announced once as started and once as ended, however often one looks`, () => {
      const life = [aPosting(), aPosting(), aRunning(), aRunning({ failures: 2 }), aRunning(), ended, ended];
      expect(saidOver(life)).toEqual(["started", "ended"]);
    });
  }

  test("is not announced before the stamp has answered for it", () => {
    expect(saidOver([aPosting(), anUnknown(), aRunning({ askedAt: null })])).toEqual([]);
  });

  test("that ended while no page was open is announced as ended", () => {
    expect(saidOver([aFailed()])).toEqual(["ended"]);
  });

  test("carries what was announced, so that its words can be found", () => {
    expect(dueAnnouncements([aRunning()], {}).due).toEqual([{ kind: "started", operation: aRunning() }]);
  });
});

describe("a run begun elsewhere", () => {
  const elsewhere = { origin: "elsewhere", key: "b1" } as const;

  test("is announced as ours is once it was seen running", () => {
    expect(saidOver([aRunning(elsewhere), anEnded("succeeded", elsewhere)])).toEqual(["started", "ended"]);
  });

  test("that turns out to have ended before is old news", () => {
    const unasked = aRunning({ ...elsewhere, askedAt: null });
    expect(saidOver([unasked, anEnded("succeeded", elsewhere), anEnded("succeeded", elsewhere)])).toEqual([]);
  });

  test("that is old news is remembered as such, not as an end that somebody heard of", () => {
    const operation = anEnded("succeeded", elsewhere);
    expect(dueAnnouncements([operation], {})).toEqual({ due: [], announced: { b1: "oldNews" } });
    expect(dueAnnouncements([operation], { b1: "oldNews" })).toEqual({
      due: [],
      announced: { b1: "oldNews" },
    });
  });

  test("that could never be asked is old news", () => {
    expect(saidOver([aLost({ ...elsewhere, wasRunning: false })])).toEqual([]);
  });
});

test("what was announced before a reload is not said again", () => {
  expect(saidOver([aRunning()], { "click-1": "started" })).toEqual([]);
  expect(saidOver([anEnded("succeeded")], { "click-1": "started" })).toEqual(["ended"]);
  expect(saidOver([anEnded("succeeded")], { "click-1": "ended" })).toEqual([]);
});

test("two runs are announced each by itself", () => {
  const { due, announced } = dueAnnouncements(
    [aRunning({ key: "new", id: "b2" }), anEnded("succeeded", { key: "old" })],
    { old: "started" },
  );
  expect(due.map(({ kind, operation }) => [operation.key, kind])).toEqual([
    ["new", "started"],
    ["old", "ended"],
  ]);
  expect(announced).toEqual({ new: "started", old: "ended" });
});

test("what is not tracked any more is not remembered any more", () => {
  expect(dueAnnouncements([], { gone: "ended" }).announced).toEqual({});
});

for (const key of ["__proto__", "constructor", "toString"]) {
  test(`a backup that the stamp names ${key} is announced once like any other (I14, I18)`, () => {
    const named = { origin: "elsewhere", key, id: key } as const;
    expect(saidOver([aRunning(named), aRunning(named), anEnded("succeeded", named)])).toEqual([
      "started",
      "ended",
    ]);
  });
}

test("what does not concern the listener is neither said nor forgotten", () => {
  const ours = anEnded("succeeded", { key: "ours", id: "b1" });
  const theirs = anEnded("succeeded", { key: "theirs", id: "b2", origin: "elsewhere" });
  const before = { ours: "started", theirs: "started" } as const;
  const { due, announced } = dueAnnouncements([ours, theirs], before, ({ origin }) => origin === "here");
  expect(due.map(({ operation }) => operation.key)).toEqual(["ours"]);
  expect(announced).toEqual({ ours: "ended", theirs: "started" });
});
