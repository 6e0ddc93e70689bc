import { describe, expect, test } from "vitest";
import { aPosting } from "../domain/testing/fixtures.ts";
import { startedAtOf } from "../domain/backup.ts";
import { isTerminal, step, type Operation } from "../domain/operation.ts";
import { getLocation, listBackups } from "./backups.ts";
import { pollOnce, postBackup } from "./operations.ts";
import { fakeArm, type FakeArm } from "./testing/fakeArm.ts";
import {
  exampleBodies,
  haveExamples,
  haveRecordings,
  recorded,
  recordedFiles,
  type Exchange,
} from "./testing/recordings.ts";
import { toBackup, toBackupPage, toLocation } from "./wire.ts";

/** The recorded completion times and durations (docs/stamp-api.md "Completion time"), to the millisecond. */
const RECORDED = [
  { id: "69ebefe9-7b1b-414a-99ad-49edf061d845", completed: "2020-03-04T12:42:50.031Z", tookMs: 315_145.2343 },
  { id: "0f377aa9-22b7-4623-833e-7386bc37d4fd", completed: "2020-03-04T12:32:38.809Z", tookMs: 316_060.5282 },
  { id: "08b92613-837a-43cd-86b5-1212ef954384", completed: "2020-03-04T12:22:18.788Z", tookMs: 395_345.912 },
];

function replay(exchanges: Exchange[]): FakeArm {
  const answers = exchanges.map(
    ({ status, content, headers }) => new Response(content === "" ? null : content, { status, headers }),
  );
  // The vendor's recordings are sanitised: every host is management.azure.com.
  return fakeArm(answers, { armBase: "https://management.azure.com" });
}

function expectNoSecret(read: unknown) {
  const text = JSON.stringify(read);
  expect(text).not.toMatch(/EncryptionKey|password|CertBase64|pQDlmgkWPU03B|oYG3MIG0/i);
}

function byUrl(exchanges: Exchange[], tail: RegExp): Exchange[] {
  return exchanges.filter(({ url, method }) => method === "GET" && tail.test(url.pathname));
}

/** Reads what an address of that kind answers; null when it cannot be read. */
function readByPath(path: string, status: number, body: unknown): unknown {
  if (status === 202) return body === undefined ? "running" : null;
  if (/\/backups$/i.test(path)) {
    const page = toBackupPage(body);
    return page?.items.every((item) => item.kind === "backup") ? page : null;
  }
  if (/\/backupLocations$/i.test(path)) {
    const locations = toBackupPage(body) && valuesOf(body).map(toLocation);
    return locations?.every((location) => location !== null) ? locations : null;
  }
  return /\/backupLocations\/[^/]+$/i.test(path) ? toLocation(body) : toBackup(body);
}

function valuesOf(body: unknown): unknown[] {
  return typeof body === "object" && body !== null && "value" in body && Array.isArray(body.value)
    ? body.value
    : [];
}

const skipped = haveRecordings ? "" : " (skipped: ../shared/recordings is not there)";

describe.skipIf(!haveRecordings)(`what a real stamp answered${skipped}`, () => {
  for (const file of haveRecordings ? recordedFiles() : []) {
    for (const { name, url, status, content } of recorded(file)) {
      test(`${file}, ${name}: ${status} is read, without its secrets`, () => {
        const body: unknown = content === "" ? undefined : JSON.parse(content);
        const read = readByPath(url.pathname, status, body);
        expect(read).not.toBeNull();
        expectNoSecret(read);
      });
    }
  }

  test("lists three backups with their recorded completion times and durations", async () => {
    const { items, incomplete } = await listBackups(
      replay(byUrl(recorded("Get-AzsBackup"), /\/backups$/)).client,
    );
    expect(incomplete).toBeNull();
    const read = items.flatMap((item) => (item.kind === "backup" ? [item.backup] : []));
    const facts = read.map(({ id, completedAt, tookMs, status, automatic }) => {
      return {
        id,
        completed: new Date(completedAt ?? 0).toISOString(),
        tookMs,
        status: status.kind,
        automatic,
      };
    });
    const expected = RECORDED.map((one) => ({ ...one, status: "succeeded", automatic: false }));
    expect(facts).toHaveLength(3);
    expect(facts).toEqual(expect.arrayContaining(expected));
  });

  test("describes a location of 1.00 TB whose scheduler is off and which has no last backup", async () => {
    const exchanges = byUrl(recorded("Get-AzsBackupConfiguration"), /\/backupLocations\/redmond$/);
    expect(await getLocation(replay(exchanges).client)).toMatchObject({
      capacity: "1.00 TB",
      schedulerEnabled: false,
      lastBackupAt: null,
      nextBackupAt: Date.parse("2020-03-04T21:19:26.991Z"),
      frequencyHours: 10,
      retentionDays: 6,
    });
  });

  test("takes a backup from the POST over seven 202s to Succeeded, on the operation of the backup's id", async () => {
    const exchanges = recorded("Start-AzsBackup");
    const { client, sent, dates } = replay(exchanges);
    const now = () => dates.at(-1) ?? 0;
    const postedAt = Date.parse("2020-03-04T12:15:43Z");
    let operation: Operation | null = step(
      aPosting("click-1", postedAt),
      await postBackup(client, aPosting("click-1", postedAt)),
      now(),
    );
    const kinds = [operation?.kind];
    while (operation?.kind === "running" && sent.length < exchanges.length) {
      expect(operation.delayMs).toBe(60_000);
      operation = await pollOnce(client, operation, now);
      kinds.push(operation.kind);
    }
    expect(kinds).toEqual([...Array<string>(8).fill("running"), "succeeded"]);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual(
      exchanges.map(({ method, url }) => `${method} ${url.href}`),
    );
    expect(operation).toMatchObject({ id: RECORDED[2]?.id, endedAt: Date.parse("2020-03-04T12:23:47Z") });
    const backup = operation && isTerminal(operation) && "backup" in operation ? operation.backup : null;
    // createdDateTime is the completion: minus the time it took, it is the POST to within a second.
    const startedAt = (backup && startedAtOf(backup)) ?? 0;
    expect(Math.abs(startedAt - postedAt)).toBeLessThan(1_000);
    expectNoSecret(operation);
  });
});

const noExamples = haveExamples ? "" : " (skipped: ../shared/specs is not there)";

describe.skipIf(!haveExamples)(`what the swagger gives as examples${noExamples}`, () => {
  for (const { name, body } of haveExamples ? exampleBodies() : []) {
    // Prune and the provider's operations are not read by this page.
    if (/Prune|Operations\//.test(name)) continue;
    test(`${name} is read, without its secrets`, () => {
      const single = /Backup\.json|Backups\/Get/.test(name) ? toBackup(body) : toLocation(body);
      const list = /Backups\/List/.test(name)
        ? toBackupPage(body)?.items.map((item) => (item.kind === "backup" ? item.backup : null))
        : valuesOf(body).map(toLocation);
      const read = /List/.test(name) ? (list ?? []) : [single];
      expect(read.length).toBeGreaterThan(0);
      expect(read).not.toContain(null);
      expectNoSecret(read);
    });
  }
});
