import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NOON } from "../../domain/testing/fixtures.ts";
import { commandOf } from "../../queries/commands.ts";
import { fakeFleet, SECOND, type FakeFleet } from "../../queries/testing/fakeFleet.ts";
import { giveStart, START } from "../../queries/useStartBackup.ts";
import { startAll, startStateOf } from "./fleetStarts.ts";

beforeEach(() => vi.useFakeTimers({ now: NOON }));
afterEach(() => vi.useRealTimers());

/** How each start stands that was given on the fleet page. */
function standing({ queryClient, sessions }: FakeFleet): string[] {
  return sessions.map((session) => {
    const state = startStateOf(session, commandOf(queryClient, session, START)?.state);
    return state?.kind === "sent" && state.unclear ? "unclear" : (state?.kind ?? "none");
  });
}

test("one accepted click is one POST for each stamp, four under way at most", async () => {
  const fake = fakeFleet(10);
  const { queryClient, sessions, requests, underWay } = fake;
  void startAll(queryClient, sessions);
  void startAll(queryClient, sessions);
  expect(standing(fake)).toEqual(Array.from({ length: 10 }, () => "waiting"));
  await vi.advanceTimersByTimeAsync(0);
  expect(standing(fake)).toEqual([
    ...Array.from({ length: 4 }, () => "starting"),
    ...Array.from({ length: 6 }, () => "waiting"),
  ]);
  await vi.advanceTimersByTimeAsync(5 * SECOND);
  expect(standing(fake)).toEqual(Array.from({ length: 10 }, () => "sent"));
  void startAll(queryClient, sessions);
  await vi.advanceTimersByTimeAsync(5 * SECOND);
  expect(requests.map(({ stampId }) => stampId).toSorted()).toEqual(
    sessions.map(({ stamp }) => stamp.id).toSorted(),
  );
  expect(underWay.most).toBe(4);
});

test("each stamp has an outcome of its own, and a hanging one keeps no other from starting", async () => {
  const fake = fakeFleet(8);
  const { queryClient, sessions, requests, manners } = fake;
  manners.set("s1", "hang");
  manners.set("s2", "refuse");
  const done = startAll(queryClient, sessions);
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  expect(standing(fake)).toEqual(["sent", "starting", "unclear", ...Array.from({ length: 5 }, () => "sent")]);
  await vi.advanceTimersByTimeAsync(30 * SECOND);
  await done;
  expect(standing(fake)[1]).toBe("unclear");
  expect(requests).toHaveLength(8);
});

test("a second click on a stamp that runs already sends nothing and says so", async () => {
  const fake = fakeFleet(1);
  void startAll(fake.queryClient, fake.sessions);
  await vi.advanceTimersByTimeAsync(SECOND);
  void startAll(fake.queryClient, fake.sessions);
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(standing(fake)).toEqual(["busy"]);
  expect(fake.requests).toHaveLength(1);
});

test("a start given on a stamp's own blade is not told here", async () => {
  const fake = fakeFleet(1);
  const [session] = fake.sessions;
  if (!session) throw new Error("no stamp");
  void giveStart(fake.queryClient, session, "blade", false);
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(standing(fake)).toEqual(["none"]);
});
