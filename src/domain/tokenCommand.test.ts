import { expect, test } from "vitest";
import { azTokenCommand, powershellTokenCommand } from "./tokenCommand.ts";

const AUDIENCE = "https://adminmanagement.contoso.onmicrosoft.com/4de154de";

test("the commands name the audience", () => {
  expect(powershellTokenCommand(AUDIENCE)).toBe(
    `[Net.NetworkCredential]::new('', (Get-AzAccessToken -ResourceUrl '${AUDIENCE}').Token).Password | Set-Clipboard`,
  );
  expect(azTokenCommand(AUDIENCE)).toBe(
    `az account get-access-token --resource "${AUDIENCE}" --query accessToken --output tsv`,
  );
});

test("an audience cannot break out of its quotes", () => {
  expect(powershellTokenCommand("x'; Remove-Item C:\\ #")).toContain("'x''; Remove-Item C:\\ #'");
  expect(azTokenCommand('x"; rm -rf $HOME `id` \\')).toContain('--resource "x; rm -rf HOME id "');
});

test("an unknown audience is marked as a gap", () => {
  expect(powershellTokenCommand(null)).toContain("'AUDIENCE'");
  expect(azTokenCommand(null)).toContain('"AUDIENCE"');
});
