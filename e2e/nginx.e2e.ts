import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { armHeaders, securityHeaders, TRANSPORT_SECURITY } from "../.config/headers.ts";
import { askConsole } from "./hosting/ask.ts";
import { REFUSED } from "./hosting/hostileRequests.ts";
import { CLAIMS, springTrap, TRAPS } from "./hosting/hostileStamp.ts";
import { openTraps, openTrapsSilently } from "./hosting/traps.ts";
import { createAuthority, type Authority, type CertificateFiles } from "./hosting/authority.ts";
import { findNginx } from "./hosting/findNginx.ts";
import { thisMachine } from "./hosting/machine.ts";
import { startNginx, type Nginx } from "./hosting/nginx.ts";
import { startTlsStamp, type TlsStamp } from "./hosting/tlsStamp.ts";
import { ALL_POLLED_TWICE, Portal } from "./portal.ts";

const CONSOLE = "console.contoso.com";
const STAMP = "adminmanagement.redmond.contoso.com";
const EVERYWHERE = { ...securityHeaders({ mocks: false }), "Strict-Transport-Security": TRANSPORT_SECURITY };
const OF_STAMPS = { ...EVERYWHERE, ...armHeaders() };

// One nginx and one stamp for all; the certificates are of a private authority that no browser knows.
test.describe.configure({ mode: "default" });
test.use({ ignoreHTTPSErrors: true });

let command: string;
let folder: string;
let authority: Authority;
let certificate: CertificateFiles;
let stamp: TlsStamp;
let nginx: Nginx;
let ask: ReturnType<typeof askConsole>;

test.beforeAll(async () => {
  // Installing a package may take a while.
  test.setTimeout(600_000);
  const found = findNginx(thisMachine);
  if ("missing" in found) {
    thisMachine.say(`nginx: not tested: ${found.missing}`);
    // No nginx and no right to install it: the reason is the line that is printed.
    test.skip(true, found.missing);
    return;
  }
  command = found.command;
  folder = mkdtempSync(join(tmpdir(), "console-authority-"));
  authority = createAuthority(folder, "Contoso");
  certificate = authority.issue(CONSOLE);
  stamp = await startTlsStamp(authority.issue(STAMP));
  nginx = await serveInFrontOf(stamp);
  ask = askConsole(nginx.port, authority.ca);
});

test.afterEach(() => {
  if (stamp) Object.assign(stamp, { answer: undefined, arrived: [] });
});

test.afterAll(async () => {
  await nginx?.close();
  await stamp?.close();
  if (folder) rmSync(folder, { recursive: true });
});

function serveInFrontOf({ port, subscriptionId }: TlsStamp): Promise<Nginx> {
  return startNginx({ command, certificate, stampCa: authority.ca, stampPort: port, subscriptionId });
}

const location = () =>
  `/subscriptions/${stamp.subscriptionId}/resourceGroups/system.redmond/providers/Microsoft.Backup.Admin/backupLocations/redmond`;

/** Opens the console of this nginx; answers what its policy refused meanwhile. */
async function open(page: Page, { port }: Nginx): Promise<{ portal: Portal; refused: string[] }> {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  await page.clock.install({ time: new Date() });
  const portal = new Portal(page);
  await page.goto(`https://localhost:${port}/`);
  return { portal, refused };
}

test("Backup now through nginx: In progress, Finishing, Succeeded, by one POST to the stamp's own name", async ({
  page,
}) => {
  await page.context().addCookies([{ name: "other", value: "app", domain: "localhost", path: "/" }]);
  const { portal, refused } = await open(page, nginx);
  await expect(portal.newest).toContainText("Succeeded");
  const before = await portal.countRows();
  await portal.startBackup();
  await expect(portal.rows).toHaveCount(before + 1);
  await expect(portal.run).toContainText("In progress");
  const row = portal.rows.filter({ hasText: await portal.newest.getByRole("rowheader").innerText() });

  await stamp.control({ jump: { before: "listed" } });
  await stamp.control({ jump: { byMs: 60_000 } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(row).toContainText("Finishing");
  await stamp.control({ jump: { byMs: 20 * 60_000 } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(row).toContainText("Succeeded");
  await expect(portal.backupNow).toBeEnabled();

  expect(refused).toEqual([]);
  expect(stamp.arrived.filter(({ method }) => method === "POST")).toHaveLength(1);
  expect(stamp.arrived.some(({ path }) => path.includes("/operationResults/"))).toBe(true);
  for (const { headers, serverName } of stamp.arrived) {
    expect([headers.host, serverName]).toEqual([STAMP, STAMP]);
    const ofThisOrigin = Object.keys(headers).filter((name) =>
      /^(?:cookie|origin|referer|sec-.*)$/.test(name),
    );
    expect(ofThisOrigin).toEqual([]);
  }
});

const asset = () =>
  readdirSync(resolve(import.meta.dirname, "../dist/assets")).find((name) => name.endsWith(".js"));
const answers: [what: string, path: () => string, status: number, type: RegExp, cache: RegExp][] = [
  ["the page", () => "/", 200, /^text\/html/, /^no-cache$/],
  ["an asset", () => `/assets/${asset()}`, 200, /javascript/, /^public, max-age=31536000, immutable$/],
  ["an asset of an old build", () => "/assets/gone.js", 404, /^text\/html/, /^no-cache$/],
  ["stamps.json", () => "/stamps.json", 200, /^application\/json/, /^no-cache$/],
  ["the API", () => `/arm/redmond${location()}?api-version=2018-09-01`, 200, /json/, /^no-store$/],
  [
    "what the API does not know",
    () => "/arm/redmond/nothing?api-version=2018-09-01",
    404,
    /json/,
    /^no-store$/,
  ],
  ["a stamp that is not configured", () => "/arm/bellevue/subscriptions", 404, /json/, /^no-store$/],
  ["an unknown path", () => "/backups/1", 404, /^text\/html/, /^no-cache$/],
  ["an API path without its stamp", () => location(), 404, /^text\/html/, /^no-cache$/],
];

for (const [what, path, status, type, cache] of answers) {
  test(`${what} is ${status} with every security header, each once`, async () => {
    const answer = await ask(path());
    expect(answer.status).toBe(status);
    expect(answer.headers["content-type"]).toMatch(type);
    expect(answer.headers["cache-control"]).toMatch(cache);
    expect(answer.body).not.toContain('id="root"'.repeat(path() === "/" ? 2 : 1));
    const expected = path().startsWith("/arm/") ? OF_STAMPS : EVERYWHERE;
    for (const [name, value] of Object.entries(expected)) {
      expect(answer.headers[name.toLowerCase()], name).toBe(value);
    }
  });
}

test("text is compressed", async () => {
  for (const path of [
    "/",
    `/assets/${asset()}`,
    `/arm/redmond${location()}/backups?api-version=2018-09-01`,
  ]) {
    expect((await ask(path, "GET", { "Accept-Encoding": "gzip" })).headers["content-encoding"]).toBe("gzip");
  }
});

test("plain http leads to https", async () => {
  const answer = await fetch(`http://127.0.0.1:${nginx.plainPort}/x?y=1`, { redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([301, `https://${CONSOLE}/x?y=1`]);
});

test("a stamp's own links become paths of this origin, and foreign ones stay as they came", async () => {
  const pruning = await ask(`/arm/redmond${location()}/pruneExternalStore?api-version=2018-09-01`, "POST");
  expect(pruning.status).toBe(202);
  for (const name of ["location", "azure-asyncoperation"]) {
    expect(pruning.headers[name]).toMatch(/^\/arm\/redmond\/subscriptions\/.*\/operationResults\/.*\?/);
  }
  expect((await ask(String(pruning.headers["azure-asyncoperation"]))).body).toContain('"status"');

  const links = [
    `https://evil.example.com${location()}`,
    `https://${STAMP}.evil.example.com/x`,
    `https://user@${STAMP}/x`,
    `//evil.example.com/x`,
    "javascript:alert(1)",
  ];
  for (const link of links) {
    stamp.answer = (_req, res) => res.writeHead(202, { Location: link }).end();
    expect((await ask("/arm/redmond/x", "POST")).headers.location).toBe(link);
  }
});

test("what a stamp says about its own origin, or to nginx, does nothing here", async () => {
  const read = {
    Date: "Wed, 04 Mar 2020 12:15:43 GMT",
    "Retry-After": "30",
    "x-ms-request-id": "7",
  };
  stamp.answer = (_req, res) =>
    res.writeHead(200, { ...CLAIMS, ...read, "X-Accel-Redirect": "/stamps.json" }).end("{}");
  const { headers, body } = await ask("/arm/redmond/x");
  expect(body).toBe("{}");
  for (const [name, value] of Object.entries(CLAIMS))
    expect(headers[name.toLowerCase()], name).not.toBe(value);
  for (const [name, value] of Object.entries(OF_STAMPS))
    expect(headers[name.toLowerCase()], name).toBe(value);
  for (const [name, value] of Object.entries(read)) expect(headers[name.toLowerCase()], name).toBe(value);
});

test("a stamp's answer is JSON or text", async () => {
  for (const [type, passed] of [
    ["application/json; odata=x", "application/json; charset=utf-8"],
    ["application/problem+json", "application/json; charset=utf-8"],
    ["text/html", "text/plain; charset=utf-8"],
    ["application/json, text/html", "text/plain; charset=utf-8"],
    ["", "text/plain; charset=utf-8"],
  ] as const) {
    stamp.answer = (_req, res) => res.writeHead(200, type === "" ? {} : { "Content-Type": type }).end("{}");
    expect((await ask("/arm/redmond/x")).headers["content-type"], type).toBe(passed);
  }
});

test("a stamp's answer that is opened as a page is refused", async ({ page }) => {
  stamp.answer = springTrap;
  await openTraps(page, `https://localhost:${nginx.port}/`, "arm/redmond");
  expect(stamp.arrived.map(({ path }) => path).filter((path) => path in TRAPS)).toEqual([]);
});

test("nor does it run in a browser that does not say that it opens a page", async ({ page }) => {
  stamp.answer = springTrap;
  await openTrapsSilently(page, `https://localhost:${nginx.port}/`, "arm/redmond", async (path) => {
    const { status, headers, body } = await ask(path);
    return {
      status,
      headers: Object.fromEntries(Object.entries(headers).map(([n, v]) => [n, String(v)])),
      body,
    };
  });
});

test("of a request, the stamp is sent a bearer token and what its body needs", async () => {
  await ask("/arm/redmond/x", "POST", {
    Authorization: "Bearer abc",
    "Content-Type": "application/json",
    "x-ms-client-request-id": "42",
    Origin: `https://${CONSOLE}`,
    "X-HTTP-Method-Override": "DELETE",
    "X-Original-URL": "/secret",
  });
  const [{ headers } = { headers: {} }] = stamp.arrived;
  expect(headers).toMatchObject({
    authorization: "Bearer abc",
    "content-type": "application/json",
    "x-ms-client-request-id": "42",
  });
  expect(Object.keys(headers).filter((name) => /origin|override|sec-/.test(name))).toEqual([]);
});

for (const [what, method, path, headers] of REFUSED) {
  test(`${what} is refused before the stamp is asked`, async () => {
    const answer = await ask(`/arm/redmond/${path}`, method, headers);
    expect(answer.status).toBe(403);
    expect(answer.headers["content-type"]).toBe("application/json");
    expect(stamp.arrived).toEqual([]);
  });
}

test("a POST whose connection breaks is sent once and is a 502 in ARM's form", async () => {
  stamp.answer = (req) => req.socket.destroy();
  const path = `/arm/redmond${location()}/createBackup`;
  const post = () => ask(path, "POST", { "x-ms-client-request-id": "broken" });
  const { status, headers, body } = await post();
  expect([status, headers["x-stamp-unreachable"], headers["cache-control"]]).toEqual([502, "1", "no-store"]);
  expect(body).toContain('"code":"StampUnreachable"');
  await expect(post(), "repeated, as browsers do").rejects.toThrow();
  expect(stamp.arrived).toHaveLength(1);
});

test("a stamp's own error passes as it is", async () => {
  stamp.answer = (_req, res) => res.writeHead(502, { "Content-Type": "application/json" }).end('{"a":1}');
  const { status, headers, body } = await ask("/arm/redmond/x");
  expect([status, headers["x-stamp-unreachable"], body]).toEqual([502, undefined, '{"a":1}']);
});

const impostors: [what: string, certificate: () => CertificateFiles][] = [
  ["of another authority", () => createAuthority(folder, "Fabrikam").issue(STAMP)],
  ["of another name", () => authority.issue("adminmanagement.bellevue.contoso.com")],
];

for (const [what, issued] of impostors) {
  test(`a stamp with a certificate ${what} is sent nothing, and the page says that it cannot reach it`, async ({
    page,
  }) => {
    const impostor = await startTlsStamp(issued());
    const front = await serveInFrontOf(impostor);
    try {
      const { status, body } = await askConsole(front.port, authority.ca)(`/arm/redmond${location()}`);
      expect([status, JSON.parse(body)]).toMatchObject([502, { error: { code: "StampUnreachable" } }]);
      await open(page, front);
      await expect(page.getByText("The stamp couldn't be reached").first()).toBeVisible();
      await expect(page.getByText("The console's proxy could not reach the stamp")).toBeVisible();
      expect(impostor.arrived).toEqual([]);
    } finally {
      await front.close();
      await impostor.close();
    }
  });
}
