import { describe, expect, test } from "vitest";
import { DAY, HOUR, MINUTE, SECOND } from "../sim/clock.ts";
import { CERTIFICATE } from "./certificate.fixture.ts";
import { at, follow, jsonOf, openBench, rowsOf, sending } from "./testing.ts";
import type { Bench } from "./testing.ts";

/** The body of the specification's example Update, with a certificate that is one. */
const RECORDED = {
  path: "\\\\su1fileserver\\SU1_Infrastructure_2\\BackupStore",
  userName: "azurestack\\azurestackadmin",
  password: "a secret nobody may see",
  encryptionCertBase64: CERTIFICATE.base64,
  backupFrequencyInHours: 10,
  isBackupSchedulerEnabled: false,
  backupRetentionPeriodInDays: 6,
};

function send(bench: Bench, store: unknown, method = "PUT", version = "2018-09-01"): Promise<Response> {
  const body = { properties: { externalStoreDefault: store }, location: "redmond", tags: {} };
  return bench.ask(`redmond?api-version=${version}`, sending(method, body));
}

async function storeOf(bench: Bench, version = "2018-09-01"): Promise<Record<string, unknown>> {
  const json = await jsonOf(await bench.ask(`redmond?api-version=${version}`));
  return Object(at(json, "properties", "externalStoreDefault"));
}

async function refusal(reply: Response): Promise<unknown[]> {
  const json = await jsonOf(reply);
  return [reply.status, at(json, "error", "code"), at(json, "error", "target")];
}

describe("a change of the location", () => {
  test("is accepted empty with Retry-After 5 and an id of its own, and ends with the location", async () => {
    const bench = openBench("healthy");
    const accepted = await send(bench, RECORDED);
    expect([accepted.status, await accepted.text(), accepted.headers.get("Retry-After")]).toEqual([
      202,
      "",
      "5",
    ]);
    expect(accepted.headers.get("Azure-AsyncOperation")).toBeNull();
    expect((await follow(bench, accepted)).status).toBe(202);
    expect(await storeOf(bench)).toMatchObject({ path: "\\\\fs01.contoso.com\\AzSBackups" });
    bench.pass(5 * SECOND);
    const ended = await follow(bench, accepted);
    expect([ended.status, ended.headers.get("Location"), ended.headers.get("Content-Type")]).toEqual([
      200,
      null,
      "application/json",
    ]);
    expect(at(await jsonOf(ended), "properties", "externalStoreDefault")).toMatchObject({
      path: RECORDED.path,
      userName: RECORDED.userName,
      password: null,
      encryptionCertBase64: null,
      encryptionCertThumbprint: CERTIFICATE.thumbprint,
      backupFrequencyInHours: 10,
      isBackupSchedulerEnabled: false,
      backupRetentionPeriodInDays: 6,
    });
  });

  test("keeps no secret in the simulation", async () => {
    const bench = openBench("healthy");
    await send(bench, RECORDED);
    expect(JSON.stringify(bench.store.read())).not.toContain(RECORDED.password);
    expect(JSON.stringify(bench.store.read())).not.toContain(CERTIFICATE.base64.slice(0, 40));
  });

  test("leaves what it does not name: the location sent back as it was read changes nothing", async () => {
    const bench = openBench("healthy");
    const before = await storeOf(bench);
    expect((await send(bench, before)).status).toBe(202);
    bench.pass(5 * SECOND);
    expect(await storeOf(bench)).toEqual(before);
    expect(bench.facts().schedule).toHaveLength(1);
  });

  test.each([
    ["a host that cannot be reached", { path: "\\\\UNREACHABLE.contoso.com\\b" }, "path"],
    ["a share that does not exist", { path: "\\\\fs02\\missing\\b" }, "path"],
    ["a path that is no share", { path: "C:\\backups" }, "path"],
    ["an empty path", { path: "" }, "path"],
    ["credentials that do not open it", { password: "wrong" }, "password"],
    ["no user", { userName: "" }, "userName"],
    ["a private key", { encryptionCertBase64: CERTIFICATE.pfxBase64 }, "encryptionCertBase64"],
    ["no certificate at all", { encryptionCertBase64: "encryptioncert" }, "encryptionCertBase64"],
    ["too short a frequency", { backupFrequencyInHours: 3 }, "backupFrequencyInHours"],
    ["too long a frequency", { backupFrequencyInHours: 13 }, "backupFrequencyInHours"],
    ["half an hour", { backupFrequencyInHours: 4.5 }, "backupFrequencyInHours"],
    ["too short a retention", { backupRetentionPeriodInDays: 1 }, "backupRetentionPeriodInDays"],
    ["too long a retention", { backupRetentionPeriodInDays: 15 }, "backupRetentionPeriodInDays"],
  ])("with %s is refused at its field and changes nothing", async (_what, change, field) => {
    const bench = openBench("healthy");
    const before = bench.store.read();
    const reply = await send(bench, { ...RECORDED, ...change });
    expect(await refusal(reply)).toEqual([400, expect.any(String), field]);
    expect(bench.store.read()).toBe(before);
  });

  test.each([[null], ["text"], [{}], [{ properties: { externalStoreDefault: { path: 5 } } }]])(
    "whose body is %j is refused",
    async (body) => {
      const reply = await openBench("healthy").ask("redmond", sending("PUT", body));
      expect(await refusal(reply)).toEqual([400, "InvalidRequestContent", undefined]);
    },
  );

  test("may also be refused late, as a failed operation, where the stamp's facts say so", async () => {
    const bench = openBench("healthy", 1, (world) => ({
      ...world,
      stamps: world.stamps.map((facts) => ({ ...facts, checksSettingsLate: true })),
    }));
    const accepted = await send(bench, { ...RECORDED, password: "wrong" });
    expect(accepted.status).toBe(202);
    bench.pass(5 * SECOND);
    expect(await refusal(await follow(bench, accepted))).toEqual([400, "InvalidCredentials", "password"]);
    expect(await storeOf(bench)).toMatchObject({ path: "\\\\fs01.contoso.com\\AzSBackups" });
  });

  test("that lowers retention deletes the older backups, and raising it again brings none back", async () => {
    const bench = openBench("healthy");
    await send(bench, { backupRetentionPeriodInDays: 2 });
    bench.pass(5 * SECOND);
    const kept = await rowsOf(await bench.ask("redmond/backups"));
    expect(kept.length).toBeLessThan(8);
    expect(kept.every((row) => createdAt(row) >= Date.parse("2026-11-23T10:00:05Z") - 2 * DAY)).toBe(true);
    await send(bench, { backupRetentionPeriodInDays: 14 });
    bench.pass(5 * SECOND);
    expect(await rowsOf(await bench.ask("redmond/backups"))).toHaveLength(kept.length);
  });

  test("frees space when it lowers retention", async () => {
    const bench = openBench("share-almost-full");
    const gb = async (): Promise<number> =>
      Number.parseFloat(String((await storeOf(bench))["availableCapacity"]));
    const before = await gb();
    await send(bench, { backupRetentionPeriodInDays: 2 });
    bench.pass(5 * SECOND);
    expect(await gb()).toBeGreaterThan(before + 100);
  });

  test("of the certificate leaves the older backups under the old one", async () => {
    const bench = openBench("healthy");
    const old = (await storeOf(bench))["encryptionCertThumbprint"];
    await send(bench, { encryptionCertBase64: CERTIFICATE.base64 });
    bench.pass(MINUTE);
    await bench.ask("redmond/createBackup", { method: "POST" });
    bench.pass(HOUR);
    const thumbprints = (await rowsOf(await bench.ask("redmond/backups"))).map((row) =>
      at(row, "properties", "backupInfo", "encryptionCertThumbprint"),
    );
    expect(new Set(thumbprints)).toEqual(new Set([old, CERTIFICATE.thumbprint]));
    expect(thumbprints.filter((it) => it === CERTIFICATE.thumbprint)).toHaveLength(1);
  });

  test("turns automatic backups off and on while the next date keeps advancing", async () => {
    const bench = openBench("healthy");
    await send(bench, { isBackupSchedulerEnabled: false });
    bench.pass(5 * SECOND);
    const first = await storeOf(bench);
    bench.pass(12 * HOUR);
    const second = await storeOf(bench);
    expect([first["isBackupSchedulerEnabled"], second["isBackupSchedulerEnabled"]]).toEqual([false, false]);
    expect(Date.parse(String(second["nextBackupTime"])) - Date.parse(String(first["nextBackupTime"]))).toBe(
      12 * HOUR,
    );
    const off = await rowsOf(await bench.ask("redmond/backups"));
    await send(bench, { isBackupSchedulerEnabled: true });
    bench.pass(13 * HOUR);
    const on = await rowsOf(await bench.ask("redmond/backups"));
    const ids = new Set(off.map((row) => at(row, "name")));
    expect(on.filter((row) => !ids.has(at(row, "name")))).toHaveLength(1);
  });

  test("PATCH is for 2021-09-01 only", async () => {
    const bench = openBench("api-2021");
    const change = { backupFrequencyInHours: 6 };
    expect((await send(bench, change, "PATCH", "2018-09-01")).status).toBe(405);
    expect((await send(bench, change, "PATCH", "2021-09-01")).status).toBe(202);
    bench.pass(5 * SECOND);
    expect((await storeOf(bench))["backupFrequencyInHours"]).toBe(6);
  });
});

describe("the first configuration", () => {
  test("needs a share, a user, a password and a certificate, and then the first slot is one interval away", async () => {
    const bench = openBench("never-configured");
    const { path, userName, password, encryptionCertBase64 } = RECORDED;
    expect(await refusal(await send(bench, { path, userName, password }))).toEqual([
      400,
      "EncryptionCertificateRequired",
      "encryptionCertBase64",
    ]);
    expect(await refusal(await send(bench, { path, userName, encryptionCertBase64 }))).toEqual([
      400,
      "PasswordRequired",
      "password",
    ]);
    expect((await send(bench, { path, userName, password, encryptionCertBase64 })).status).toBe(202);
    bench.pass(5 * SECOND);
    expect(await storeOf(bench)).toMatchObject({
      isBackupSchedulerEnabled: true,
      backupFrequencyInHours: 12,
      backupRetentionPeriodInDays: 7,
      lastBackupTime: null,
    });
    expect((await bench.ask("redmond/createBackup", { method: "POST" })).status).toBe(202);
    bench.pass(13 * HOUR);
    expect(await rowsOf(await bench.ask("redmond/backups"))).toHaveLength(2);
  });
});

describe("2021-09-01", () => {
  const blob = {
    blobStorageUrl: "https://blobstore.blob.core.windows.net/7d92cab5",
    blobStorageKey: "a key",
  };
  const put = (bench: Bench, store: unknown): Promise<Response> => send(bench, store, "PUT", "2021-09-01");

  test("a blob container replaces the share, and the other way round", async () => {
    const bench = openBench("api-2021");
    await put(bench, blob);
    bench.pass(5 * SECOND);
    expect(await storeOf(bench, "2021-09-01")).toMatchObject({
      path: "",
      userName: "",
      blobStorageUrl: blob.blobStorageUrl,
      blobStorageKey: null,
    });
    expect(JSON.stringify(bench.store.read())).not.toContain("a key");
    await put(bench, RECORDED);
    bench.pass(5 * SECOND);
    expect(await storeOf(bench, "2021-09-01")).toMatchObject({ path: RECORDED.path, blobStorageUrl: null });
  });

  test.each([
    ["no key", { blobStorageKey: undefined }, "blobStorageKey"],
    ["a wrong key", { blobStorageKey: "wrong" }, "blobStorageKey"],
    [
      "a host that cannot be reached",
      { blobStorageUrl: "https://unreachable.blob.contoso.com/c" },
      "blobStorageUrl",
    ],
    ["no https", { blobStorageUrl: "http://blobstore.contoso.com/c" }, "blobStorageUrl"],
    ["a share beside it", { path: "\\\\fs02\\b" }, "blobStorageUrl"],
  ])("a blob container with %s is refused", async (_what, change, field) => {
    expect(await refusal(await put(openBench("api-2021"), { ...blob, ...change }))).toEqual([
      400,
      expect.any(String),
      field,
    ]);
  });

  test("a blank PUT clears the location, as the specification's example does", async () => {
    const bench = openBench("api-2021");
    const blank = {
      path: "",
      userName: "",
      password: "",
      blobStorageUrl: "",
      blobStorageKey: "",
      encryptionCertBase64: "",
      backupFrequencyInHours: null,
      isBackupSchedulerEnabled: null,
      backupRetentionPeriodInDays: null,
    };
    expect((await put(bench, blank)).status).toBe(202);
    bench.pass(5 * SECOND);
    expect(await storeOf(bench, "2021-09-01")).toEqual({
      path: "",
      userName: "",
      password: null,
      blobStorageUrl: null,
      blobStorageKey: null,
      encryptionCertBase64: null,
      encryptionCertThumbprint: null,
      backupFrequencyInHours: 12,
      availableCapacity: null,
      isBackupSchedulerEnabled: null,
      nextBackupTime: null,
      lastBackupTime: null,
      backupRetentionPeriodInDays: 7,
    });
    expect((await bench.ask("redmond/createBackup", { method: "POST" })).status).toBe(400);
  });
});

function createdAt(row: unknown): number {
  return Date.parse(String(at(row, "properties", "backupInfo", "createdDateTime")));
}
