import { DAY, HOUR, MINUTE } from "./clock.ts";
import type { StampFacts } from "./facts.ts";
import { between, hash, stream } from "./random.ts";
import { FAILURE_SCENARIOS } from "./scenariosFailure.ts";
import { STATE_SCENARIOS } from "./scenariosState.ts";
import type { ScenarioSeed } from "./seeds.ts";
import { healthyStamp, withRun } from "./seeds.ts";

type Shape = ScenarioSeed["shape"];

/** Of a hundred stamps, how many are in which state; the others are healthy. */
const MIX: readonly [percent: number, shape: Shape][] = [
  [6, STATE_SCENARIOS["running-elsewhere"].shape],
  [3, STATE_SCENARIOS["finishing"].shape],
  [4, STATE_SCENARIOS["automatic-disabled"].shape],
  [2, STATE_SCENARIOS["never-configured"].shape],
  [2, STATE_SCENARIOS["no-backups-yet"].shape],
  [4, STATE_SCENARIOS["slot-skipped"].shape],
  [6, FAILURE_SCENARIOS["last-failed-connectivity"].shape],
  [4, FAILURE_SCENARIOS["partially-succeeded"].shape],
  [3, (facts) => ({ ...facts, faults: [{ kind: "network" }] })],
  // Nothing comes back at all, as from behind a broken tunnel.
  [2, (facts) => ({ ...facts, faults: [{ kind: "hang" }] })],
  [2, (facts) => ({ ...facts, auth: { kind: "token" } })],
];

const PLACES = ["Harbor", "Ridge", "Depot", "Field", "Vessel", "Outpost", "Clinic", "Mine", "Plant", "Range"];

/** So many stamps that a page which asked all of them at once, or drew all of them, would be noticed. */
export const FLEET_MANY_SCENARIO = {
  "fleet-40": {
    title: "A fleet of 40 stamps",
    description: "The first forty of the two hundred: what one operator finds on a Monday morning.",
    look: "The stamps that need somebody stand first; one that does not answer delays no other.",
    control: "All stamps; Needs attention; select some, Backup now",
    shape: (facts, now) => slimmed(facts, now),
    others: (now: number) => members(39, now),
  },
  "fleet-200": {
    title: "A fleet of 200 stamps",
    description:
      "Two hundred stamps, most of them healthy; some run, failed, wait for sign-in, or do not answer at all.",
    look: "All stamps, worst first: the list fills steadily, stays quick, and says how many requests it makes.",
    control: "All stamps; select some, Backup now",
    shape: (facts, now) => slimmed(facts, now),
    others: (now: number) => members(199, now),
  },
} satisfies Record<string, ScenarioSeed>;

function members(count: number, now: number): StampFacts[] {
  return Array.from({ length: count }, (_, index) => member(index + 1, now));
}

function member(index: number, now: number): StampFacts {
  const place = PLACES[index % PLACES.length] ?? "";
  const number = String(Math.floor(index / PLACES.length) + 1).padStart(2, "0");
  const name = { id: `${place.toLowerCase()}${number}`, title: `${place} ${number}`, seed: 20230200 + index };
  const facts = slimmed(healthyStamp(now, name), now);
  return shapeOf(name.seed)(facts, now);
}

function shapeOf(seed: number): Shape {
  let left = between(stream(hash(seed, "fleet")), 0, 99);
  for (const [percent, shape] of MIX) {
    if (left < percent) return shape;
    left -= percent;
  }
  return (facts) => facts;
}

/** A week of backups of four roles: what the browser keeps, and every list, must stay small two hundred times over. */
function slimmed(facts: StampFacts, now: number): StampFacts {
  const offset = between(stream(facts.seed), 0, 11 * 60) * MINUTE;
  const bare: StampFacts = {
    ...facts,
    roles: facts.roles.slice(0, 4),
    settings: facts.settings.map((period) => ({ ...period, fromAt: now - 7 * DAY })),
    schedule: [
      { fromAt: now - 7 * DAY, anchorAt: now - 20 * MINUTE - offset, everyMs: 12 * HOUR, enabled: true },
    ],
    share: { ...facts.share, garbage: [] },
    slotFacts: [],
    runs: [],
    alertClosings: [],
  };
  // Shapes that take the newest backup on demand away find one.
  return withRun(bare, now - 3 * DAY);
}
