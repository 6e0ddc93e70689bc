import { describe, expect, test } from "vitest";
import { asksForBackup, isBackupAlert, parseSeverity, sortAlerts, type Alert } from "./alert.ts";
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
    ["a paused scheduler, as recorded", { remediation: says("Enable automatic backups.") }, false],
    ["a share that is almost full", { faultTypeId: `${CONTROLLER}.BackupShareAlmostFullFault` }, false],
    [
      "a failed backup whose alert is closed",
      { state: "closed", faultTypeId: `${CONTROLLER}.BackupFailedGeneralFault` },
      false,
    ],
  ] satisfies [string, Partial<Alert>, boolean][])("%s", (_, known, expected) => {
    expect(asksForBackup(anAlert(known))).toBe(expected);
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
