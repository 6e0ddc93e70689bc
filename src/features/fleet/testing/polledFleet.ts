import { environmentManager, focusManager, onlineManager } from "@tanstack/react-query";
import { afterEach, beforeAll, beforeEach, vi } from "vitest";
import { trackElsewhere } from "../../../domain/operation.ts";
import { operationPath } from "../../../domain/stamp.ts";
import { DAY, NOON } from "../../../domain/testing/fixtures.ts";
import { countBetween, type FakeFleet, type FakeRequest } from "../../../queries/testing/fakeFleet.ts";
import { createFleet } from "../fleet.ts";

/** Long after the fake stamps' backup, so that nobody asks whether its job still runs. */
export const START = NOON + 30 * DAY;

const open: (() => void)[] = [];

/** Each test begins at START, and leaves the pages it has opened. */
export function useFakePage(): void {
  // Timers are a browser's: on a server the library sets none.
  beforeAll(() => environmentManager.setIsServer(() => false));
  beforeEach(() => vi.useFakeTimers({ now: START }));
  afterEach(() => {
    for (const close of open.splice(0)) close();
    focusManager.setFocused(undefined);
    onlineManager.setOnline(true);
    vi.useRealTimers();
  });
}

/** A fleet whose page is open since now. `onChange` hears of rows that changed. */
export function polled(fake: FakeFleet, paused = false, onChange: () => void = () => undefined) {
  const fleet = createFleet(fake.sessions, null, fake.queryClient, paused);
  fake.queryClient.mount();
  const leave = fleet.subscribe(onChange);
  open.push(leave, () => fake.queryClient.unmount());
  return { ...fake, fleet, leave };
}

/** The most of these requests that fell into any window of this width. */
export function mostWithin(requests: readonly FakeRequest[], widthMs: number): number {
  return Math.max(0, ...requests.map(({ at }) => countBetween(requests, at, at + widthMs)));
}

/** A run of the first stamp that began elsewhere and goes on. */
export function startElsewhere({ sessions: [first] }: FakeFleet): void {
  first?.operations.update(() => [
    trackElsewhere("b9", operationPath(first.stamp, "b9"), Date.now(), Date.now()),
  ]);
}
