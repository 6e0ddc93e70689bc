import { expect, test } from "vitest";
import { restRequests, type RestAction } from "./restView.ts";

const stamp = { subscriptionId: "s1", region: "redmond", apiVersion: "2018-09-01" } as const;
const base = "https://adminmanagement.redmond.contoso.com";
const location = `${base}/subscriptions/s1/resourceGroups/system.redmond/providers/Microsoft.Backup.Admin/backupLocations/redmond`;

test.each([
  ["list", `GET ${location}/backups?api-version=2018-09-01`, null],
  ["backup", `GET ${location}/backups/b1?api-version=2018-09-01`, null],
  ["follow", `GET ${location}/operationResults/b1?api-version=2018-09-01`, null],
  ["start", `POST ${location}/createBackup?api-version=2018-09-01`, null],
  ["settings", `GET ${location}?api-version=2018-09-01`, null],
  ["pruneDryRun", `POST ${location}/pruneExternalStore?api-version=2018-09-01`, { operationType: "DryRun" }],
  ["prune", `POST ${location}/pruneExternalStore?api-version=2018-09-01`, { operationType: "Default" }],
  [
    "alerts",
    `GET ${base}/subscriptions/s1/resourceGroups/System.redmond/providers/Microsoft.InfrastructureInsights.Admin/regionHealths/redmond/alerts?api-version=2016-05-01`,
    null,
  ],
] satisfies [RestAction, string, object | null][])("%s", (action, line, body) => {
  const found = restRequests(stamp, `${base}/`, "b1").find((request) => request.action === action);
  expect(`${found?.method} ${found?.url}`).toBe(line);
  expect(found?.body).toEqual(body);
});

test("without a backup there is nothing to ask about one", () => {
  const actions = restRequests(stamp, base, null).map(({ action }) => action);
  expect(actions).not.toContain("backup");
  expect(actions).not.toContain("follow");
});

test("a curl line names the token's variable, sends a length with every POST, and quotes what it sends", () => {
  const curl = (action: RestAction) =>
    restRequests(stamp, base, "b1").find((one) => one.action === action)?.curl;
  expect(curl("list")).toBe(
    `curl --include --header "Authorization: Bearer $TOKEN" '${location}/backups?api-version=2018-09-01'`,
  );
  expect(curl("start")).toContain("--data '' 'https:");
  expect(curl("prune")).toContain(`--data '{"operationType":"Default"}' 'https:`);
});

test("nothing in a name can break out of the quotes", () => {
  const hostile = { ...stamp, region: "x' ; rm -rf ~ ; ’" };
  for (const { curl } of restRequests(hostile, base, "b' $(1)")) {
    const outside = curl.replace(/'[^']*'/g, "").replace('"Authorization: Bearer $TOKEN"', "");
    expect(outside).toMatch(/^[a-z -]*$/);
  }
});
