import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NOON } from "../domain/testing/fixtures.ts";
import { trackElsewhere } from "../domain/operation.ts";
import { operationPath } from "../domain/stamp.ts";
import { createFleetPoller } from "./fleetPoller.ts";
import { LANES } from "./fleetPolling.ts";
import { countBetween, fakeFleet, MINUTE, SECOND, type FakeFleet } from "./testing/fakeFleet.ts";

const DAY = 24 * 60 * MINUTE;

beforeEach(() => vi.useFakeTimers({ now: NOON + 30 * DAY }));
afterEach(() => vi.useRealTimers());

/** A fleet that has been polled since now. */
function polled(fleet: FakeFleet) {
  const slow: string[] = [];
  const poller = createFleetPoller(fleet.sessions, fleet.queryClient, (id) => slow.push(id));
  poller.start();
  return { ...fleet, poller, slow, startedAt: Date.now() };
}

/** The most requests that fell into any window of this width. */
function mostWithin({ requests }: FakeFleet, widthMs: number): number {
  return Math.max(0, ...requests.map(({ at }) => countBetween(requests, at, at + widthMs)));
}

function askedOf({ requests }: FakeFleet, what: string): Set<string> {
  return new Set(requests.filter((request) => request.what === what).map(({ stampId }) => stampId));
}

describe("opening the page", () => {
  test("asks every stamp for list and location, ten a second and never more than five at once", async () => {
    const fleet = polled(fakeFleet(200));
    await vi.advanceTimersByTimeAsync(45 * SECOND);
    expect(askedOf(fleet, "list").size).toBe(200);
    expect(askedOf(fleet, "location").size).toBe(200);
    expect(fleet.requests.filter(({ what }) => what !== "alerts")).toHaveLength(400);
    expect(mostWithin(fleet, SECOND)).toBeLessThanOrEqual(10);
    expect(fleet.underWay.most).toBeLessThanOrEqual(LANES.all);
  });

  test("asks for alerts once verdicts are known, at the steady pace", async () => {
    const fleet = polled(fakeFleet(200));
    await vi.advanceTimersByTimeAsync(30 * SECOND);
    expect(askedOf(fleet, "alerts").size).toBe(0);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(askedOf(fleet, "alerts").size).toBe(200);
  });

  test("a slow network holds the ramp back instead of piling up requests", async () => {
    const fleet = fakeFleet(50);
    for (const { stamp } of fleet.sessions) fleet.manners.set(stamp.id, 2_000);
    const { requests, underWay } = polled(fleet);
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    expect(underWay.most).toBe(LANES.quick);
    expect(requests.length).toBeLessThanOrEqual(24);
  });

  test("stamps that never answer delay the others by seconds, and keep at most two lanes", async () => {
    const fleet = fakeFleet(60);
    for (let index = 0; index < 12; index += 1) fleet.manners.set(`s${index}`, "hang");
    const { requests, slow } = polled(fleet);
    await vi.advanceTimersByTimeAsync(35 * SECOND);
    const answering = requests.filter(({ stampId }) => Number(stampId.slice(1)) >= 12);
    expect(new Set(answering.map(({ stampId }) => stampId)).size).toBe(48);
    expect(slow).toHaveLength(12);
  });

  test("a stamp that was given up early is asked again with the client's own patience, and then has failed", async () => {
    const fleet = fakeFleet(2);
    fleet.manners.set("s0", "hang");
    const { poller, sessions } = polled(fleet);
    await vi.advanceTimersByTimeAsync(6 * SECOND);
    expect(poller.isSlow("s0")).toBe(true);
    expect(sessions[0]?.failureStreaks.size).toBe(0);
    await vi.advanceTimersByTimeAsync(40 * SECOND);
    expect(sessions[0]?.failureStreaks.get("backups")?.failure.kind).toBe("timeout");
  });

  test("a stamp that answers quickly again goes with the others again", async () => {
    const fleet = fakeFleet(1);
    fleet.manners.set("s0", 7_000);
    const { poller, manners } = polled(fleet);
    await vi.advanceTimersByTimeAsync(6 * SECOND);
    expect(poller.isSlow("s0")).toBe(true);
    manners.set("s0", 100);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(poller.isSlow("s0")).toBe(false);
  });

  test("a stamp that waits for sign-in is not asked until there is a token", async () => {
    const fleet = polled(fakeFleet(2, (index) => (index === 0 ? "token" : "none")));
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(askedOf(fleet, "list")).toEqual(new Set(["s1"]));
    fleet.sessions[0]?.token.set("token");
    fleet.poller.refresh("s0");
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(askedOf(fleet, "list")).toEqual(new Set(["s0", "s1"]));
  });

  test("a stamp that does not answer for its list is not asked for its location", async () => {
    const fleet = fakeFleet(1);
    fleet.manners.set("s0", "refuse");
    const { requests } = polled(fleet);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(requests.length).toBeGreaterThan(2);
    expect(requests.filter(({ what }) => what === "location")).toEqual([]);
  });
});

describe("staying on the page", () => {
  test("200 idle stamps cost about a request a second, spread over the round", async () => {
    const fleet = polled(fakeFleet(200));
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    const from = Date.now();
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    const perMinute = countBetween(fleet.requests, from, Date.now()) / 15;
    expect(perMinute).toBeGreaterThan(50);
    expect(perMinute).toBeLessThanOrEqual(62);
    for (let minute = 0; minute < 15; minute += 1) {
      const inMinute = countBetween(fleet.requests, from + minute * MINUTE, from + (minute + 1) * MINUTE);
      expect(inMinute).toBeLessThanOrEqual(80);
    }
  });

  test("eight idle stamps are asked about once a minute each", async () => {
    const fleet = polled(fakeFleet(8));
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    const from = Date.now();
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(countBetween(fleet.requests, from, Date.now()) / 30).toBeCloseTo(8 * (1 + 2 / 3), 0);
  });

  test("a running operation is asked by its Retry-After, and its list with it", async () => {
    const fleet = fakeFleet(100);
    const [first] = fleet.sessions;
    if (!first) throw new Error("no stamp");
    const running = trackElsewhere("b9", operationPath(first.stamp, "b9"), Date.now(), Date.now());
    first.operations.update(() => [running]);
    const { requests } = polled(fleet);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    const of = (what: string) => requests.filter((one) => one.stampId === "s0" && one.what === what).length;
    expect(of("operation")).toBeGreaterThanOrEqual(9);
    expect(of("operation")).toBeLessThanOrEqual(12);
    expect(of("list")).toBeGreaterThanOrEqual(9);
    expect(of("list")).toBeLessThanOrEqual(12);
  });

  test("leaving stops it, coming back asks only what is due", async () => {
    const fleet = polled(fakeFleet(20));
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    fleet.poller.stop();
    const before = fleet.requests.length;
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(fleet.requests).toHaveLength(before);
    const again = createFleetPoller(fleet.sessions, fleet.queryClient);
    again.start();
    await vi.advanceTimersByTimeAsync(SECOND);
    again.stop();
    expect(fleet.requests.length - before).toBeLessThanOrEqual(3);
  });
});

describe("hidden, asleep, in focus again", () => {
  test("a hidden tab asks idle stamps nothing; a running operation is still followed", async () => {
    const fleet = fakeFleet(30);
    const [first] = fleet.sessions;
    if (!first) throw new Error("no stamp");
    const { poller, requests } = polled(fleet);
    await vi.advanceTimersByTimeAsync(MINUTE);
    first.operations.update(() => [
      trackElsewhere("b9", operationPath(first.stamp, "b9"), Date.now(), Date.now()),
    ]);
    poller.rest(true);
    await vi.advanceTimersByTimeAsync(MINUTE);
    const from = Date.now();
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    const hidden = requests.filter(({ at }) => at >= from);
    expect(new Set(hidden.map(({ stampId }) => stampId))).toEqual(new Set(["s0"]));
    expect(hidden.filter(({ what }) => what === "operation").length).toBeGreaterThanOrEqual(18);
  });

  test.each([
    ["shown again after a night", (poller: ReturnType<typeof polled>["poller"]) => poller.rest(false)],
    ["back on the network", (poller: ReturnType<typeof polled>["poller"]) => poller.refreshSilent()],
  ])("%s, 200 stamps are caught up at two a second, without a burst", async (_, wake) => {
    const fleet = polled(fakeFleet(200));
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    fleet.poller.rest(true);
    vi.setSystemTime(Date.now() + 8 * 60 * MINUTE);
    const from = Date.now();
    fleet.poller.rest(false);
    wake(fleet.poller);
    for (let focus = 0; focus < 20; focus += 1) fleet.poller.rest(false);
    await vi.advanceTimersByTimeAsync(4 * MINUTE);
    const after = fleet.requests.filter(({ at }) => at >= from);
    expect(countBetween(after, from, from + SECOND)).toBeLessThanOrEqual(3);
    expect(mostWithin({ ...fleet, requests: after }, 10 * SECOND)).toBeLessThanOrEqual(21);
    expect(new Set(after.map(({ stampId }) => stampId)).size).toBe(200);
  });

  test("the operator's Refresh asks all, at the pace of the first load", async () => {
    const fleet = polled(fakeFleet(50));
    await vi.advanceTimersByTimeAsync(MINUTE);
    const from = Date.now();
    fleet.poller.refresh();
    await vi.advanceTimersByTimeAsync(11 * SECOND);
    const after = fleet.requests.filter(({ at }) => at >= from);
    expect(after.length).toBeGreaterThanOrEqual(100);
    expect(mostWithin({ ...fleet, requests: after }, SECOND)).toBeLessThanOrEqual(10);
  });

  test("a clock set back by a day stops nothing", async () => {
    const fleet = polled(fakeFleet(4));
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    vi.setSystemTime(Date.now() - DAY);
    const from = Date.now();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(countBetween(fleet.requests, from, Date.now())).toBeGreaterThan(8);
  });
});
