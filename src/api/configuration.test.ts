import { describe, expect, test } from "vitest";
import { settingsOf, type Changes } from "../domain/configuration.ts";
import { aCertificate, aLocation, blobLocation } from "../domain/testing/locations.ts";
import type { BackupLocation } from "../domain/location.ts";
import { changeBody, methodFor, readForChange, sendChange, type ReadLocation } from "./configuration.ts";
import { empty, failedOperation, fakeArm, json, locationPath } from "./testing/fakeArm.ts";
import { exampleChange, haveExamples, haveRecordings, recorded } from "./testing/recordings.ts";
import { toLocation } from "./wire.ts";

// Lines of their own in the report: ../shared is not part of the project and may be absent.
if (!haveExamples) test.skip("the specification's examples are not beside the project: bodies not compared");
if (!haveRecordings) test.skip("the recordings are not beside the project: round trip not compared");

const readOf = (location: BackupLocation | null, region = "local"): ReadLocation => ({
  exists: location !== null,
  settings: settingsOf(location),
  region,
  tags: {},
  properties: {},
  store: location === null ? {} : storeOf(location),
});

/** The location's settings as the stamp would write them. */
const storeOf = (location: BackupLocation): Record<string, unknown> => ({
  ...(location.storage === "blob"
    ? { blobStorageUrl: location.path }
    : { path: location.path, userName: location.userName }),
  encryptionCertThumbprint: location.thumbprint,
  backupFrequencyInHours: location.frequencyHours,
  isBackupSchedulerEnabled: location.schedulerEnabled,
  backupRetentionPeriodInDays: location.retentionDays,
});

/** All that the form of a new share asks for. */
const SHARE: Changes = {
  path: "\\\\su1fileserver\\SU1_Infrastructure_2\\BackupStore",
  userName: "azurestack\\azurestackadmin",
  password: "password",
  certificate: aCertificate({ base64: "encryptioncert" }),
  frequencyHours: 10,
  schedulerEnabled: false,
  retentionDays: 6,
};
const BLOB: Changes = {
  blobUrl: "https://blobstore.blob.core.windows.net/7d92cab5",
  blobKey: "blobStorageKey",
  certificate: aCertificate({ base64: "encryptioncert" }),
  frequencyHours: 10,
  schedulerEnabled: false,
  retentionDays: 6,
};

describe.runIf(haveExamples)("a body is the specification's example, field by field and in its order", () => {
  const STABLE = "stable/2018-09-01";
  const PREVIEW = "preview/2021-09-01";
  test.each([
    [STABLE, "Update", "PUT", SHARE],
    [PREVIEW, "PutFileshare", "PUT", SHARE],
    [PREVIEW, "PutBlob", "PUT", BLOB],
    [PREVIEW, "PatchBlob", "PATCH", BLOB],
  ] as const)("%s %s", (version, name, method, changes) => {
    const other = aLocation({ path: "\\\\old\\share", userName: "old" });
    const example = exampleChange(version, name);
    expect(JSON.stringify(changeBody(readOf(other), changes, method))).toBe(JSON.stringify(example));
  });

  test("a PATCH names the changes alone, as PatchFileshare does", () => {
    const { retentionDays, schedulerEnabled, ...changes } = SHARE;
    expect([retentionDays, schedulerEnabled]).toEqual([6, false]);
    expect(changeBody(readOf(aLocation()), { ...changes, frequencyHours: 12 }, "PATCH")).toEqual(
      exampleChange(PREVIEW, "PatchFileshare"),
    );
  });
});

describe.runIf(haveRecordings)("the recorded location", () => {
  const content = haveRecordings
    ? recorded("Get-AzsBackupConfiguration").find(({ url }) => url.pathname.endsWith("/redmond"))?.content
    : undefined;
  const wire: unknown = JSON.parse(content ?? "null");

  test("goes back as it came: every field that is not read-only or null, and no other", async () => {
    const { client } = fakeArm([new Response(content)]);
    const read = await readForChange(client);
    const sent = changeBody(read, {}, "PUT");
    const { properties, location, tags } = Object(wire);
    const { externalStoreDefault: store } = properties;
    const READ_ONLY = /Thumbprint|Capacity|nextBackup|lastBackup/;
    const kept = Object.entries(store).filter(([key, value]) => value !== null && !READ_ONLY.test(key));
    expect(sent).toEqual({ properties: { externalStoreDefault: Object.fromEntries(kept) }, location, tags });
    expect(Object.keys(sent.properties.externalStoreDefault)).toHaveLength(5);
  });

  test("with one change differs in that one field", () => {
    const read = readOf(toLocation(wire), "redmond");
    const before = changeBody(read, {}, "PUT").properties.externalStoreDefault;
    const after = changeBody(read, { schedulerEnabled: true }, "PUT").properties.externalStoreDefault;
    expect(after).toEqual({ ...before, isBackupSchedulerEnabled: true });
    expect(before).toMatchObject({ isBackupSchedulerEnabled: false });
  });
});

describe("a body", () => {
  test("has no password, key or certificate that was not given, not even an empty one", () => {
    for (const location of [aLocation(), blobLocation(), null]) {
      const text = JSON.stringify(changeBody(readOf(location), { frequencyHours: 6 }, "PUT"));
      expect(text).not.toMatch(/password|Key|Cert/);
    }
  });

  test("leaves out what the stamp did not say", () => {
    const silent = aLocation({ frequencyHours: null, retentionDays: null, schedulerEnabled: null });
    expect(changeBody(readOf(silent), { retentionDays: 3 }, "PUT").properties.externalStoreDefault).toEqual({
      path: "\\\\fs01.contoso.com\\AzSBackups",
      userName: "contoso\\backup",
      backupRetentionPeriodInDays: 3,
    });
  });

  const putBack = async (wire: unknown, changes: Changes = {}) =>
    changeBody(await readForChange(fakeArm([json(200, wire)]).client), changes, "PUT");
  const frame = { location: "Redmond", tags: {} };
  const around = (store: object, rest: object = frame) => ({
    ...rest,
    properties: { externalStoreDefault: store },
  });

  test.each([
    ["tags of text", { owner: "infra" }],
    [
      "tags with a number, null and an object among them",
      { owner: "infra", cost: 7, x: null, y: { z: [1] } },
    ],
    ["tags that are no object", "owner=infra"],
    ["no tags", {}],
  ])("puts back %s as they came, and the region's own spelling", async (_what, tags) => {
    const wire = around({ path: "\\\\a\\b" }, { location: "Redmond", tags });
    expect(await putBack(wire)).toEqual(wire);
  });

  test.each([
    ["absent", { location: "Redmond" }],
    ["null", { location: "Redmond", tags: null }],
  ])("says nothing of tags that are %s, so that none are deleted", async (_what, rest) => {
    const sent = JSON.stringify(await putBack(around({ path: "\\\\a\\b" }, rest)));
    expect(JSON.parse(sent)).toEqual(around({ path: "\\\\a\\b" }, { location: "Redmond" }));
  });

  test("puts back what it does not know, and what it could not read", async () => {
    const store = {
      path: "\\\\a\\b",
      userName: "u".repeat(100_001),
      backupFrequencyInHours: "twelve",
      isBackupSchedulerEnabled: true,
      compression: { level: 3, codecs: ["zip", null] },
    };
    const wire = {
      ...frame,
      properties: { vault: { immutable: true }, externalStoreDefault: store },
    };
    expect(await putBack(wire)).toEqual(wire);
    expect(await putBack(wire, { retentionDays: 3 })).toEqual({
      ...wire,
      properties: { ...wire.properties, externalStoreDefault: { ...store, backupRetentionPeriodInDays: 3 } },
    });
  });

  test("clears nothing that the stamp reports as null", async () => {
    const store = { path: null, userName: null, isBackupSchedulerEnabled: false };
    expect(await putBack(around(store), { schedulerEnabled: true })).toEqual(
      around({ isBackupSchedulerEnabled: true }),
    );
  });

  test("leaves out read-only fields, and secrets even where the stamp reports them, masked or not", async () => {
    const store = {
      path: "\\\\a\\b",
      password: "********",
      blobStorageKey: "key",
      encryptionCertBase64: "MIIB",
      encryptionCertThumbprint: "AB",
      availableCapacity: "1.00 TB",
      nextBackupTime: "2026-11-24T00:00:00Z",
      lastBackupTime: "2026-11-24T00:00:00Z",
    };
    const wire = { ...around(store), id: "/x", name: "x", type: "y" };
    expect(await putBack(wire)).toEqual(around({ path: "\\\\a\\b" }));
  });

  test("of another kind of store names nothing of the one that is left", async () => {
    const share = { path: "\\\\a\\b", userName: "u", backupFrequencyInHours: 6 };
    const blob = { blobStorageUrl: "https://a/c", backupFrequencyInHours: 6 };
    expect(await putBack(around(share), { blobUrl: "https://a/c", blobKey: "k" })).toEqual(
      around({ ...blob, blobStorageKey: "k" }),
    );
    expect(await putBack(around(blob), { path: "\\\\a\\b", userName: "u", password: "p" })).toEqual(
      around({ ...share, password: "p" }),
    );
  });
});

test("2021-09-01 patches what is there; all else is put", () => {
  const versions = ["2018-09-01", "2021-09-01"] as const;
  const methods = versions.flatMap((apiVersion) =>
    [aLocation(), null].map((location) => methodFor({ apiVersion }, readOf(location))),
  );
  expect(methods).toEqual(["PUT", "PUT", "PATCH", "PUT"]);
});

describe("reading before a change", () => {
  test("takes a location that does not exist for none", async () => {
    const read = await readForChange(fakeArm([empty(404)]).client);
    expect(read).toMatchObject({ exists: false, region: "redmond", tags: {} });
  });

  test.each([
    ["an unreadable one", json(200, { value: [] }), "unexpected"],
    ["a refusal", json(403, {}), "forbidden"],
  ])("%s raises, so that nothing is overwritten unseen", async (_what, answer, kind) => {
    await expect(readForChange(fakeArm([answer]).client)).rejects.toMatchObject({ failure: { kind } });
  });
});

describe("sending", () => {
  const read = readOf(aLocation(), "redmond");
  const send = (answer: Response | Error, changes: Changes = { password: "hunter2!" }) => {
    const arm = fakeArm([answer]);
    return { arm, sent: sendChange(arm.client, read, changes, "id-1") };
  };

  test("is one request with a request id of its own", async () => {
    const { arm, sent } = send(empty(202, { Location: `${locationPath}/operationResults/o1` }));
    expect(await sent).toMatchObject({ kind: "running", path: `${locationPath}/operationResults/o1` });
    expect(arm.sent.map(({ method, headers }) => [method, headers.get("x-ms-client-request-id")])).toEqual([
      ["PUT", "id-1"],
    ]);
  });

  test("tells the field that the stamp names", async () => {
    const error = { code: "InvalidCredentials", message: "No.", target: "password" };
    expect(await send(json(400, { error })).sent).toMatchObject({
      kind: "failed",
      target: "password",
      failure: { kind: "refused", text: "No." },
    });
  });

  test.each([
    ["no network", new TypeError("x")],
    ["a gateway's error", json(504, {})],
    ["a page instead of an answer", new Response("<html>")],
    ["a timed out request", empty(408)],
  ])("with %s is unclear: it may have been taken", async (_what, answer) => {
    expect((await send(answer).sent).kind).toBe("unclear");
  });

  test("never passes on a secret that the stamp repeats", async () => {
    const error = { code: "Bad", message: "The password 'hunter2!' is wrong." };
    for (const body of [{ error }, { ...failedOperation, error }]) {
      const sent = await send(json(400, body)).sent;
      expect(JSON.stringify(sent)).not.toContain("hunter2!");
      expect(sent).toMatchObject({ failure: { text: "The password '•••' is wrong." } });
    }
  });
});
