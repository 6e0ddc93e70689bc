import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DAY, NOON } from "../domain/testing/fixtures.ts";
import { createFleetPoller } from "./fleetPoller.ts";
import { createFleetStore } from "./fleetStore.ts";
import { fakeFleet, MINUTE, SECOND } from "./testing/fakeFleet.ts";

/** Long after the fake stamps' backup, so that nobody asks whether its job still runs. */
const START = NOON + 30 * DAY;

beforeEach(() => vi.useFakeTimers({ now: START }));
afterEach(() => vi.useRealTimers());

function shown(count: number, manner: "refuse" | null = null) {
  const fleet = fakeFleet(count);
  if (manner) for (const { stamp } of fleet.sessions) fleet.manners.set(stamp.id, manner);
  const poller = createFleetPoller(fleet.sessions, fleet.queryClient);
  const store = createFleetStore(fleet.sessions, fleet.queryClient, poller.isSlow);
  const changes: string[][] = [];
  const kinds = () => store.getSnapshot().map(({ state }) => state.contact.kind);
  store.subscribe(() => changes.push(kinds()));
  poller.start();
  return { ...fleet, poller, store, changes, kinds };
}

test("a stamp that never answered stays silent while it is asked again", async () => {
  const { changes, kinds, requests } = shown(1, "refuse");
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(requests.length).toBeGreaterThan(5);
  expect(kinds()).toEqual(["silent"]);
  expect(changes.filter(([kind]) => kind !== "silent")).toEqual([]);
});

test("answers that bring nothing new change nothing, and touch no other row", async () => {
  const { store, manners } = shown(3);
  await vi.advanceTimersByTimeAsync(10 * SECOND);
  const before = store.getSnapshot();
  expect(before.map(({ state }) => state.contact.kind)).toEqual(["answering", "answering", "answering"]);
  await vi.advanceTimersByTimeAsync(20 * MINUTE);
  expect(store.getSnapshot()).toBe(before);
  manners.set("s1", "refuse");
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  const after = store.getSnapshot();
  expect([after[0] === before[0], after[1] === before[1], after[2] === before[2]]).toEqual([
    true,
    false,
    true,
  ]);
  expect(after[1]?.lastAnswerAt).toBeGreaterThan(START);
  expect(after[1]?.state.report.lastSuccessAt).toBe(before[1]?.state.report.lastSuccessAt);
});
