import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NOON } from "../domain/testing/fixtures.ts";
import { createFleetStarts } from "./fleetStarts.ts";
import { fakeFleet, SECOND } from "./testing/fakeFleet.ts";

beforeEach(() => vi.useFakeTimers({ now: NOON }));
afterEach(() => vi.useRealTimers());

test("one accepted click is one POST for each stamp, four under way at most", async () => {
  const { sessions, requests, underWay } = fakeFleet(10);
  const starts = createFleetStarts();
  void starts.start(sessions);
  void starts.start(sessions);
  expect(starts.getSnapshot().map(({ state }) => state.kind)).toEqual([
    ...Array.from({ length: 4 }, () => "starting"),
    ...Array.from({ length: 6 }, () => "waiting"),
  ]);
  await vi.advanceTimersByTimeAsync(5 * SECOND);
  void starts.start(sessions);
  await vi.advanceTimersByTimeAsync(5 * SECOND);
  expect(requests.map(({ stampId }) => stampId).toSorted()).toEqual(
    sessions.map(({ stamp }) => stamp.id).toSorted(),
  );
  expect(underWay.most).toBe(4);
});

test("each stamp has an outcome of its own, and a hanging one keeps no other from starting", async () => {
  const { sessions, requests, manners } = fakeFleet(8);
  manners.set("s1", "hang");
  manners.set("s2", "refuse");
  const starts = createFleetStarts();
  const done = starts.start(sessions);
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  const kinds = () => starts.getSnapshot().map(({ stampId, state }) => `${stampId} ${state.kind}`);
  expect(kinds()).toEqual([
    "s0 started",
    "s1 starting",
    "s2 unknownOutcome",
    ...["s3", "s4", "s5", "s6", "s7"].map((id) => `${id} started`),
  ]);
  starts.dismiss();
  expect(kinds()).toEqual(["s1 starting"]);
  await vi.advanceTimersByTimeAsync(30 * SECOND);
  await done;
  expect(kinds()).toEqual(["s1 unknownOutcome"]);
  expect(requests).toHaveLength(8);
});

test("a second click on a stamp that runs already sends nothing and says so", async () => {
  const { sessions, requests } = fakeFleet(1);
  const starts = createFleetStarts();
  void starts.start(sessions);
  await vi.advanceTimersByTimeAsync(SECOND);
  void starts.start(sessions);
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(starts.getSnapshot().map(({ state }) => state.kind)).toEqual(["busy"]);
  expect(requests).toHaveLength(1);
});
