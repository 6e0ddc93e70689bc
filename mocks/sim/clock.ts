import type { Clock, World } from "./facts.ts";

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Simulated instant (epoch ms) at real instant `realNow`; a real clock set back does not turn it back. */
export function simNow(clock: Clock, realNow: number): number {
  return clock.simAt + Math.floor(Math.max(0, realNow - clock.realAt) * clock.speed);
}

/** Goes on from the present simulated instant at another speed, limited to 0 (frozen) … 600. */
export function withSpeed(world: World, speed: number, realNow: number): World {
  const limited = Number.isFinite(speed) ? Math.min(600, Math.max(0, speed)) : 1;
  return {
    ...world,
    clock: { realAt: realNow, simAt: simNow(world.clock, realNow), speed: limited },
  };
}

/** Moves simulated time on to `simAt`, never back. */
export function jumpTo(world: World, simAt: number, realNow: number): World {
  const target = Math.max(simAt, simNow(world.clock, realNow));
  return { ...world, clock: { ...world.clock, realAt: realNow, simAt: target } };
}
