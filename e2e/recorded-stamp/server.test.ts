import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadRecordings, missingRecordings } from "./recordings.ts";
import { createRecordedStamp, RECORDED_STAMP, type RecordedStamp } from "./server.ts";

const missing = missingRecordings();
if (missing !== undefined) console.warn(`SKIPPED: the recorded stamp's tests. ${missing}`);

test("a folder without recordings is named in one line", () => {
  expect(missingRecordings("/nowhere")).toMatch(
    /^Recordings are missing in .*nowhere: Get-AzsBackup\.Recording\.json, .*$/,
  );
});

describe.skipIf(missing !== undefined)("the recorded stamp", () => {
  let stamp: RecordedStamp;
  let url: string;
  const { subscriptionId, region } = RECORDED_STAMP;
  const locations = `/subscriptions/${subscriptionId}/resourceGroups/system.${region}/providers/Microsoft.Backup.Admin/backupLocations`;
  const id = "08b92613-837a-43cd-86b5-1212ef954384";
  const ask = (path: string, init?: RequestInit, version = "2018-09-01") =>
    fetch(`${url}${locations}${path}?api-version=${version}`, init);

  beforeEach(async () => {
    stamp = createRecordedStamp();
    url = await stamp.listen(0);
  });
  afterEach(() => stamp.close());

  test("answers lists, the location and each backup with the recorded bodies", async () => {
    const recorded = [...loadRecordings()].filter(
      ([key]) => key.startsWith("get ") && !key.includes("operation"),
    );
    expect(recorded).toHaveLength(6);
    for (const [key, [first]] of recorded) {
      const answer = await fetch(`${url}${key.slice("get ".length)}?api-version=2018-09-01&$top=10`);
      expect(answer.status, key).toBe(200);
      expect(await answer.text()).toBe(first?.body);
      expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    }
  });

  test("replays the headers: a Kerberos blob, the date of 2020, request and routing ids", async () => {
    const { headers } = await ask(`/${region}/backups`);
    expect(headers.get("www-authenticate")).toMatch(/^oYG3/);
    expect(headers.get("date")).toBe("Wed, 04 Mar 2020 12:50:07 GMT");
    expect(headers.get("x-ms-request-id")).toBe("8df95a8f-6e07-4cca-a8ac-b2378be1b0e7");
    expect(headers.get("x-ms-routing-request-id")).toMatch(/^REDMOND:20200304T125007Z:/);
    expect(headers.get("server")).toBe("Microsoft-HTTPAPI/2.0");
    expect(headers.get("expires")).toBe("-1");
  });

  test("a backup is accepted, polled with the recorded 202s, ends with the 200, and starts over", async () => {
    for (const round of [1, 2]) {
      const accepted = await ask(`/${region}/createBackup`, { method: "POST" });
      const location = accepted.headers.get("location") ?? "";
      expect(accepted.status, `round ${round}`).toBe(202);
      expect(await accepted.text()).toBe("");
      expect(accepted.headers.get("content-type")).toBeNull();
      expect(accepted.headers.get("retry-after")).toBe("1");
      expect(location).toBe(`${url}${locations}/${region}/operationResults/${id}?api-version=2018-09-01`);

      const statuses: number[] = [];
      const dates: (string | null)[] = [];
      for (let poll = 0; poll < 9; poll++) {
        const answer = await fetch(location);
        statuses.push(answer.status);
        dates.push(answer.headers.get("date"));
        expect(answer.headers.get("location")).toBe(answer.status === 202 ? location : null);
        if (answer.status === 200) expect(await answer.json()).toMatchObject({ name: `redmond/${id}` });
      }
      expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 202, 200, 200]);
      expect(dates[0]).toBe("Wed, 04 Mar 2020 12:16:44 GMT");
      expect(dates[7]).toBe("Wed, 04 Mar 2020 12:23:47 GMT");
    }
  });

  test("before any backup was started the recorded operation is over", async () => {
    expect((await ask(`/${region}/operationResults/${id}`)).status).toBe(200);
  });

  test("reads paths in any case and refuses what was not recorded as ARM does", async () => {
    expect((await ask(`/${region.toUpperCase()}/BACKUPS`)).status).toBe(200);
    const unknown = await ask(`/${region}/backups/none`);
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ error: { code: "ResourceNotFound" } });
    const version = await ask("", undefined, "2021-09-01");
    expect(version.status).toBe(400);
    expect(await version.json()).toMatchObject({ error: { code: "NoRegisteredProviderFound" } });
    expect((await fetch(`${url}${locations}`)).status).toBe(400);
  });

  test("logs what was asked, with the bearer token", async () => {
    await ask("", { headers: { Authorization: "Bearer abc" } });
    await ask(`/${region}/createBackup`, { method: "POST" });
    expect(stamp.requests).toEqual([
      { method: "GET", path: `${locations}?api-version=2018-09-01`, authorization: "Bearer abc" },
      { method: "POST", path: `${locations}/${region}/createBackup?api-version=2018-09-01` },
    ]);
  });
});
