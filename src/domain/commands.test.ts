import { describe, expect, test } from "vitest";
import {
  alertsCommand,
  getCommand,
  listCommand,
  pruneCommand,
  settingsCommand,
  startCommand,
  testShareCommand,
  trackCommand,
} from "./commands.ts";

const stamp = { region: "redmond" };
/** As hostile as a name can be. */
const hostile = { region: "x'; Remove-Item ’C:\\’ $(1) `" };

test("only the old module's commands have -Force", () => {
  expect(startCommand(stamp, "az")).toBe("Start-AzsBackup -Location redmond");
  expect(startCommand(stamp, "azureRm")).toBe("Start-AzsBackup -Location redmond -Force");
  expect(trackCommand(stamp, "az")).toContain("$job = Start-AzsBackup -Location redmond -AsJob\n");
  expect(trackCommand(stamp, "azureRm")).toContain(
    "$job = Start-AzsBackup -Location redmond -Force -AsJob\n",
  );
  for (const command of [
    listCommand(stamp),
    getCommand(stamp, "b1"),
    settingsCommand(stamp),
    alertsCommand(stamp),
    trackCommand(stamp, "az"),
  ]) {
    expect(command).not.toContain("-Force");
  }
});

test("pruning is only in Az", () => {
  expect(pruneCommand(stamp, "az", false)).toBe(
    "Invoke-AzsPruneBackupLocationExternalStore -Location redmond",
  );
  expect(pruneCommand(stamp, "az", true)).toBe(
    "Invoke-AzsPruneBackupLocationExternalStore -Location redmond -OperationType DryRun",
  );
  expect(pruneCommand(stamp, "azureRm", true)).toBeNull();
});

test("the share is tested as it is configured, or another path before it is", () => {
  expect(testShareCommand()).toBe("Test-AzureStack -Include AzsBackupShareAccessibility");
  expect(testShareCommand("\\\\fs01.contoso.com\\Bob's")).toBe(
    "Test-AzureStack -Include AzsBackupShareAccessibility -BackupSharePath '\\\\fs01.contoso.com\\Bob''s' -BackupShareCredential (Get-Credential)",
  );
});

describe("nothing in a name can break out of its quotes", () => {
  const literal = "'x''; Remove-Item ’’C:\\’’ $(1) `'";
  test.each([
    ["start", startCommand(hostile, "az")],
    ["list", listCommand(hostile)],
    ["get", getCommand(hostile, hostile.region)],
    ["settings", settingsCommand(hostile)],
    ["prune", pruneCommand(hostile, "az", true) ?? ""],
    ["alerts", alertsCommand(hostile)],
    ["share", testShareCommand(hostile.region)],
    ["track", trackCommand(hostile, "azureRm")],
  ])("%s", (_, command) => {
    expect(command.replaceAll(literal, "")).not.toContain("Remove-Item");
    expect(command).toContain(literal);
  });

  test("nor can a name be taken for a parameter", () => {
    expect(startCommand({ region: "-AsJob" }, "az")).toBe("Start-AzsBackup -Location '-AsJob'");
  });
});
