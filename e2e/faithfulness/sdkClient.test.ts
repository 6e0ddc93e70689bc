import { afterEach, describe, expect, test } from "vitest";
import { CERTIFICATE } from "../../mocks/arm/certificate.fixture.ts";
import { startMock } from "./mockServer.ts";
import type { RunningMock } from "./mockServer.ts";
import { createSdkClient } from "./sdkClient.ts";
import type { Body, SdkClient } from "./sdkClient.ts";

const servers: RunningMock[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A client of a mock whose clock runs 600 times as fast: half an hour takes three seconds. */
async function open(
  scenario: string,
  version: string = "2018-09-01",
): Promise<{ client: SdkClient; location: string }> {
  const server = await startMock({ scenario, speed: 600 });
  servers.push(server);
  const location = `/subscriptions/${server.subscription}/resourceGroups/System.redmond/providers/Microsoft.Backup.Admin/backupLocations/redmond`;
  return { client: createSdkClient(server.origin, version), location };
}

function at(value: unknown, ...keys: (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value);
}

function store(values: Body): Body {
  return { properties: { externalStoreDefault: values }, location: "redmond", tags: {} };
}

describe("the vendor's SDK core drives to its end", { timeout: 30_000 }, () => {
  test("a backup, which is in progress in between and then listed with the id of its operation", async () => {
    const { client, location } = await open("healthy");
    const poller = await client.begin("POST", `${location}/createBackup`);
    expect(poller.isDone()).toBe(false);
    const backup = await poller.pollUntilDone();
    expect(at(backup, "properties", "backupInfo", "status")).toBe("Succeeded");
    expect(client.sent.length).toBeGreaterThan(2);
    const id = String(at(backup, "properties", "backupInfo", "backupId"));
    expect(new Set(client.sent)).toEqual(new Set(["POST createBackup", `GET ${id}`]));
    const listed = await client.get(`${location}/backups/${id}`);
    expect(at(listed, "properties", "backupInfo", "createdDateTime")).toBe(
      at(backup, "properties", "backupInfo", "createdDateTime"),
    );
  });

  test("a backup that fails, with the stamp's code and words", async () => {
    const { client, location } = await open("backup-fails");
    const poller = await client.begin("POST", `${location}/createBackup`);
    await expect(poller.pollUntilDone()).rejects.toMatchObject({ statusCode: 500, code: "BackupFailed" });
  });

  test("an update of the location", async () => {
    const { client, location } = await open("healthy");
    const poller = await client.begin(
      "PUT",
      location,
      store({
        path: "\\\\su1fileserver\\SU1_Infrastructure_2\\BackupStore",
        userName: "azurestack\\azurestackadmin",
        password: "password",
        encryptionCertBase64: CERTIFICATE.base64,
        backupFrequencyInHours: 10,
        isBackupSchedulerEnabled: false,
        backupRetentionPeriodInDays: 6,
      }),
    );
    const updated = await poller.pollUntilDone();
    expect(at(updated, "properties", "externalStoreDefault")).toMatchObject({
      backupFrequencyInHours: 10,
      encryptionCertThumbprint: CERTIFICATE.thumbprint,
      isBackupSchedulerEnabled: false,
      password: null,
    });
    expect(
      at(await client.get(location), "properties", "externalStoreDefault", "backupFrequencyInHours"),
    ).toBe(10);
  });

  test("an update that is refused, with the field in the error", async () => {
    const { client, location } = await open("healthy");
    const body = store({ path: "\\\\unreachable\\share", password: "password" });
    await expect(client.begin("PUT", location, body)).rejects.toMatchObject({
      statusCode: 400,
      code: "BackupShareNotAccessible",
      details: { body: { error: { target: "path" } } },
    });
  });

  test("a pruning, by its Azure-AsyncOperation and then its Location", async () => {
    const { client, location } = await open("healthy");
    const dryRun = await client.begin("POST", `${location}/pruneExternalStore`, { operationType: "DryRun" });
    const paths = at(await dryRun.pollUntilDone(), "properties", "pathsToDelete");
    const [begun, ...polls] = client.sent;
    const id = polls.at(-1)?.replace("GET ", "");
    expect(begun).toBe("POST pruneExternalStore");
    expect([...new Set(polls)]).toEqual([`GET ${id} (state)`, `GET ${id}`]);
    expect(paths).toContain("masbackup/progressivebackup/1.2011.0.23/BackupEncryptionCert.pfx");
    const real = await client.begin("POST", `${location}/pruneExternalStore`);
    expect(at(await real.pollUntilDone(), "properties", "pathsToDelete")).toEqual(paths);
    const again = await client.begin("POST", `${location}/pruneExternalStore`, { operationType: "Default" });
    expect(at(await again.pollUntilDone(), "properties", "pathsToDelete")).toEqual([]);
  });

  test("a second backup meanwhile, into its refusal", async () => {
    const { client, location } = await open("running-elsewhere");
    await expect(client.begin("POST", `${location}/createBackup`)).rejects.toMatchObject({
      statusCode: 409,
      code: "BackupAlreadyRunning",
    });
  });
});
