import { describe, expect, test } from "vitest";
import { loadStampsFile, parseStampsFile, publicStamps } from "./stampsFile.ts";

const stamp = { id: "east", endpoint: "https://arm.east.example.com", subscriptionId: "s", region: "east" };
const west = { ...stamp, id: "west", endpoint: "https://arm.west.example.com" };

function parse(value: unknown) {
  return parseStampsFile(JSON.stringify(value), "etc/stamps.json", (path) => `PEM of ${path}`);
}

test("what is left out has defaults, and the browser gets a path in place of the endpoint", () => {
  const file = parse({ stamps: [{ ...stamp, caFile: "ca.pem", note: "not for the browser" }] });
  expect(file.stamps[0]).toMatchObject({ endpoint: new URL(stamp.endpoint), ca: "PEM of ca.pem" });
  expect(publicStamps(file)).toEqual({
    stamps: [
      {
        id: "east",
        title: "east",
        armBase: "/arm/east",
        subscriptionId: "s",
        region: "east",
        apiVersion: "2018-09-01",
        auth: { kind: "none" },
      },
    ],
  });
});

test("an endpoint alone is enough: it gets a name, and the page finds the rest", () => {
  const file = parse({
    stamps: [
      { endpoint: "https://adminmanagement.redmond.contoso.com" },
      { id: "Redmond", endpoint: "http://127.0.0.1:8484" },
      { endpoint: "https://adminmanagement.redmond.contoso.com", title: "Again" },
    ],
  });
  expect(JSON.parse(JSON.stringify(publicStamps(file)))).toEqual({
    stamps: [
      { id: "redmond-2", armBase: "/arm/redmond-2" },
      { id: "Redmond", armBase: "/arm/Redmond" },
      { id: "redmond-3", title: "Again", armBase: "/arm/redmond-3" },
    ],
  });
});

test("sign-in settings reach the browser", () => {
  const auth = {
    kind: "msal",
    authority: "https://adfs.example.com/adfs",
    clientId: "c",
    scope: "a/.default",
  };
  expect(publicStamps(parse({ stamps: [{ ...stamp, auth }] })).stamps[0]?.auth).toEqual(auth);
});

test("a byte order mark, as Windows PowerShell writes it, does no harm", () => {
  const json = `\uFEFF${JSON.stringify({ stamps: [stamp] })}`;
  expect(parseStampsFile(json, "stamps.json", String).stamps).toHaveLength(1);
});

test("a bad entry is told, to the page too, and the good ones are served", () => {
  const file = parse({ stamps: [{ ...stamp, region: 5 }, west, 7, { ...west, title: "Again" }] });
  expect(file.stamps.map(({ id }) => id)).toEqual(["west"]);
  expect(file.problems).toEqual([
    'stamps.json, stamp 1 ("east"): "region" is 5; it must be the stamp\'s region name, for example "redmond", or be left out for the page to find',
    "stamps.json, stamp 3 is 7; it must be an object: {…}",
    'stamps.json, stamp 4 ("west"): "id" is "west", which is taken by a stamp above; give it another',
  ]);
  expect(publicStamps(file)).toMatchObject({ stamps: [{ id: "west" }], problems: file.problems });
});

describe("an entry that cannot be used says which, what was found and what to do", () => {
  const cases: [name: string, value: unknown, message: string][] = [
    ["no stamps", {}, '"stamps" is missing; it must be a list'],
    ["not an object", "redmond", 'the whole file is "redmond"; it must be an object: {"stamps":[…]}'],
    ["an empty list", { stamps: [] }, '"stamps" is an empty list; it must be a list of at least one stamp'],
    [
      "no endpoint",
      { stamps: [{ ...stamp, endpoint: undefined }] },
      'stamp 1 ("east"): "endpoint" is missing; it must be the http',
    ],
    [
      "an endpoint without a scheme",
      { stamps: [{ ...stamp, endpoint: "arm.east" }] },
      'stamp 1 ("east"): "endpoint" is "arm.east"; it must be the http',
    ],
    ["no object in the list", { stamps: [5] }, "stamp 1 is 5; it must be an object: {…}"],
    [
      "an id with a slash",
      { stamps: [{ ...stamp, id: "a/b" }] },
      'stamp 1 ("a/b"): "id" is "a/b"; it must be a short name',
    ],
    [
      "an unknown version",
      { stamps: [{ ...stamp, apiVersion: "2020" }] },
      '"apiVersion" is "2020"; it must be "2018-09-01" or "2021-09-01"',
    ],
    [
      "an unknown sign-in",
      { stamps: [{ ...stamp, auth: { kind: "basic" } }] },
      '"auth.kind" is "basic"; it must be "none", "token" or "msal"',
    ],
    [
      "an unfinished sign-in",
      { stamps: [{ ...stamp, auth: { kind: "msal" } }] },
      '"auth.clientId" is missing; it must be the id of the application',
    ],
  ];
  test.each(cases)("%s", (_name, value, message) => {
    expect(() => parse(value)).toThrow(/^etc\/stamps\.json cannot be used:/);
    expect(() => parse(value)).toThrow(message);
  });

  test("without repeating a password", () => {
    for (const endpoint of ["https://operator:hunter2@arm.east", "operator:hunter2@arm.east"]) {
      let message = "";
      try {
        parse({ stamps: [{ ...stamp, endpoint }] });
      } catch (error) {
        message = String(error);
      }
      expect(message).toContain('"endpoint" is an address with a user name or password in it');
      expect(message).not.toContain("hunter2");
    }
  });

  test("not JSON", () => {
    expect(() => parseStampsFile("{", "stamps.json", String)).toThrow(/^stamps\.json is not JSON: /);
  });

  test("a certificate file that is not there takes only its own stamp away", () => {
    const json = JSON.stringify({ stamps: [{ ...stamp, caFile: "ca.pem" }, west] });
    const read = () => {
      throw new Error("ENOENT");
    };
    const file = parseStampsFile(json, "stamps.json", read);
    expect(file.stamps.map(({ id }) => id)).toEqual(["west"]);
    expect(file.problems[0]).toContain('stamp 1 ("east"): "caFile" cannot be read: ca.pem');
  });

  test("no file at all", () => {
    expect(() => loadStampsFile("nowhere/stamps.json")).toThrow(
      /^nowhere\/stamps\.json does not exist: set STAMPS to/,
    );
  });
});
