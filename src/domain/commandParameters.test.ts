import { describe, expect, test } from "vitest";
import { getCommand, startCommand, trackCommand, type PowerShellModule } from "./commands.ts";

const REGION = { region: "redmond" };

/** Parameters of Start-AzsBackup in each module (learn.microsoft.com; PowerShell Gallery, Azs.Backup.Admin 0.3.2). */
const PARAMETERS: Record<PowerShellModule, string[]> = {
  az: [
    "Location",
    "ResourceGroupName",
    "SubscriptionId",
    "DefaultProfile",
    "AsJob",
    "NoWait",
    "Confirm",
    "WhatIf",
  ],
  azureRm: ["Location", "ResourceGroupName", "ResourceId", "AsJob", "Force", "Confirm", "WhatIf"],
};

describe.each(["az", "azureRm"] as const)("for the module of %s", (module) => {
  test.each([
    ["starting", startCommand(REGION, module)],
    ["following", trackCommand(REGION, module)],
  ])("%s passes only parameters that the command has", (_, text) => {
    const [, line = ""] = /Start-AzsBackup(.*)/.exec(text) ?? [];
    const passed = [...line.matchAll(/ -(\w+)/g)].map(([, name]) => name);
    expect(passed).toContain("Location");
    expect(PARAMETERS[module]).toEqual(expect.arrayContaining(passed));
  });

  test("no region breaks out of its quotes", () => {
    const region = "a'; Remove-Item x; '";
    for (const text of [
      startCommand({ region }, module),
      trackCommand({ region }, module),
      getCommand({ region }, "b"),
    ])
      expect(text).toContain("-Location 'a''; Remove-Item x; '''");
  });
});
