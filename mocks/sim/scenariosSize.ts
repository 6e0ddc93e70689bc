import { HOUR, MINUTE } from "./clock.ts";
import type { StampFacts } from "./facts.ts";
import type { ScenarioSeed } from "./seeds.ts";

const COUNT = 10_000;

/** Scenarios that are about amounts. */
export const SIZE_SCENARIOS = {
  "many-backups": {
    title: "10,000 backups",
    description:
      "Every four hours for four and a half years, on a share from which nothing could be deleted.",
    look: "Scrolling, sorting and the polls stay quick; the alert says why there are so many.",
    control: "Prune: the dry run names what would go",
    shape: many,
  },
  "many-backups-paged": {
    title: "10,000 backups in pages",
    description: "The same, a thousand to a page behind nextLink, which no recording shows.",
    look: "The whole list, or the word that it is incomplete where a page fails.",
    control: "Fail the next reads of the list",
    shape: (facts, now) => ({ ...many(facts, now), pageSize: 1000 }),
  },
} satisfies Record<string, ScenarioSeed>;

function many(facts: StampFacts, now: number): StampFacts {
  const everyMs = 4 * HOUR;
  const anchorAt = now - 90 * MINUTE;
  const fromAt = anchorAt - COUNT * everyMs;
  return {
    ...facts,
    // The recorded test stamp had this one only; fourteen roles of ten thousand backups would weigh 17 MB.
    roles: ["NRP"],
    settings: facts.settings.map((period) => ({ ...period, fromAt, retentionDays: 7 })),
    share: { ...facts.share, sizeGb: 20_480, backupGb: 1, deletionFails: true },
    schedule: [{ fromAt, anchorAt, everyMs, enabled: true }],
    slotFacts: [],
    runs: [],
    alertClosings: [],
  };
}
