import type { World } from "./facts.ts";
import { FAILURE_SCENARIOS } from "./scenariosFailure.ts";
import { FAULTY_SCENARIOS } from "./scenariosFaulty.ts";
import { HISTORY_SCENARIOS } from "./scenariosHistory.ts";
import { FLEET_SCENARIO } from "./scenarioFleet.ts";
import { FLEET_MANY_SCENARIO } from "./scenarioFleetMany.ts";
import { SIZE_SCENARIOS } from "./scenariosSize.ts";
import { STATE_SCENARIOS } from "./scenariosState.ts";
import { healthyStamp, worldOf, type ScenarioSeed } from "./seeds.ts";
import { withSpeed } from "./clock.ts";

export interface Scenario {
  title: string;
  description: string;
  look: string;
  control: string;
  /** A fresh world at real instant `realNow`. */
  create: (realNow: number) => World;
}

export const DEFAULT_SCENARIO = "healthy";

/** Every scenario by its name in `?scenario=`. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = Object.fromEntries(
  Object.entries({
    ...STATE_SCENARIOS,
    ...FAILURE_SCENARIOS,
    ...HISTORY_SCENARIOS,
    ...FAULTY_SCENARIOS,
    ...SIZE_SCENARIOS,
    ...FLEET_SCENARIO,
    ...FLEET_MANY_SCENARIO,
  }).map(([name, seed]) => [name, toScenario(name, seed)]),
);

/** The scenario of that name and the name it goes by; an unknown name gives the healthy one. */
export function scenarioOf(name: string): { name: string; scenario: Scenario } {
  const known = Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
  if (known) return { name, scenario: known };
  const fallback = SCENARIOS[DEFAULT_SCENARIO];
  if (!fallback) throw new Error(`Scenario ${DEFAULT_SCENARIO} is missing`);
  return { name: DEFAULT_SCENARIO, scenario: fallback };
}

/** A fresh world of the named scenario. */
export function createWorld(name: string, realNow: number): World {
  return scenarioOf(name).scenario.create(realNow);
}

/** The world as its scenario begins it, at the present speed. */
export function reset(world: World, realNow: number): World {
  return withSpeed(createWorld(world.scenario, realNow), world.clock.speed, realNow);
}

function toScenario(name: string, seed: ScenarioSeed): Scenario {
  const { title, description, look, control, shape, others, aheadMs = 0 } = seed;
  return {
    title,
    description,
    look,
    control,
    create: (realNow) => {
      const now = realNow + aheadMs;
      const stamps = [shape(healthyStamp(now), now), ...(others?.(now) ?? [])];
      return worldOf(name, stamps, realNow, now);
    },
  };
}
