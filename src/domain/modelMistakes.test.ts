import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mistaken, plantedMistakes, type PlantedMistake } from "./testing/plantedMistakes.ts";
import { scripts } from "./testing/modelEvents.ts";
import { play } from "./testing/modelRun.ts";

const RUNS = 3_000;

/** What the model's runs say about a machine with this mistake. */
function runWith(mistake: PlantedMistake) {
  const machine = mistaken(mistake);
  const property = fc.property(scripts, (script) => void play(script, machine));
  return fc.check(property, { numRuns: RUNS, seed: 20_200_304, endOnFailure: true });
}

describe(`within ${RUNS} runs the model notices that`, () => {
  for (const [name, mistake] of Object.entries(plantedMistakes)) {
    test(`${name}, which breaks ${mistake.breaks}`, () => {
      const result = runWith(mistake);
      expect(result.failed).toBe(true);
      const why = result.errorInstance instanceof Error ? result.errorInstance.message : "";
      expect(why).toMatch(new RegExp(`^${mistake.breaks}: `));
    });
  }
});
