import * as fc from "fast-check";
import { expect, test } from "vitest";
import { jumpTo, simNow, withSpeed } from "./clock.ts";
import type { World } from "./facts.ts";
import { createWorld } from "./scenarios.ts";

const REAL = Date.UTC(2026, 10, 23, 10);

function healthy(): World {
  return createWorld("healthy", REAL);
}

test("at speed 60 a real second is a simulated minute", () => {
  const { clock } = withSpeed(healthy(), 60, REAL);
  expect(simNow(clock, REAL + 1000) - simNow(clock, REAL)).toBe(60_000);
});

test("a change of speed neither leaps nor repeats simulated time", () => {
  const speeds = fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.nat(600_000)), { maxLength: 12 });
  fc.assert(
    fc.property(speeds, (steps) => {
      let world = healthy();
      let real = REAL;
      for (const [speed, waitMs] of steps) {
        real += waitMs;
        const before = simNow(world.clock, real);
        world = withSpeed(world, speed, real);
        expect(simNow(world.clock, real)).toBe(before);
      }
    }),
  );
});

test("simulated time never runs back, whatever the real clock and jumps do", () => {
  const steps = fc.array(
    fc.record({ waitMs: fc.nat(DAY_MS), jumpMs: fc.integer({ min: -DAY_MS, max: DAY_MS }) }),
  );
  fc.assert(
    fc.property(steps, (all) => {
      let world = healthy();
      let real = REAL;
      let last = simNow(world.clock, real);
      for (const { waitMs, jumpMs } of all) {
        real += waitMs;
        world = jumpTo(world, last + jumpMs, real);
        const now = simNow(world.clock, real);
        expect(now).toBeGreaterThanOrEqual(last);
        expect(simNow(world.clock, real - DAY_MS)).toBeGreaterThanOrEqual(last);
        last = now;
      }
    }),
  );
});

const DAY_MS = 86_400_000;
