import { expect, test, vi } from "vitest";
import { fakeFleet, MINUTE, SECOND, type FakeFleet } from "../../queries/testing/fakeFleet.ts";
import { polled, START, useFakePage } from "./testing/polledFleet.ts";

useFakePage();

function shown(fake: FakeFleet) {
  const changes: string[][] = [];
  const page = polled(fake, false, () => changes.push(kinds()));
  const kinds = () => page.fleet.get().map(({ state }) => state.contact.kind);
  return { ...page, changes, kinds };
}

test("a stamp that never answered stays silent while it is asked again", async () => {
  const fake = fakeFleet(1);
  fake.manners.set("s0", "refuse");
  const { changes, kinds, requests } = shown(fake);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(requests.length).toBeGreaterThan(5);
  expect(kinds()).toEqual(["silent"]);
  expect(changes.filter(([kind]) => kind !== "silent")).toEqual([]);
});

test("answers that bring nothing new change nothing, and touch no other row", async () => {
  const { fleet, manners, kinds } = shown(fakeFleet(3));
  await vi.advanceTimersByTimeAsync(10 * SECOND);
  const before = fleet.get();
  expect(kinds()).toEqual(["answering", "answering", "answering"]);
  await vi.advanceTimersByTimeAsync(20 * MINUTE);
  expect(fleet.get()).toBe(before);
  manners.set("s1", "refuse");
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  const after = fleet.get();
  expect([after[0] === before[0], after[1] === before[1], after[2] === before[2]]).toEqual([
    true,
    false,
    true,
  ]);
  expect(after[1]?.lastAnswerAt).toBeGreaterThan(START);
  expect(after[1]?.state.report.lastSuccessAt).toBe(before[1]?.state.report.lastSuccessAt);
});

test("a stamp that should long have been asked again is behind, since its last answer", async () => {
  const { fleet, manners } = shown(fakeFleet(4));
  await vi.advanceTimersByTimeAsync(10 * SECOND);
  expect(fleet.get().map(({ behind }) => behind)).toEqual([false, false, false, false]);
  // Nothing is asked for hours, as where the machine sleeps, and then the network is slow.
  for (const { stamp } of fleet.get()) manners.set(stamp.id, 4_000);
  vi.setSystemTime(Date.now() + 3 * 60 * MINUTE);
  await vi.advanceTimersByTimeAsync(22 * SECOND);
  const late = fleet.get().filter(({ behind }) => behind);
  expect(late.length).toBeGreaterThan(0);
  expect(late[0]?.lastAnswerAt).toBeLessThan(START + 10 * SECOND);
  await vi.advanceTimersByTimeAsync(30 * SECOND);
  expect(fleet.get().map(({ behind }) => behind)).toEqual([false, false, false, false]);
});
