import { describe, expect, test } from "vitest";
import { jobLog } from "./jobLog.ts";
import { anEnded, aRunning, DAY, HOUR, MINUTE, NOON, SECOND } from "./testing/fixtures.ts";

const lines = (...args: Parameters<typeof jobLog>) =>
  jobLog(...args).map(({ at, kind, elapsed }) => `${(at - NOON) / SECOND} ${kind} ${elapsed}`);

describe("the job log of a running job", () => {
  test("begins with its start", () => {
    expect(lines(aRunning(), NOON)).toEqual(["0 started 00:00:00"]);
    expect(lines(aRunning(), NOON + 29_999)).toEqual(["0 started 00:00:00"]);
  });

  test("has one line per 30 seconds", () => {
    expect(lines(aRunning(), NOON + 95 * SECOND)).toEqual([
      "0 started 00:00:00",
      "30 running 00:00:30",
      "60 running 00:01:00",
      "90 running 00:01:30",
    ]);
  });

  test("is the same after a reload, whenever one looks", () => {
    const operation = aRunning();
    const early = jobLog(operation, NOON + 10 * MINUTE);
    const late = jobLog(structuredClone(operation), NOON + 20 * MINUTE);
    expect(late.slice(0, early.length)).toEqual(early);
  });

  test("is empty while nobody knows when it began", () => {
    expect(jobLog(aRunning({ startedAt: null }), NOON)).toEqual([]);
  });

  test("shows its start alone when a clock says it has not begun yet", () => {
    expect(lines(aRunning(), NOON - MINUTE)).toEqual(["0 started 00:00:00"]);
  });

  test("of more than a day keeps its start and the newest day of lines", () => {
    const log = lines(aRunning(), NOON + 2 * DAY);
    expect(log).toHaveLength(2_881);
    expect(log[0]).toBe("0 started 00:00:00");
    expect(log[1]).toBe(`${(DAY + 30 * SECOND) / SECOND} running 1.00:00:30`);
    expect(log.at(-1)).toBe(`${(2 * DAY) / SECOND} running 2.00:00:00`);
  });
});

describe("the closing line of the job log", () => {
  const closed: [name: string, tookMs: number, elapsed: string][] = [
    ["under a minute", 59 * SECOND, "00:00:59"],
    ["with a fraction of a second", 395_345.912, "00:06:35"],
    ["of hours", 2 * HOUR + 4 * MINUTE + 30 * SECOND, "02:04:30"],
    ["of twenty hours", 20 * HOUR, "20:00:00"],
    ["of days", DAY + 2 * HOUR + 4 * MINUTE + 30 * SECOND, "1.02:04:30"],
  ];
  for (const [name, tookMs, elapsed] of closed) {
    test(`says how long a job ${name} took: ${elapsed}`, () => {
      const log = jobLog(anEnded("succeeded", { endedAt: NOON + tookMs }), NOON + 100 * DAY);
      expect(log.at(-1)).toEqual({ at: NOON + tookMs, kind: "ended", elapsed });
    });
  }

  test("comes instead of a running line of the same moment, and nothing comes after it", () => {
    expect(lines(anEnded("succeeded", { endedAt: NOON + MINUTE }), NOON + HOUR)).toEqual([
      "0 started 00:00:00",
      "30 running 00:00:30",
      "60 ended 00:01:00",
    ]);
  });

  test("follows the start at once for a job that ended within the same moment", () => {
    expect(lines(anEnded("succeeded", { endedAt: NOON }), NOON)).toEqual([
      "0 started 00:00:00",
      "0 ended 00:00:00",
    ]);
  });
});
