import { describe, expect, test } from "vitest";
import { loadStampsFile, parseStampsFile, publicStamps } from "./stampsFile.ts";

const stamp = { id: "east", endpoint: "https://arm.east.example.com", subscriptionId: "s", region: "east" };

function parse(value: unknown) {
  return parseStampsFile(JSON.stringify(value), "stamps.json", (path) => `PEM of ${path}`);
}

test("what is left out has defaults, and the browser gets a path in place of the endpoint", () => {
  const stamps = parse({ stamps: [{ ...stamp, caFile: "ca.pem", note: "not for the browser" }] });
  expect(stamps[0]).toMatchObject({ endpoint: new URL(stamp.endpoint), ca: "PEM of ca.pem" });
  expect(publicStamps(stamps)).toEqual({
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
  expect(parseStampsFile(json, "stamps.json", String)).toHaveLength(1);
});

describe("a file that cannot be used says which file, which entry and what to do", () => {
  const cases: [name: string, value: unknown, message: string][] = [
    ["no stamps", {}, '"stamps" is missing; it must be a list'],
    ["not an object", "redmond", 'the whole file must be an object: {"stamps":[…]}'],
    ["an empty list", { stamps: [] }, '"stamps" must be a list of at least one stamp'],
    [
      "no endpoint",
      { stamps: [{ ...stamp, endpoint: undefined }] },
      'stamp 1 ("east"): "endpoint" is missing; it must be the http',
    ],
    [
      "an endpoint without a scheme",
      { stamps: [{ ...stamp, endpoint: "arm.east" }] },
      'stamp 1 ("east"): "endpoint" must be the http',
    ],
    [
      "an endpoint with a password",
      { stamps: [{ ...stamp, endpoint: "https://a:b@c" }] },
      '"endpoint" must be the http',
    ],
    ["no object in the list", { stamps: [stamp, 5] }, "stamp 2 must be an object: {…}"],
    [
      "an id with a slash",
      { stamps: [stamp, { ...stamp, id: "a/b" }] },
      'stamp 2 ("a/b"): "id" must be a short name',
    ],
    [
      "an id twice",
      { stamps: [stamp, { ...stamp, id: "EAST" }] },
      'stamp 2 ("EAST"): "id" is taken by a stamp above',
    ],
    [
      "an unknown version",
      { stamps: [{ ...stamp, apiVersion: "2020" }] },
      '"apiVersion" must be "2018-09-01" or "2021-09-01"',
    ],
    [
      "an unknown sign-in",
      { stamps: [{ ...stamp, auth: { kind: "basic" } }] },
      '"auth.kind" must be "none", "token" or "msal"',
    ],
    [
      "an unfinished sign-in",
      { stamps: [{ ...stamp, auth: { kind: "msal" } }] },
      '"auth.clientId" is missing; it must be the id of the application',
    ],
  ];
  test.each(cases)("%s", (_name, value, message) => {
    expect(() => parse(value)).toThrow(/^stamps\.json cannot be used:/);
    expect(() => parse(value)).toThrow(message);
  });

  test("not JSON", () => {
    expect(() => parseStampsFile("{", "stamps.json", String)).toThrow(/^stamps\.json is not JSON: /);
  });

  test("a certificate file that is not there", () => {
    const json = JSON.stringify({ stamps: [{ ...stamp, caFile: "ca.pem" }] });
    const read = () => {
      throw new Error("ENOENT");
    };
    expect(() => parseStampsFile(json, "stamps.json", read)).toThrow(
      'stamp 1 ("east"): "caFile" cannot be read: ca.pem',
    );
  });

  test("no file at all", () => {
    expect(() => loadStampsFile("nowhere/stamps.json")).toThrow(
      /^nowhere\/stamps\.json does not exist: set STAMPS to/,
    );
  });
});
