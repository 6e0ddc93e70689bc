import type { FailureReason } from "./facts.ts";
import { COPY_FAILED_LATE, failureFor, TWO_ROLES_FAILED } from "./outcomes.ts";
import type { ScenarioSeed } from "./seeds.ts";
import { withLastSlot, withTrouble } from "./seeds.ts";

/** Scenarios in which backups go wrong. */
export const FAILURE_SCENARIOS = {
  "last-failed": lastFailed(
    "shareFull",
    "the share is full",
    "Prune, or a shorter retention; then Backup now",
  ),
  "last-failed-connectivity": lastFailed(
    "connectivity",
    "the network between stamp and share is broken",
    "End the trouble in the demo panel; then Backup now",
  ),
  "last-failed-path": lastFailed(
    "path",
    "the path is not valid any more",
    "Configuration: another path; then Backup now",
  ),
  "last-failed-authentication": lastFailed(
    "authentication",
    "the share refuses the credentials",
    "Configuration: a new password; then Backup now",
  ),
  "last-failed-general": lastFailed(
    "general",
    "the stamp does not say why",
    "Backup now fails too, until the demo panel ends the trouble",
  ),
  "partially-succeeded": {
    title: "Partially succeeded",
    description: "Two roles of the newest scheduled backup failed.",
    look: "A warning, never green; the failed roles come first in the details; an alert.",
    control: "Open the newest backup",
    shape: (facts) => withLastSlot(facts, TWO_ROLES_FAILED),
  },
  "backup-fails": {
    title: "The next backup fails",
    description: "The next backup breaks off after a few minutes: the share is full.",
    look: "Failed with the stamp's words, never Succeeded.",
    control: "Backup now, then jump to just before the end",
    shape: (facts) => ({ ...facts, nextOutcomes: [failureFor("shareFull")] }),
  },
  "backup-fails-late": {
    title: "The next backup fails while finishing",
    description: "The list says Succeeded, then its operation fails.",
    look: "Finishing, then Failed with both words side by side.",
    control: "Backup now, then jump to just before the end",
    shape: (facts) => ({ ...facts, nextOutcomes: [COPY_FAILED_LATE] }),
  },
} satisfies Record<string, ScenarioSeed>;

function lastFailed(reason: FailureReason, why: string, control: string): ScenarioSeed {
  return {
    title: `Last backup failed: ${why}`,
    description: `The newest scheduled backup failed: ${why}. So will the next one, until it is remedied.`,
    look: "The newest row is Failed with the roles that were not backed up; the alert names the remedy.",
    control,
    shape: (facts, now) => withTrouble(facts, now, reason),
  };
}
