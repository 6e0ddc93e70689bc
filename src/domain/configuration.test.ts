import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changesOf,
  draftOf,
  fieldOfRefusal,
  isTouched,
  movedSince,
  rebased,
  settingsOf,
  type Draft,
} from "./configuration.ts";
import { problemsOf } from "./configurationProblems.ts";
import { aCertificate, aChosenFile, aLocation, blobLocation } from "./testing/locations.ts";

const settings = settingsOf(aLocation());
const typed = (change: Partial<Draft>): Draft => ({ ...draftOf(settings), ...change });

describe("a draft", () => {
  test("that nobody typed into changes nothing, whatever the stamp has", () => {
    fc.assert(
      fc.property(
        fc.record({
          path: fc.option(fc.string()),
          storage: fc.constantFrom("share", "blob", "none"),
          userName: fc.option(fc.string()),
          thumbprint: fc.option(fc.string()),
          frequencyHours: fc.option(fc.integer(), { freq: 2 }),
          retentionDays: fc.option(fc.integer(), { freq: 2 }),
        } as const),
        (said) => {
          const known = settingsOf(aLocation(said));
          expect(isTouched(draftOf(known), known)).toBe(false);
          const changes = changesOf(draftOf(known), known);
          // Defaults that the stamp has not said itself are the only thing to send.
          if (said.frequencyHours !== null && said.retentionDays !== null) {
            expect(changes).toEqual({});
          }
        },
      ),
    );
  });

  test("changes what was typed and nothing else, a blank password least of all", () => {
    expect(changesOf(typed({ frequency: "6" }), settings)).toEqual({ frequencyHours: 6 });
    expect(changesOf(typed({ path: " \\\\fs02\\b " }), settings)).toEqual({ path: "\\\\fs02\\b" });
    expect(changesOf(typed({ password: "p", confirmation: "p" }), settings)).toEqual({ password: "p" });
    expect(changesOf(typed({ certificate: aChosenFile() }), settings)).toEqual({
      certificate: aCertificate(),
    });
    expect(changesOf(typed({ password: "", retention: " 7 " }), settings)).toEqual({});
  });

  test("for another kind of store names the whole of it", () => {
    const blob = { store: "blob", blobUrl: "https://a/c", blobKey: "k" } as const;
    expect(changesOf(typed(blob), settings)).toEqual({ blobUrl: "https://a/c", blobKey: "k" });
    const known = settingsOf(blobLocation());
    const share = {
      ...draftOf(known),
      store: "share",
      path: "\\\\s\\b",
      userName: "u",
      password: "p",
    } as const;
    expect(changesOf({ ...share, confirmation: "p" }, known)).toEqual({
      path: "\\\\s\\b",
      userName: "u",
      password: "p",
    });
  });

  test("of a stamp without a location begins with the documented defaults", () => {
    const none = settingsOf(null);
    expect(draftOf(none)).toMatchObject({ path: "", frequency: "12", retention: "7" });
    expect(changesOf({ ...draftOf(none), path: "\\\\s\\b", userName: "u" }, none)).toEqual({
      path: "\\\\s\\b",
      userName: "u",
      frequencyHours: 12,
      retentionDays: 7,
    });
  });

  test("over fresh settings keeps what was typed and takes in the rest", () => {
    const fresh = settingsOf(aLocation({ frequencyHours: 4, retentionDays: 3 }));
    const next = rebased(typed({ frequency: "6", password: "p" }), settings, fresh);
    expect(next).toMatchObject({ frequency: "6", password: "p", retention: "3" });
  });
});

describe("somebody else's change meanwhile", () => {
  const fresh = settingsOf(aLocation({ frequencyHours: 4, thumbprint: "FF" }));

  test("is in the way of the same setting only", () => {
    expect(movedSince(settings, fresh, { frequencyHours: 6 })).toEqual(["frequency"]);
    expect(movedSince(settings, fresh, { retentionDays: 6, password: "p" })).toEqual([]);
    expect(movedSince(settings, fresh, { certificate: aCertificate() })).toEqual(["certificate"]);
    expect(movedSince(settings, settings, { frequencyHours: 6, path: "x" })).toEqual([]);
  });

  test("of the store is in the way of another store", () => {
    expect(movedSince(settings, settingsOf(blobLocation()), { path: "\\\\s\\b" })).toEqual(["store"]);
    expect(movedSince(settings, settingsOf(null), { blobUrl: "https://a/c" })).toEqual(["store"]);
  });
});

const nothing = { target: null, code: null, text: null };

test.each([
  [{ target: "path" }, "path"],
  [{ target: "properties.externalStoreDefault.userName" }, "userName"],
  [{ target: "BackupRetentionPeriodInDays" }, "retention"],
  [{ target: "encryptionCertBase64", text: "The path …" }, "certificate"],
  [{ target: "__proto__" }, null],
  [{ code: "InvalidCredentials" }, "password"],
  [{ text: "The network path was not found." }, "path"],
  [{ text: "The specified network password is not correct." }, "password"],
  [{ text: "Access is denied." }, "password"],
  [{ text: "The certificate has no key encipherment usage." }, "certificate"],
  [{ text: "Something else." }, null],
])("the refusal %j belongs to the field %s", (refusal, field) => {
  expect(fieldOfRefusal({ ...nothing, ...refusal }, "share")).toBe(field);
});

test("of a blob storage, path and password are its address and key", () => {
  expect(fieldOfRefusal({ ...nothing, text: "The storage key is wrong." }, "blob")).toBe("blobKey");
  expect(fieldOfRefusal({ ...nothing, text: "No such container." }, "blob")).toBe("blobUrl");
});

describe("what is wrong", () => {
  test("is nothing in what the stamp itself has, even where we would not take it", () => {
    const odd = settingsOf(aLocation({ path: "smb://odd/path" }));
    expect(problemsOf(draftOf(odd), odd)).toEqual({});
  });

  test.each([
    ["\\\\fs01.contoso.com\\AzSBackups", undefined],
    ["\\\\10.0.0.7\\share\\folder\\", undefined],
    ["\\\\su1fileserver\\SU1_Infrastructure_1\\BackupStore", undefined],
    ["\\\\fd00--1.ipv6-literal.net\\share", undefined],
    ["\\\\fs01\\Ünïcode share", undefined],
    ["", "required"],
    ["  ", "required"],
    ["C:\\x", "driveLetter"],
    ["//fs/share", "slashes"],
    ["\\\\fs\\a/b", "slashes"],
    ["fs\\share", "notUnc"],
    ["\\\\fs", "notUnc"],
    ["\\\\fs\\", "notUnc"],
    ["\\\\fs\\\\share", "notUnc"],
    ["\\\\\\share", "notUnc"],
    ["\\\\1.2.3\\share", "badHost"],
    ["\\\\1.2.3.256\\share", "badHost"],
    ["\\\\-fs\\share", "badHost"],
    ["\\\\f s\\share", "badHost"],
    ["\\\\fs\\sha|re", "badCharacters"],
    ["\\\\fs\\share\n", undefined],
  ])("with the path %j is %s", (path, problem) => {
    expect(problemsOf(typed({ path }), settings).path).toBe(problem);
  });

  test.each([
    ["4", undefined],
    ["12", undefined],
    [" 5 ", undefined],
    ["3", "outOfBounds"],
    ["13", "outOfBounds"],
    ["-5", "outOfBounds"],
    ["4.0", "notWhole"],
    ["0x8", "notWhole"],
    ["1e1", "notWhole"],
    ["", "required"],
  ])("with the frequency %j is %s", (frequency, problem) => {
    expect(problemsOf(typed({ frequency }), settings).frequency).toBe(problem);
  });

  test("with secrets: needed for a new user or store, twice the same, else optional", () => {
    expect(problemsOf(typed({ userName: "other" }), settings)).toEqual({ password: "passwordOfNewUser" });
    expect(problemsOf(typed({ password: "a" }), settings)).toEqual({ confirmation: "confirmation" });
    expect(problemsOf(typed({ path: "\\\\fs02\\b" }), settings)).toEqual({});
    const none = settingsOf(null);
    expect(problemsOf(draftOf(none), none)).toEqual({
      path: "required",
      userName: "required",
      password: "passwordOfNewStore",
      certificate: "noCertificate",
    });
  });

  test.each([
    ["of a certificate", aChosenFile(), undefined],
    ["still being read", aChosenFile({ kind: "reading" }), "reading"],
    ["of something else", aChosenFile({ kind: "problem", problem: "pfx" }), "pfx"],
    ["not chosen", null, undefined],
  ])("with a file %s is %s, and only a certificate is sent", (_what, certificate, problem) => {
    expect(problemsOf(typed({ certificate }), settings).certificate).toBe(problem);
    const sent = changesOf(typed({ certificate }), settings).certificate;
    expect(sent).toEqual(certificate && problem === undefined ? aCertificate() : undefined);
  });

  test.each([
    ["https://account.blob.core.windows.net/container", undefined],
    ["https://account.blob.local:443/container/folder", undefined],
    ["", "required"],
    ["http://account/container", "notHttps"],
    ["account/container", "notHttps"],
    ["https://account", "notContainer"],
    ["https://user:secret@account/container", "notContainer"],
    ["https://account/container?sig=x", "urlQuery"],
  ])("with the blob address %j is %s", (blobUrl, problem) => {
    const draft = typed({ store: "blob", blobUrl, blobKey: "k" });
    expect(problemsOf(draft, settings).blobUrl).toBe(problem);
  });

  test("with a new blob address and no key is the key", () => {
    const known = settingsOf(blobLocation());
    expect(problemsOf({ ...draftOf(known), blobUrl: "https://b/c" }, known)).toEqual({
      blobKey: "keyOfNewStore",
    });
    expect(problemsOf(draftOf(known), known)).toEqual({});
  });
});
