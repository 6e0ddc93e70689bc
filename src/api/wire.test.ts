import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backupWire, SECRET } from "./testing/fakeArm.ts";
import { toBackup, toBackupPage, toErrorBody, toLocation } from "./wire.ts";

const ID = "08b92613-837a-43cd-86b5-1212ef954384";

describe("a backup", () => {
  test("is read into known fields, in milliseconds", () => {
    const info = {
      backupDataVersion: "1.0.1",
      stampVersion: "1.2002.0.35",
      oemVersion: "2.1.1907.1",
      deploymentID: "015353df",
      encryptionCertThumbprint: "126B334D",
      completelyUploaded: true,
      isAutomaticBackup: false,
      isCloudRecoveryReady: false,
    };
    expect(toBackup(backupWire(ID, info))).toEqual({
      id: ID,
      resourceId: backupWire(ID).id,
      status: { kind: "succeeded" },
      completedAt: Date.UTC(2020, 2, 4, 12, 22, 18, 788),
      tookMs: 395_345.912,
      roles: [{ name: "NRP", status: { kind: "succeeded" } }],
      automatic: false,
      dataVersion: "1.0.1",
      stampVersion: "1.2002.0.35",
      oemVersion: "2.1.1907.1",
      deploymentId: "015353df",
      thumbprint: "126B334D",
      completelyUploaded: true,
      cloudRecoveryReady: false,
    });
  });

  test("with nothing but a name is a backup of which nothing is known", () => {
    expect(toBackup({ name: ID, properties: { backupInfo: {} } })).toEqual({
      id: ID,
      resourceId: "",
      status: { kind: "unknown", raw: "none" },
      completedAt: null,
      tookMs: null,
      roles: [],
      automatic: null,
      dataVersion: null,
      stampVersion: null,
      oemVersion: null,
      deploymentId: null,
      thumbprint: null,
      completelyUploaded: null,
      cloudRecoveryReady: null,
    });
  });

  test("with fields of the wrong type is read without them", () => {
    const odd = { status: 7, createdDateTime: 7, timeTakenToCreate: {}, roleStatus: "NRP", stampVersion: [] };
    expect(toBackup(backupWire(ID, { ...odd, isAutomaticBackup: "yes" }))).toMatchObject({
      status: { kind: "unknown", raw: "7" },
      completedAt: null,
      tookMs: null,
      roles: [],
      stampVersion: null,
      automatic: null,
    });
  });

  test("keeps the roles that can be read", () => {
    const roleStatus = [
      null,
      { roleName: "NRP", status: "Failed" },
      { status: "Succeeded" },
      { roleName: "CRP" },
    ];
    expect(toBackup(backupWire(ID, { roleStatus }))?.roles).toEqual([
      { name: "NRP", status: { kind: "failed" } },
      { name: "CRP", status: { kind: "unknown", raw: "none" } },
    ]);
  });

  test("takes its id from its name, or from its resource id where it has none", () => {
    const named = (name: unknown) => toBackup({ ...backupWire(ID.toUpperCase()), name })?.id;
    expect([named(`redmond/${ID}`), named(ID), named(null), named(""), named(7)]).toEqual(Array(5).fill(ID));
  });

  const none: [name: string, wire: unknown][] = [
    ["nothing", undefined],
    ["null", null],
    ["a text", "backup"],
    ["an array", [backupWire(ID)]],
    ["a resource without properties", { id: `/backups/${ID}`, name: ID }],
    ["a resource without backupInfo", { name: ID, properties: {} }],
    ["a location", { name: "redmond", properties: { externalStoreDefault: {} } }],
    ["a backup without a name", { properties: { backupInfo: { status: "Succeeded" } } }],
  ];
  for (const [name, wire] of none) {
    test(`is not read from ${name}`, () => {
      expect(toBackup(wire)).toBeNull();
    });
  }

  for (const name of ["__proto__", "constructor", "prototype", "redmond/..", ".", "redmond/__PROTO__"]) {
    test(`is not read when its name is ${name}, which means something else as a key or a path`, () => {
      expect(toBackup({ ...backupWire(ID), name })).toBeNull();
    });
  }
});

describe("a page of the list", () => {
  test("has one unrecognised row for each bad item, in its place", () => {
    const page = toBackupPage({ value: [null, backupWire("b1"), 7, { id: "x" }, backupWire("b2")] });
    expect(page?.items.map((item) => (item.kind === "backup" ? item.backup.id : item.key))).toEqual([
      "unrecognised-0",
      "b1",
      "unrecognised-2",
      "unrecognised-3",
      "b2",
    ]);
  });

  test("ends where nextLink is null, empty, absent or no text", () => {
    for (const nextLink of [null, "", undefined, 7])
      expect(toBackupPage({ value: [], nextLink })?.nextLink).toBeNull();
    expect(toBackupPage({ value: [], nextLink: "/subscriptions/x" })?.nextLink).toBe("/subscriptions/x");
  });

  test("is not read from anything without an array of values", () => {
    for (const wire of [undefined, null, [], "x", {}, { value: null }, { value: {} }])
      expect(toBackupPage(wire)).toBeNull();
  });
});

describe("the backup location", () => {
  const store = (externalStoreDefault: Record<string, unknown>) =>
    toLocation({ properties: { externalStoreDefault } });

  test("on a share is read into known fields", () => {
    const wire = {
      path: "\\\\su1fileserver\\BackupStore",
      userName: "AzureStackAdmin",
      encryptionCertThumbprint: "126B334D",
      backupFrequencyInHours: 10,
      backupRetentionPeriodInDays: 6,
      availableCapacity: "1.00 TB",
      isBackupSchedulerEnabled: false,
      nextBackupTime: "2020-03-04T21:19:26.9917619Z",
      lastBackupTime: null,
    };
    expect(store(wire)).toEqual({
      path: "\\\\su1fileserver\\BackupStore",
      storage: "share",
      userName: "AzureStackAdmin",
      thumbprint: "126B334D",
      frequencyHours: 10,
      retentionDays: 6,
      capacity: "1.00 TB",
      schedulerEnabled: false,
      nextBackupAt: Date.UTC(2020, 2, 4, 21, 19, 26, 991),
      lastBackupAt: null,
    });
  });

  test("in a blob container shows its URL", () => {
    expect(store({ path: "", blobStorageUrl: "https://blob.example/c" })).toMatchObject({
      path: "https://blob.example/c",
      storage: "blob",
    });
  });

  test("that was cleared is none", () => {
    expect(store({ path: "", blobStorageUrl: null, userName: "" })).toMatchObject({
      path: null,
      storage: "none",
    });
  });

  test("is not read from anything else", () => {
    for (const wire of [
      undefined,
      null,
      [],
      {},
      { properties: {} },
      { properties: { externalStoreDefault: null } },
    ])
      expect(toLocation(wire)).toBeNull();
  });
});

test("an error's words are ARM's envelope, a bare message, or nothing", () => {
  const nothing = { code: null, text: null, failedOperation: false, target: null };
  const envelope = { error: { code: "Conflict", message: "Busy.", target: "path" } };
  expect(toErrorBody(envelope)).toEqual({ ...nothing, code: "Conflict", text: "Busy.", target: "path" });
  expect(toErrorBody({ message: "Bad." })).toEqual({ ...nothing, text: "Bad." });
  for (const wire of [undefined, null, "x", [], 7, {}, { error: "x" }, { error: { code: 7, target: {} } }])
    expect(toErrorBody(wire)).toEqual(nothing);
});

test("an operation has failed by provisioningState alone, in any letters", () => {
  expect(toErrorBody({ properties: { provisioningState: "failed" } }).failedOperation).toBe(true);
  expect(toErrorBody({ properties: { provisioningState: "Succeeded" } }).failedOperation).toBe(false);
});

const secrets = ["encryptedBackupEncryptionKey", "password", "encryptionCertBase64", "blobStorageKey"];

test("no secret comes through, wherever the stamp puts it", () => {
  const sown = Object.fromEntries(secrets.map((name) => [name, SECRET]));
  const backup = { ...backupWire(ID, { ...sown, roleStatus: [{ roleName: "NRP", ...sown }] }), ...sown };
  const location = { ...sown, properties: { ...sown, externalStoreDefault: { path: "\\\\s\\b", ...sown } } };
  const error = { ...sown, error: { code: "C", message: "M", ...sown, details: [sown] } };
  const read = [
    toBackup(backup),
    toBackupPage({ value: [backup], ...sown }),
    toLocation(location),
    toErrorBody(error),
  ];
  expect(read.every((one) => one !== null)).toBe(true);
  expect(JSON.stringify(read)).not.toContain(SECRET);
  for (const name of secrets) expect(JSON.stringify(read)).not.toContain(name);
});

const words =
  "__proto__ constructor prototype toString hasOwnProperty id name properties backupInfo externalStoreDefault value " +
  "nextLink status roleStatus roleName createdDateTime timeTakenToCreate path error code message provisioningState";
const key = fc.constantFrom(...words.split(" "));

/** JSON of any shape whose keys are now the wire's own, now poison. */
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 6 }, fc.jsonValue({ maxDepth: 1 }), tie("object"), tie("array"), tie("text")),
  array: fc.array(tie("value"), { maxLength: 4 }),
  text: fc.constantFrom("Succeeded", "Failed", "PT5M", "2020-03-04T12:22:18Z", "redmond/b1", "__proto__"),
  object: fc.array(fc.tuple(key, tie("value")), { maxLength: 8 }).map((pairs) => new Map(pairs)),
}));

/** Written by hand, because JSON.stringify cannot write an own `__proto__` that an object literal cannot hold. */
function write(value: unknown): string {
  if (value instanceof Map)
    return `{${[...value].map(([name, inner]) => `${JSON.stringify(name)}:${write(inner)}`).join()}}`;
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  return JSON.stringify(value);
}

/** Whether an object and all in it are plain, with nothing inherited but Object's own. */
function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return false;
  return !Object.hasOwn(value, "__proto__") && Object.values(value).every(isPlain);
}

test("whatever JSON comes, reading it never throws and nothing is inherited (I14)", () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(anyJson.value, fc.jsonValue()), (value) => {
      const wire: unknown = JSON.parse(write(value));
      const results = [toBackup(wire), toBackupPage(wire), toLocation(wire), toErrorBody(wire)];
      const backups = [wire, { name: "b1", properties: { backupInfo: wire } }].map(toBackup);
      const stores = toLocation({ properties: { externalStoreDefault: wire } });
      read += [...backups, stores].filter((one) => one !== null).length;
      expect([...results, ...backups, stores].every(isPlain)).toBe(true);
    }),
    { numRuns: 3_000, seed: 14 },
  );
  expect(read).toBeGreaterThan(300);
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
});

test("an own __proto__ on the wire lends its fields to nobody", () => {
  const wire: unknown = JSON.parse(
    `{"name":"b1","__proto__":{"properties":{"backupInfo":{"status":"Succeeded"}}}}`,
  );
  expect(toBackup(wire)).toBeNull();
  const info: unknown = JSON.parse(`{"__proto__":{"status":"Succeeded","isAutomaticBackup":true}}`);
  expect(toBackup({ name: "b1", properties: { backupInfo: info } })).toMatchObject({
    status: { kind: "unknown" },
    automatic: null,
  });
});
