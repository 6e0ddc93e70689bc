import type { StampFacts } from "./facts.ts";
import { FAILURE_SCENARIOS } from "./scenariosFailure.ts";
import type { ScenarioSeed } from "./seeds.ts";
import { STATE_SCENARIOS } from "./scenariosState.ts";
import { healthyStamp } from "./seeds.ts";

const MEMBERS: readonly [id: string, title: string, shape: ScenarioSeed["shape"]][] = [
  ["bothell", "Bothell", STATE_SCENARIOS["running-elsewhere"].shape],
  ["everett", "Everett", FAILURE_SCENARIOS["last-failed-authentication"].shape],
  ["kirkland", "Kirkland", FAILURE_SCENARIOS["partially-succeeded"].shape],
  ["spokane", "Spokane", STATE_SCENARIOS["automatic-disabled"].shape],
  ["tacoma", "Tacoma", STATE_SCENARIOS["never-configured"].shape],
  ["vancouver", "Vancouver (MDC)", STATE_SCENARIOS["update-in-progress"].shape],
  ["yakima", "Yakima (ruggedized)", (facts) => ({ ...facts, faults: [{ kind: "network" }] })],
];

/** Several stamps, each in a state of its own. */
export const FLEET_SCENARIO = {
  fleet: {
    title: "A fleet of stamps",
    description:
      "Eight stamps: healthy, running, failed, partially succeeded, disabled, never configured, updating, unreachable.",
    look: "Each stamp by itself, and a fleet's overview; nothing of one shows under another.",
    control: "The stamp picker",
    shape: (facts: StampFacts) => facts,
    others: (now: number) =>
      MEMBERS.map(([id, title, shape], index) =>
        shape(healthyStamp(now, { id, title, seed: 20230118 + index }), now),
      ),
  },
} satisfies Record<string, ScenarioSeed>;
