import fc from "fast-check";
import { expect, test } from "vitest";
import { realMachine } from "./testing/machine.ts";
import { scripts } from "./testing/modelEvents.ts";
import { play } from "./testing/modelRun.ts";

// More, and other, runs by hand: MODEL_RUNS=100000 MODEL_SEED=7 npx vitest run src/domain/model.test.ts
const RUNS = Number(process.env["MODEL_RUNS"] ?? 3_000);
const SEED = Number(process.env["MODEL_SEED"] ?? 20_200_304);

const seen = new Map<string, number>();

test(
  `in ${RUNS} random lives of a stamp and two tabs, the page keeps every promise`,
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(scripts, (script) => {
        for (const [what, count] of play(script, realMachine)) seen.set(what, (seen.get(what) ?? 0) + count);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  },
);

test("those lives met every situation the promises are about, each of them often", () => {
  const situations = [
    "click waiting",
    "click unanswered",
    "click accepted",
    "click refused",
    "click dismissed",
    "adopted",
    "tracked elsewhere",
    "list behind its operation",
    "row inProgress",
    "row checking",
    "row finishing",
    "row succeeded",
    "row partiallySucceeded",
    "row failed",
    "row lost",
    "row unknown",
    "truth succeeded",
    "truth partiallySucceeded",
    "truth failed",
  ];
  const rare = situations.filter((what) => (seen.get(what) ?? 0) < RUNS / 10);
  expect(rare).toEqual([]);
  // Takes a refusal in the minutes between the end of the data and the end of the job.
  expect(seen.get("row unconfirmed")).toBeGreaterThan(RUNS / 30);
});
