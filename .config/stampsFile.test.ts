import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CERTIFICATE } from "../mocks/arm/certificate.fixture.ts";
import { contentSecurityPolicy } from "./headers.ts";
import { loadStampsFile, parseStampsFile, publicStamps } from "./stampsFile.ts";

const stamp = { id: "east", endpoint: "https://arm.east.example.com", subscriptionId: "s", region: "east" };
const west = { ...stamp, id: "west", endpoint: "https://arm.west.example.com" };

const PEM = `-----BEGIN CERTIFICATE-----\n${CERTIFICATE.base64}\n-----END CERTIFICATE-----\n`;

function parse(value: unknown, ca = PEM) {
  return parseStampsFile(JSON.stringify(value), "etc/stamps.json", () => ca);
}

test("what is left out has defaults, and the browser gets a path in place of the endpoint", () => {
  const file = parse({ stamps: [{ ...stamp, caFile: "ca.pem", note: "not for the browser" }] });
  expect(file.stamps[0]).toMatchObject({ endpoint: new URL(stamp.endpoint), ca: PEM });
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
    'stamps.json, line 1, stamp 1 ("east"): "region" is 5; it must be the stamp\'s region name, for example "redmond", or be left out for the page to find',
    "stamps.json, line 1, stamp 3 is 7; it must be an object: {…}",
    'stamps.json, line 1, stamp 4 ("west"): "id" is "west", which is taken by a stamp above; give it another',
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

  const LOGIN = { kind: "msal", authority: "https://adfs.east/adfs", clientId: "c", scope: "a/.default" };
  const badAuthorities = [
    "http://login.example.com/adfs",
    "https://login.example.com;script-src",
    "https://login.example.com; script-src *",
    "https://login.example.com https://evil.example.com",
    "https://login.example.com,https://evil.example.com",
    " https://login.example.com",
    "https://login.example.com\n",
    "https://'self'",
    'https://login.example.com/"',
    "https://*.example.com",
    "https://*",
    "https:login.example.com",
    "https:\\\\login.example.com",
    "https://login.example.com/adfs?a=b",
    "https://login.example.com/adfs#a",
    "https://login.example.com/../adfs",
    "https://login.example.com/%2e%2e/adfs",
    "https://login.example.com:99999/",
    "data:text/html,x",
    "",
  ];
  test.each(badAuthorities)("an authority that has no place in a policy: %j", (authority) => {
    const file = parse({ stamps: [{ ...stamp, auth: { ...LOGIN, authority } }, west] });
    expect(file.stamps.map(({ id }) => id)).toEqual(["west"]);
    expect(file.problems).toEqual([
      expect.stringMatching(/"auth\.authority" is .*; it must be the https address/),
    ]);
  });

  test.each([
    "https://adfs.east.example.com/adfs",
    "https://login.microsoftonline.com/contoso.onmicrosoft.com",
    "https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/",
    "https://localhost:8443/adfs",
  ])("an authority that is taken adds its origin to the policy and nothing else: %s", (authority) => {
    const file = parse({ stamps: [{ ...stamp, auth: { ...LOGIN, authority } }] });
    expect(file.stamps[0]?.auth).toMatchObject({ authority });
    const { origin } = new URL(authority);
    const policy = contentSecurityPolicy({ mocks: false, loginOrigins: [origin] });
    expect(policy.replace(` ${origin};`, ";")).toBe(contentSecurityPolicy({ mocks: false }));
  });

  const brothers: [key: string, value: Record<string, unknown>][] = [
    ["endpoint", { endpoint: "https://arm.east;x" }],
    ["endpoint", { endpoint: "https://arm.east/a b" }],
    ["endpoint", { endpoint: "https://arm.east/\t" }],
    ["endpoint", { endpoint: "https:arm.east" }],
    ["endpoint", { endpoint: "https://arm.east\\x" }],
    ["endpoint", { endpoint: "https://*.east" }],
    ["endpoint", { endpoint: "https://arm.east/%2e%2e/x" }],
    ["region", { region: ".." }],
    ["region", { region: "east/../west" }],
    ["subscriptionId", { subscriptionId: ".." }],
    ["subscriptionId", { subscriptionId: "a?b" }],
    ["auth.scope", { auth: { ...LOGIN, scope: 'a"b' } }],
    ["auth.scope", { auth: { ...LOGIN, scope: "a\nb" } }],
    ["auth.clientId", { auth: { ...LOGIN, clientId: "a\u0000b" } }],
  ];
  test.each(brothers)("what cannot stand in an address or a request: %s of %j", (key, value) => {
    const file = parse({ stamps: [{ ...stamp, ...value }, west] });
    expect(file.stamps.map(({ id }) => id)).toEqual(["west"]);
    expect(file.problems).toEqual([expect.stringContaining(`"${key}" is `)]);
  });

  test("with the line in the file", () => {
    const json = JSON.stringify(
      { stamps: [west, { ...stamp, auth: { ...LOGIN, authority: "http://a" } }] },
      null,
      2,
    );
    const line = json.split("\n").findIndex((text) => text.includes('"authority"')) + 1;
    expect(parseStampsFile(json, "stamps.json", () => PEM).problems).toEqual([
      expect.stringMatching(
        `^stamps\\.json, line ${line}, stamp 2 \\("east"\\): "auth\\.authority" is "http://a"`,
      ),
    ]);
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
    expect(file.problems[0]).toContain('stamp 1 ("east"): "caFile" is "ca.pem", which cannot be read');
  });

  const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
    type: "pkcs8",
    format: "pem",
  });
  const caFiles: [what: string, content: string, reason: string][] = [
    ["a private key", String(key), "which holds a private key"],
    ["a certificate with its key", `${PEM}${String(key)}`, "which holds a private key"],
    [
      "an old RSA key",
      "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
      "which holds a private key",
    ],
    ["something else", "root:x:0:0:root:/root:/bin/bash\n", "which holds no certificate"],
    ["an empty file", "", "which holds no certificate"],
    [
      "a request",
      "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----",
      "which holds no certificate",
    ],
    ["DER", Buffer.from(CERTIFICATE.base64, "base64").toString("latin1"), "which holds no certificate"],
    ["a broken certificate", PEM.replace("MIIB", "MIIC"), "whose certificate 1 cannot be read"],
    [
      "a second one that is broken",
      `${PEM}${PEM.slice(0, 60)}\n-----END CERTIFICATE-----`,
      "whose certificate 2 cannot be read",
    ],
    ["one that breaks off", PEM.slice(0, 200), "which holds no certificate"],
  ];
  test.each(caFiles)("a caFile with %s", (_what, content, reason) => {
    const file = parse({ stamps: [{ ...stamp, caFile: "ca.pem" }, west] }, content);
    expect(file.stamps.map(({ id }) => id)).toEqual(["west"]);
    expect(file.problems[0]).toContain(`line 1, stamp 1 ("east"): "caFile" is "ca.pem", ${reason}`);
    expect(file.problems[0]).not.toContain("root:x");
  });

  test("a caFile with several authorities and their descriptions is taken, the certificates alone", () => {
    const file = parse(
      { stamps: [{ ...stamp, caFile: "ca.pem" }] },
      `subject=CN = backup\r\n${PEM}\n# old\n${PEM}`,
    );
    expect(file.stamps[0]?.ca?.match(/-----BEGIN CERTIFICATE-----/g)).toHaveLength(2);
    expect(file.stamps[0]?.ca).not.toContain("subject");
  });

  const folder = mkdtempSync(join(tmpdir(), "console-stamps-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([".", "/dev/zero", "large.pem"])(
    "a caFile that is no file of certificates' size: %s",
    (caFile) => {
      writeFileSync(join(folder, "large.pem"), PEM + " ".repeat(2_000_000));
      const path = join(folder, "stamps.json");
      writeFileSync(path, JSON.stringify({ stamps: [{ ...stamp, caFile }, west] }));
      expect(loadStampsFile(path).problems).toEqual([expect.stringContaining("which cannot be read")]);
    },
  );

  test("no file at all", () => {
    expect(() => loadStampsFile("nowhere/stamps.json")).toThrow(
      /^nowhere\/stamps\.json does not exist: set STAMPS to/,
    );
  });
});
