import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../sim/clock.ts";
import { at, jsonOf, openBench, rowsOf, sending } from "./testing.ts";
import type { Bench } from "./testing.ts";

async function alertsOf(bench: Bench, query: string = ""): Promise<unknown[]> {
  return rowsOf(await bench.askHealth(`alerts${query}`));
}

function words(rows: unknown[]): string[] {
  return rows.map(
    (row) => `${String(at(row, "properties", "state"))}: ${String(at(row, "properties", "title"))}`,
  );
}

const ACTIVE = "?$filter=(Properties/State eq 'Active')";
const OTHER = "Active: Infrastructure role is unhealthy";

describe("alerts", () => {
  const recorded = "../shared/recordings/one-backup-alert.json";

  test.skipIf(!existsSync(recorded))("have the recorded keys in the recorded order and kinds", async () => {
    const real: unknown = JSON.parse(readFileSync(recorded, "utf8"));
    const mocked = (await alertsOf(openBench("automatic-disabled"))).find(
      (row) => at(row, "properties", "faultTypeId") === at(real, "value", 0, "properties", "faultTypeId"),
    );
    expect(shapeOf(mocked)).toEqual(shapeOf(at(real, "value", 0)));
    for (const key of ["title", "severity", "state", "closedTimestamp", "preview"]) {
      expect(at(mocked, "properties", key)).toBe(at(real, "value", 0, "properties", key));
    }
  });

  test.each([
    ["automatic-disabled", "Automatic backups are disabled."],
    ["slot-skipped", "The scheduled backup was skipped due to a conflict with failed operations."],
    ["update-in-progress", "The scheduled backup was skipped due to a conflict with unfinished operations."],
    ["last-failed", "Backup failed because the backup file share is full."],
    ["last-failed-connectivity", "Backup failed because of network connectivity issues."],
    ["last-failed-path", "Backup failed because the backup file share path is not valid."],
    [
      "last-failed-authentication",
      "Backup failed because the backup controller can't access the backup file share.",
    ],
    ["last-failed-general", "Backup failed because of an unknown error."],
    ["partially-succeeded", "Backup only partially completed."],
    ["share-almost-full", "The backup file share is almost full."],
    ["many-backups", "Backup could not be deleted."],
  ])("of %s name what is wrong", async (scenario, title) => {
    expect(words(await alertsOf(openBench(scenario), ACTIVE))).toContain(`Active: ${title}`);
  });

  test("of a healthy stamp are another service's, and one of ours that was closed", async () => {
    const bench = openBench("healthy");
    expect(words(await alertsOf(bench)).toSorted()).toEqual([
      OTHER,
      "Closed: Backup only partially completed.",
    ]);
    const closed = (await alertsOf(bench, "?$filter=(Properties/State eq 'Closed')"))[0];
    expect(at(closed, "properties", "closedByUserAlias")).toBe("operator@contoso.com?api-version=1.0.0");
    bench.pass(7 * DAY);
    expect(words(await alertsOf(bench))).toEqual([OTHER]);
  });

  test("are filtered and ordered as documented", async () => {
    const bench = openBench("last-failed");
    const critical = await alertsOf(
      bench,
      "?$filter=(Properties/State eq 'Active') and (Properties/Severity eq 'Critical')&$orderby=Properties/CreatedTimestamp desc",
    );
    expect(words(critical)).toEqual(["Active: Backup failed because the backup file share is full."]);
    const times = (await alertsOf(bench, "?$orderby=Properties/CreatedTimestamp desc")).map((row) =>
      String(at(row, "properties", "createdTimestamp")),
    );
    expect(times.length).toBeGreaterThan(2);
    expect(times).toEqual(times.toSorted().toReversed());
    expect((await bench.askHealth("alerts?$filter=contains(Title,'x')")).status).toBe(400);
  });

  test("of a service leave out the others", async () => {
    const bench = openBench("last-failed");
    const services = await rowsOf(await bench.askHealth("serviceHealths"));
    const backup = services.find((row) => at(row, "properties", "namespace") === "Microsoft.Backup.Admin");
    const id = String(at(backup, "properties", "registrationId"));
    expect(at(backup, "properties", "alertSummary")).toEqual({ criticalAlertCount: 1, warningAlertCount: 1 });
    const own = await rowsOf(await bench.askHealth(`serviceHealths/${id.toUpperCase()}/alerts`));
    expect(words(own)).not.toContain(OTHER);
    expect(own).toHaveLength((await alertsOf(bench)).length - 1);
    expect(at(await jsonOf(await bench.askHealth("")), "properties", "alertSummary")).toEqual({
      criticalAlertCount: 1,
      warningAlertCount: 2,
    });
  });

  test("are closed by PUT with the alias, once", async () => {
    const bench = openBench("last-failed");
    const row = (await alertsOf(bench, "?$filter=Properties/Severity eq 'Critical'"))[0];
    const path = `alerts/${String(at(row, "properties", "alertId"))}`;
    const body = sending("PUT", {
      properties: { state: "Closed", closedByUserAlias: "me@contoso.com" },
    });
    const reply = await bench.askHealth(`${path}?user=me@contoso.com`, body);
    expect([reply.status, at(await jsonOf(reply), "properties", "state")]).toEqual([200, "Closed"]);
    const read = await jsonOf(await bench.askHealth(path));
    expect(at(read, "properties", "closedByUserAlias")).toBe("me@contoso.com");
    expect(at(read, "properties", "closedTimestamp")).toMatch(/^2026-11-23T10:00:00/);
    bench.pass(MINUTE);
    await bench.askHealth(`${path}?user=other@contoso.com`, body);
    expect(await jsonOf(await bench.askHealth(path))).toEqual(read);
  });

  test.each([
    ["without a user", "", { properties: { state: "Closed" } }, 400],
    ["to another state", "?user=me", { properties: { state: "Active" } }, 400],
    ["without a body", "?user=me", undefined, 400],
  ])("cannot be changed %s", async (_what, query, body, status) => {
    const bench = openBench("last-failed");
    const id = String(at((await alertsOf(bench))[0], "properties", "alertId"));
    const reply = await bench.askHealth(`alerts/${id}${query}`, sending("PUT", body));
    expect(reply.status).toBe(status);
    expect(bench.facts().alertClosings).toHaveLength(1);
  });

  test("and services that do not exist are not found; nor is another version", async () => {
    const bench = openBench("healthy");
    const none = "00000000-0000-0000-0000-000000000000";
    expect((await bench.askHealth(`alerts/${none}`)).status).toBe(404);
    expect(
      (await bench.askHealth(`alerts/${none}?user=me`, sending("PUT", { properties: { state: "Closed" } })))
        .status,
    ).toBe(404);
    expect((await bench.askHealth(`serviceHealths/${none}`)).status).toBe(404);
    const wrong = `/subscriptions/${bench.facts().subscriptionId}/resourceGroups/system.redmond/providers/Microsoft.InfrastructureInsights.Admin/regionHealths/redmond/alerts`;
    expect((await bench.ask(wrong)).status).toBe(400);
  });
});

test("the skipped slot's alert names the next one in US text", async () => {
  const bench = openBench("slot-skipped");
  const row = (await alertsOf(bench, ACTIVE)).find((it) =>
    String(at(it, "properties", "title")).includes("skipped"),
  );
  expect(at(row, "properties", "alertProperties", "nextBackupDateTime")).toBe("11/23/2026 5:52:39 PM");
  bench.pass(12 * HOUR);
  expect(
    at(
      await jsonOf(await bench.askHealth(`alerts/${String(at(row, "properties", "alertId"))}`)),
      "properties",
      "state",
    ),
  ).toBe("Closed");
});

/** Keys with the kinds of their values, in order. */
function shapeOf(value: unknown, path: string = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => shapeOf(item, `${path}[]`)))];
  if (typeof value !== "object" || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, item]) => shapeOf(item, `${path}.${key}`));
}
