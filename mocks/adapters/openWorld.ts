import { withSpeed } from "../sim/clock.ts";
import type { World } from "../sim/facts.ts";
import { createWorld, DEFAULT_SCENARIO, scenarioOf } from "../sim/scenarios.ts";

/**
 * The world a page goes on with: the stored one, unless the address names another scenario. A speed in the
 * address sets the clock's, without a leap of simulated time.
 */
export function openWorld(stored: World | null, query: URLSearchParams, realNow: number): World {
  const asked = query.get("scenario");
  const isOther = asked !== null && stored?.scenario !== scenarioOf(asked).name;
  const world = stored && !isOther ? stored : createWorld(asked ?? DEFAULT_SCENARIO, realNow);
  const speed = speedOf(query);
  return speed === null || speed === world.clock.speed ? world : withSpeed(world, speed, realNow);
}

function speedOf(query: URLSearchParams): number | null {
  const text = query.get("speed");
  const speed = text === null || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(speed) && speed > 0 ? Math.min(600, speed) : null;
}
