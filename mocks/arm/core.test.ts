import { describe, expect, test } from "vitest";
import { at, jsonOf, openBench, rowsOf } from "./testing.ts";

describe("finding a stamp", () => {
  test.each(["2015-01-01", "1.0"])("the endpoints are told without a token, version %s", async (version) => {
    const reply = await openBench("sign-in-expired").ask(`/metadata/endpoints?api-version=${version}`);
    expect(reply.status).toBe(200);
    expect(await jsonOf(reply)).toMatchObject({
      authentication: {
        loginEndpoint: expect.stringMatching(/\/adfs\/$/),
        audiences: [expect.stringMatching(/^https:/)],
      },
    });
  });

  test("everything else wants one where the stamp does", async () => {
    const bench = openBench("sign-in-expired");
    expect((await bench.ask("/subscriptions?api-version=2016-05-01")).status).toBe(401);
    expect((await bench.askHealth("alerts")).status).toBe(401);
  });

  test("the subscription is found by its name, the region in it, and the versions of the provider", async () => {
    const bench = openBench("api-2021");
    const rows = await rowsOf(await bench.ask("/subscriptions?api-version=2016-05-01"));
    const ours = rows.find((row) => at(row, "displayName") === "Default Provider Subscription");
    const id = String(at(ours, "subscriptionId"));
    expect(id).toBe(bench.facts().subscriptionId);
    const places = `/subscriptions/${id}/providers/Microsoft.Subscriptions.Admin/locations?api-version=2015-11-01`;
    expect((await rowsOf(await bench.ask(places))).map((row) => at(row, "name"))).toEqual(["redmond"]);
    const provider = await jsonOf(
      await bench.ask(`/subscriptions/${id}/providers/Microsoft.Backup.Admin?api-version=2016-05-01`),
    );
    expect(at(provider, "resourceTypes", 0)).toEqual({
      resourceType: "backupLocations",
      locations: ["redmond"],
      apiVersions: ["2021-09-01", "2018-09-01"],
    });
    const other =
      "/subscriptions/11111111-2222-3333-4444-555555555555/providers/Microsoft.Backup.Admin?api-version=1";
    expect((await bench.ask(other)).status).toBe(404);
  });

  test("the provider's operations need no subscription", async () => {
    const rows = await rowsOf(await openBench("healthy").ask("/providers/microsoft.backup.admin/OPERATIONS"));
    expect(rows.map((row) => at(row, "name"))).toContain("Microsoft.Backup.Admin/backupLocations/read");
  });
});

describe("a long list", { timeout: 30_000 }, () => {
  test("is told as a whole, or in pages whose links lead through all of it", async () => {
    const whole = namesOf(await rowsOf(await openBench("many-backups").ask("redmond/backups")));
    expect(whole).toHaveLength(10_000);
    expect(new Set(whole).size).toBe(10_000);
    const bench = openBench("many-backups-paged");
    const origin = "http://portal.test/sub/arm/redmond";
    const seen: unknown[] = [];
    let next: string | null = "redmond/backups?api-version=2018-09-01";
    while (next !== null && seen.length < 20_000) {
      const json: unknown = await jsonOf(await bench.ask(next));
      const rows = at(json, "value");
      seen.push(...namesOf(Array.isArray(rows) ? rows : []));
      const link = at(json, "nextLink");
      next = typeof link === "string" && link.startsWith(origin) ? link.slice(origin.length) : null;
    }
    expect(seen).toEqual(whole);
  });

  test("of pages keeps to $top", async () => {
    const bench = openBench("many-backups-paged");
    const first = await jsonOf(await bench.ask("redmond/backups?api-version=2018-09-01&$top=1500&$skip=100"));
    const link = String(at(first, "nextLink"));
    expect(link).toContain("$top=500");
    expect(link).toContain("$skip=1100");
    const second = await jsonOf(await bench.ask(link.slice(link.indexOf("/subscriptions"))));
    expect([Object(at(second, "value")).length, at(second, "nextLink")]).toEqual([500, null]);
  });

  test.each(["$top=abc", "$top=-1", "$skip=x"])("ignores %s", async (query) => {
    const reply = await openBench("healthy").ask(`redmond/backups?api-version=2018-09-01&${query}`);
    expect((await rowsOf(reply)).length).toBe(31);
  });

  test("of ten thousand is answered in well under 100 ms once it is known", async () => {
    const bench = openBench("many-backups");
    const took: number[] = [];
    for (let poll = 0; poll < 10; poll += 1) {
      bench.pass(10_000);
      // Our own time, not that of whatever else the machine does.
      const before = process.cpuUsage();
      await bench.ask("redmond/backups");
      const { user, system } = process.cpuUsage(before);
      took.push((user + system) / 1000);
    }
    expect(Math.min(...took)).toBeLessThan(100);
  });
});

function namesOf(rows: unknown[]): unknown[] {
  return rows.map((row) => at(row, "name"));
}
