import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../sim/clock.ts";
import { at, BENCH_BASE, follow, jsonOf, openBench, rowsOf } from "./testing.ts";

const START = { method: "POST" };

describe("the tour of a backup", () => {
  test("leads from 202 over 202s, while the list already says Succeeded, to 200 with the backup", async () => {
    const bench = openBench("healthy");
    const before = await rowsOf(await bench.ask("redmond/backups"));
    const accepted = await bench.ask("redmond/createBackup", START);
    expect([accepted.status, accepted.headers.get("Retry-After"), await accepted.text()]).toEqual([
      202,
      "60",
      "",
    ]);
    const id = /operationResults\/([0-9a-f-]{36})\?api-version=2018-09-01$/.exec(
      accepted.headers.get("Location") ?? "",
    )?.[1];

    const seen: string[] = [];
    let reply = accepted;
    while (reply.status === 202 && seen.length < 60) {
      bench.pass(MINUTE);
      reply = await follow(bench, reply);
      const listed = await jsonOf(await bench.ask(`redmond/backups/${id}`));
      seen.push(`${reply.status} ${String(at(listed, "properties", "backupInfo", "status"))}`);
    }
    expect([...new Set(seen)]).toEqual(["202 Running", "202 Succeeded", "200 Succeeded"]);
    const gap = seen.filter((word) => word === "202 Succeeded").length;
    expect(gap).toBeGreaterThanOrEqual(10);
    expect(gap).toBeLessThanOrEqual(15);
    expect([reply.headers.get("Location"), reply.headers.get("Retry-After")]).toEqual([null, null]);
    const backup = await jsonOf(reply);
    expect(at(backup, "name")).toBe(`redmond/${id}`);
    expect(await rowsOf(await bench.ask("redmond/backups"))).toHaveLength(before.length + 1);
  });

  test("tells one completion time everywhere: list, operation, last backup", async () => {
    const bench = openBench("healthy");
    const accepted = await bench.ask("redmond/createBackup", START);
    bench.pass(40 * MINUTE);
    const ended = await jsonOf(await follow(bench, accepted));
    const info = at(ended, "properties", "backupInfo");
    const listed = await jsonOf(await bench.ask(`redmond/backups/${String(at(info, "backupId"))}`));
    const location = await jsonOf(await bench.ask("redmond"));
    expect(at(listed, "properties", "backupInfo", "createdDateTime")).toBe(at(info, "createdDateTime"));
    expect(at(location, "properties", "externalStoreDefault", "lastBackupTime")).toBe(
      at(info, "createdDateTime"),
    );
    expect(at(info, "createdDateTime")).toMatch(/^2026-11-23T10:(19|2\d):\d\d(\.\d{0,6}[1-9])?Z$/);
    expect(at(info, "timeTakenToCreate")).toMatch(/^PT(19|2[0-2])M\d{1,2}(\.\d{0,6}[1-9])?S$/);
  });

  test("a failed operation answers 500 in the shape of failed operations, whatever the list says", async () => {
    const bench = openBench("backup-fails-late");
    const accepted = await bench.ask("redmond/createBackup", START);
    bench.pass(HOUR);
    const reply = await follow(bench, accepted);
    expect(reply.status).toBe(500);
    expect(await jsonOf(reply)).toEqual({
      properties: { provisioningState: "Failed" },
      error: { code: "OperationFailed", message: "Backup failed during file copy to the external share." },
    });
    const rows = await rowsOf(await bench.ask("redmond/backups"));
    expect(rows.filter((row) => at(row, "properties", "backupInfo", "status") === "Failed")).toHaveLength(1);
  });

  test("a second one meanwhile is answered with 409, and with 202 after the operation's end", async () => {
    const bench = openBench("healthy");
    await bench.ask("redmond/createBackup", START);
    const second = await bench.ask("redmond/createBackup", START);
    expect([second.status, at(await jsonOf(second), "error", "code")]).toEqual([409, "BackupAlreadyRunning"]);
    bench.pass(40 * MINUTE);
    expect((await bench.ask("redmond/createBackup", START)).status).toBe(202);
  });

  test.each([
    [1, "60"],
    [10, "6"],
    [60, "1"],
    [600, "1"],
    [0, "60"],
  ])("at speed %d a client that knows of no speed is asked to poll after %s s", async (speed, seconds) => {
    const bench = openBench("healthy", speed, undefined, { retryAfter: "realTime" });
    const accepted = await bench.ask("redmond/createBackup", START);
    expect(accepted.headers.get("Retry-After")).toBe(seconds);
  });

  test.each([1, 60, 600])("at speed %d the page is told the stamp's own 60 s", async (speed) => {
    const accepted = await openBench("healthy", speed).ask("redmond/createBackup", START);
    expect(accepted.headers.get("Retry-After")).toBe("60");
  });
});

describe("addresses", () => {
  test("ids, groups and segments are read in any case, and the link repeats the asked casing", async () => {
    const bench = openBench("running-elsewhere");
    const id = bench.facts().runs.at(-1)?.id.toUpperCase();
    const path = `/SUBSCRIPTIONS/${bench.facts().subscriptionId.toUpperCase()}/resourcegroups/System.Redmond/providers/microsoft.backup.admin/BACKUPLOCATIONS/Redmond`;
    const reply = await bench.ask(`${path}/OperationResults/${id}`);
    expect([reply.status, reply.headers.get("Location")]).toEqual([
      202,
      `${BENCH_BASE}${path}/operationResults/${id?.toLowerCase()}?api-version=2018-09-01`,
    ]);
  });

  test.each([
    [
      "no version",
      "/subscriptions/S/resourceGroups/system.redmond/providers/Microsoft.Backup.Admin/backupLocations?x=1",
      400,
      "MissingApiVersionParameter",
    ],
    [
      "a version the stamp does not speak",
      "redmond?api-version=2021-09-01",
      400,
      "NoRegisteredProviderFound",
    ],
    [
      "another subscription",
      "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/system.redmond/providers/Microsoft.Backup.Admin/backupLocations",
      404,
      "SubscriptionNotFound",
    ],
    ["another location", "bothell", 404, "ResourceNotFound"],
    ["an unknown backup", "redmond/backups/00000000-0000-0000-0000-000000000000", 404, "ResourceNotFound"],
    ["a malformed id", "redmond/backups/%E0%A4%A", 404, "ResourceNotFound"],
    [
      "an unknown operation",
      "redmond/operationResults/00000000-0000-0000-0000-000000000000",
      404,
      "NotFound",
    ],
    ["an unknown action", "redmond/deleteEverything", 404, "ResourceNotFound"],
  ])("%s is refused", async (_what, path, status, code) => {
    const bench = openBench("healthy");
    const tail = path.startsWith("/") || path.includes("?") ? path : `${path}?api-version=2018-09-01`;
    const reply = await bench.ask(tail);
    expect([reply.status, at(await jsonOf(reply), "error", "code")]).toEqual([status, code]);
    expect(reply.headers.get("x-ms-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("GET on createBackup starts nothing", async () => {
    const bench = openBench("healthy");
    const reply = await bench.ask("redmond/createBackup");
    expect([reply.status, Object.keys(Object(await jsonOf(reply)))]).toEqual([405, ["message"]]);
    expect(bench.facts().runs).toHaveLength(3);
  });
});

describe("lists", () => {
  test("pages fit together to the whole, which is not newest first", async () => {
    const bench = openBench("healthy");
    const all = await rowsOf(await bench.ask("redmond/backups"));
    const pages = [];
    for (const skip of [0, 10, 20, 30]) {
      pages.push(
        ...(await rowsOf(await bench.ask(`redmond/backups?api-version=2018-09-01&$top=10&$skip=${skip}`))),
      );
    }
    expect(pages).toEqual(all);
    const times = all.map((row) => String(at(row, "properties", "backupInfo", "createdDateTime")));
    expect(times).not.toEqual(times.toSorted().toReversed());
  });

  test("every answer has a request id of its own, and the stamp's time", async () => {
    const bench = openBench("clock-skew");
    const [first, second] = [await bench.ask("redmond"), await bench.ask("redmond")];
    expect(first?.headers.get("x-ms-request-id")).not.toBe(second?.headers.get("x-ms-request-id"));
    expect(first?.headers.get("Date")).toBe("Tue, 24 Nov 2026 10:00:00 GMT");
  });

  test("2021-09-01 adds the two blob storage fields, 2018-09-01 does not have them", async () => {
    const bench = openBench("api-2021");
    const keys = async (version: string): Promise<string[]> =>
      Object.keys(
        Object(
          at(
            await jsonOf(await bench.ask(`redmond?api-version=${version}`)),
            "properties",
            "externalStoreDefault",
          ),
        ),
      );
    const [older, newer] = [await keys("2018-09-01"), await keys("2021-09-01")];
    expect(newer.filter((key) => !older.includes(key))).toEqual(["blobStorageUrl", "blobStorageKey"]);
  });

  test("a location that was never configured has an empty path and no times", async () => {
    const body = await jsonOf(await openBench("never-configured").ask("redmond"));
    expect(at(body, "properties", "externalStoreDefault")).toMatchObject({
      path: "",
      userName: "",
      availableCapacity: null,
      isBackupSchedulerEnabled: null,
      nextBackupTime: null,
      lastBackupTime: null,
      backupRetentionPeriodInDays: 7,
    });
  });
});
