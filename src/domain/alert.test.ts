import { describe, expect, test } from "vitest";
import { actionsOf, isBackupAlert, parseSeverity, sortAlerts, type Alert } from "./alert.ts";
import { anAlert, HOUR, NOON } from "./testing/fixtures.ts";

const CONTROLLER = "AzureStack.BackupController";

test.each([
  ["Critical", { kind: "critical" }],
  [" warning ", { kind: "warning" }],
  ["Information", { kind: "unknown", raw: "Information" }],
  [null, { kind: "unknown", raw: "none" }],
] as const)("severity %s", (wire, severity) => {
  expect(parseSeverity(wire)).toEqual(severity);
});

describe("an alert is about backup", () => {
  const impacted = "/subscriptions/s/resourceGroups/system.redmond/providers/Microsoft.Backup.Admin/";
  test.each([
    ["by its fault type", `${CONTROLLER}.BackupFailedGeneralFault`, null, true],
    ["in whatever case", "azurestack.backupcontroller.x", null, true],
    ["by what it impacts", "SomeFault", impacted, true],
    ["by what it impacts, in whatever case", "SomeFault", impacted.toUpperCase(), true],
    [
      "not as another service's",
      "ServiceFabricApplicationUnhealthy",
      "/providers/Microsoft.Fabric.Admin/",
      false,
    ],
    ["not by a name that only contains the word", "X.AzureStack.BackupController.Y", null, false],
    ["not without either", "", null, false],
  ])("%s", (_, faultTypeId, impactedResourceId, expected) => {
    expect(isBackupAlert({ faultTypeId, impactedResourceId })).toBe(expected);
  });
});

describe("an alert asks for a backup by hand", () => {
  const says = (text: string) => [{ kind: "text" as const, text }];
  test.each([
    ["a skipped slot", { faultTypeId: `${CONTROLLER}.BackupSkippedWithFailedOperationFault` }, true],
    ["a failed backup", { faultTypeId: `${CONTROLLER}.BackupFailedGeneralFault` }, true],
    ["a partial backup", { faultTypeId: `${CONTROLLER}.BackupPartiallyCompletedFault` }, true],
    ["one that says so", { remediation: says("Then press Backup now.") }, true],
    [
      "one that says so in other words",
      { remediation: says("Perform a manual infrastructure backup.") },
      true,
    ],
    ["one that asks for something else", { remediation: says("Enable automatic backups.") }, false],
    ["a share that is almost full", { faultTypeId: `${CONTROLLER}.BackupShareAlmostFullFault` }, false],
    [
      "a failed backup whose alert is closed",
      { state: "closed", faultTypeId: `${CONTROLLER}.BackupFailedGeneralFault` },
      false,
    ],
  ] satisfies [string, Partial<Alert>, boolean][])("%s", (_, known, expected) => {
    const alert = anAlert({ faultTypeId: "", title: "", ...known });
    expect(actionsOf(alert).includes("backupNow")).toBe(expected);
  });
});

describe("an alert offers what ends its cause", () => {
  const byHand = [{ kind: "text", text: "Back up on demand until then." }] as const;
  test.each([
    [
      "automatic backups are off, even where its remedy speaks of a backup on demand",
      { faultTypeId: `${CONTROLLER}.BackupSchedulerPausedFault`, remediation: [...byHand] },
      ["enableAutomatic"],
    ],
    ["the same by its title", { title: "Automatic backups are disabled." }, ["enableAutomatic"]],
    [
      "the share is full: another backup would fail as well",
      { faultTypeId: `${CONTROLLER}.BackupFailedShareFullFault` },
      ["prune", "retention"],
    ],
    ["the share is almost full", { title: "The backup file share is almost full." }, ["prune", "retention"]],
    ["old backups stay", { title: "Backup could not be deleted." }, ["prune"]],
    [
      "the path is wrong: corrected first, then tried again",
      {
        faultTypeId: `${CONTROLLER}.BackupFailedInvalidPathFault`,
        title: "Backup failed because the backup file share path is not valid.",
      },
      ["configuration", "backupNow"],
    ],
    ["the settings are old", { title: "Backup settings need to be updated" }, ["configuration"]],
    ["closed: nothing", { title: "Automatic backups are disabled.", state: "closed" }, []],
    ["nothing known of it", { title: "Something else" }, []],
  ] satisfies [string, Partial<Alert>, string[]][])("%s", (_, known, expected) => {
    expect(actionsOf(anAlert({ faultTypeId: "", title: "", remediation: [], ...known }))).toEqual(expected);
  });
});

test("alerts stand worst first, then newest; closed ones last, by their closing; undated ones behind the dated", () => {
  const sorted = sortAlerts([
    anAlert({ id: "closed-early", state: "closed", closedAt: NOON - HOUR }),
    anAlert({ id: "undated", createdAt: null }),
    anAlert({ id: "old", createdAt: NOON - HOUR }),
    anAlert({ id: "odd", severity: { kind: "unknown", raw: "Severe" } }),
    anAlert({ id: "closed-late", state: "closed", severity: { kind: "critical" }, closedAt: NOON }),
    anAlert({ id: "new" }),
    anAlert({ id: "worst", severity: { kind: "critical" }, createdAt: NOON - 9 * HOUR }),
  ]);
  expect(sorted.map(({ id }) => id)).toEqual([
    "worst",
    "odd",
    "new",
    "old",
    "undated",
    "closed-late",
    "closed-early",
  ]);
});
