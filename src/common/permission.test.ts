import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionKind, missingPermission, toScope } from "./permission.ts";

const LOCATION =
  "/subscriptions/0000/resourceGroups/System.redmond/providers/Microsoft.Backup.Admin/backupLocations/redmond";
const CREATE = "Microsoft.Backup.Admin/backupLocations/createBackup/action";

describe("the permission in the words of a 403", () => {
  test("with action and scope", () => {
    const text =
      `The client 'op@contoso.com' with object id 'f00' does not have authorization to perform action '${CREATE}' ` +
      `over scope '${LOCATION}' or the scope is invalid. If access was recently granted, refresh your credentials.`;
    expect(missingPermission(text)).toEqual({ action: CREATE, scope: LOCATION });
  });

  test("with the action alone", () => {
    expect(missingPermission(`You are not allowed to perform action '${CREATE}'.`)).toEqual({
      action: CREATE,
      scope: null,
    });
  });

  test.each([null, "", "Forbidden", "perform action '<img src=x>'", "perform action ''"])(
    "not in %j",
    (text) => {
      expect(missingPermission(text)).toBeNull();
    },
  );

  test("is found or not in any text, without an exception and never long", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (action, scope) => {
        const found = missingPermission(`perform action '${action}' over scope '/${scope}'`);
        expect((found?.action.length ?? 0) + (found?.scope?.length ?? 0)).toBeLessThan(800);
      }),
    );
  });
});

test.each([
  [CREATE, "createBackup"],
  ["microsoft.backup.admin/BACKUPLOCATIONS/backups/read", "readBackups"],
  ["Microsoft.Backup.Admin/backupLocations/operationResults/read", "readOperation"],
  ["Microsoft.Backup.Admin/backupLocations/read", "readLocation"],
  ["Microsoft.Backup.Admin/backupLocations/write", "writeLocation"],
  ["Microsoft.Backup.Admin/constructor", "other"],
  ["Microsoft.Compute/virtualMachines/read", "other"],
])("%s is for %s", (action, kind) => {
  expect(actionKind(action)).toBe(kind);
});

test.each([
  [LOCATION, { kind: "location", name: "redmond" }],
  [`${LOCATION}/backups/1`, { kind: "location", name: "redmond" }],
  ["/subscriptions/0000/resourcegroups/System.redmond", { kind: "group", name: "System.redmond" }],
  ["/subscriptions/0000", { kind: "subscription", name: "0000" }],
  ["/providers/x", { kind: "other", name: "/providers/x" }],
])("the scope %s is said as %j", (scope, words) => {
  expect(toScope(scope)).toEqual(words);
});
