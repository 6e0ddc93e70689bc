import { ALL_POLLED, ALL_POLLED_TWICE, BACKED_OFF } from "./portal.ts";
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, type Page } from "@playwright/test";
import { startRecorder, type Recorder } from "./recorder.ts";
import type { GuardedStamp } from "./guardedStamp.ts";
import { posts, test as base } from "./signedIn.ts";

// A token goes to its stamp and nowhere else (I6), and stays out of everything that outlives a request (I15). The
// stamp itself is the attacker here: whatever it answers, the second origin must not be reached at all.

const TOKEN = "secret-bearer-token-0123456789";

const test = base.extend<{ other: Recorder; signedIn: () => Promise<void> }>({
  // Playwright reads the names of fixtures from this pattern; this one needs none.
  // oxlint-disable-next-line no-empty-pattern
  other: async ({}, use) => {
    const other = await startRecorder();
    await use(other);
    await other.close();
  },
  signedIn: async ({ page, stamp, other, open }, use) => {
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    const sent: { url: string; authorization: string | undefined }[] = [];
    page.on("request", (request) => {
      sent.push({ url: request.url(), authorization: request.headers()["authorization"] });
    });
    await use(async () => {
      await open({ kind: "token" });
      stamp.accepts = (token) => token === TOKEN;
      await page.getByLabel("Bearer token").fill(TOKEN);
      await page.getByRole("button", { name: "Use token" }).click();
    });
    expect(other.reached).toEqual([]);
    const origin = new URL(page.url()).origin;
    for (const { url, authorization } of sent) {
      expect(new URL(url).origin, url).toBe(origin);
      expect(url).not.toContain(TOKEN);
      if (authorization) expect(new URL(url).pathname).toMatch(/^\/arm\/redmond\/subscriptions\//);
    }
    expect(sent.some(({ authorization }) => authorization === `Bearer ${TOKEN}`)).toBe(true);
    expect(said.filter((text) => text.includes(TOKEN))).toEqual([]);
    expect(await everythingKept(page)).not.toContain(TOKEN);
  },
});

async function everythingKept(page: Page): Promise<string> {
  const cookies = JSON.stringify(await page.context().cookies());
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return [
      document.documentElement.outerHTML,
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      JSON.stringify(databases),
      JSON.stringify(history.state),
      location.href,
      document.title,
    ].join();
  });
  return kept + cookies;
}

/** Links that lead elsewhere, or look as if they did not, as a stamp might send them. */
const LINKS: Record<string, (other: Recorder, path: string, stamp: GuardedStamp) => string> = {
  foreign: ({ origin }, path) => origin + path,
  "protocol-relative": ({ host }, path) => `//${host}${path}`,
  "backslashes for slashes": ({ host }, path) => `\\\\${host}${path}`,
  "another host behind a user": ({ host }, path, { endpoint }) =>
    `http://${new URL(endpoint).host}@${host}${path}`,
  "user and password on another host": ({ host }, path) => `http://operator:secret@${host}${path}`,
  "user and password on the stamp": (_other, path, { endpoint }) =>
    endpoint.replace("//", "//operator:secret@") + path,
  "http on the stamp's name": ({ host }, path) => `http://localhost:${host.split(":")[1]}${path}`,
  "a script": () => "javascript:fetch('/arm/redmond/stolen')",
  data: () => "data:application/json,{}",
  "a path out of the stamp": () => "/arm/other/subscriptions/x",
  "dots out of the stamp": (_other, path) => `/subscriptions/../../other${path}`,
  relative: ({ host }) => `operationResults/x?next=http://${host}/`,
};

for (const [name, linkOf] of Object.entries(LINKS)) {
  test(`a Location that is ${name} takes no token along`, async ({
    portal,
    stamp,
    other,
    clock,
    signedIn,
  }) => {
    await signedIn();
    await expect(portal.rows.first()).toBeVisible();
    stamp.instead = (req, res) => {
      if (req.method !== "POST") return false;
      const path = (req.url ?? "").replace(/createBackup.*/, "operationResults/b1?api-version=2018-09-01");
      res.writeHead(202, { Location: linkOf(other, path, stamp), "Retry-After": "5" }).end();
      return true;
    };
    await portal.startBackup();
    await expect(portal.page.getByText("A backup may have started")).toBeVisible();
    await clock.letPass(portal, ALL_POLLED);
    expect(posts(stamp)).toHaveLength(1);
    expect(stamp.seen.filter(({ path }) => !path.startsWith("/subscriptions/"))).toEqual([]);
  });
}

test("no nextLink that leads elsewhere, or looks as if it did not, takes a token along", async ({
  portal,
  page,
  stamp,
  other,
  signedIn,
}) => {
  await signedIn();
  await expect(portal.rows.first()).toBeVisible();
  let link = "";
  stamp.instead = (req, res) => {
    if (!isList(req) || req.headers.authorization === undefined) return false;
    const path = (req.url ?? "").replace(/\?.*/, "?api-version=2018-09-01&$skiptoken=2");
    sendJson(res, 200, { value: [], ...(link && { nextLink: LINKS[link]?.(other, path, stamp) }) });
    return true;
  };
  const refresh = page.getByRole("button", { name: "Refresh", exact: true });
  const incomplete = page.getByText("The list is incomplete");
  for (const name of Object.keys(LINKS)) {
    await test.step(name, async () => {
      link = name;
      await refresh.click();
      await expect(incomplete).toBeVisible();
      link = "";
      await refresh.click();
      await expect(incomplete).toBeHidden();
    });
  }
  expect(stamp.seen.filter(({ path }) => !path.startsWith("/subscriptions/"))).toEqual([]);
});

for (const status of [302, 307]) {
  test(`a redirect (${status}) to another origin is followed neither by a read nor by Backup now`, async ({
    portal,
    page,
    stamp,
    other,
    clock,
    signedIn,
  }) => {
    await signedIn();
    await expect(portal.rows.first()).toBeVisible();
    stamp.instead = (req, res) => {
      res.writeHead(status, { Location: `${other.origin}${req.url ?? ""}` }).end();
      return true;
    };
    await portal.startBackup();
    await expect(page.getByText("A backup may have started")).toBeVisible();
    await clock.letPass(portal, ALL_POLLED_TWICE);
    await expect(page.getByText("No connection to Redmond")).toBeVisible();
    expect(posts(stamp)).toHaveLength(1);
  });
}

test("an error page with links, scripts and a refresh is text, and nothing of it is asked for", async ({
  portal,
  page,
  stamp,
  other,
  clock,
  signedIn,
}) => {
  await signedIn();
  await expect(portal.rows.first()).toBeVisible();
  const evil =
    `<meta http-equiv="refresh" content="0;url=${other.origin}"><script src="${other.origin}/x.js"></script>` +
    `<img src="${other.origin}/x.png"><a href="${other.origin}">Sign in</a>`;
  let round = 0;
  stamp.instead = (req, res) => {
    round += 1;
    if (req.method === "POST" || round % 2 === 0) {
      sendJson(
        res,
        400,
        { error: { code: evil, message: `${evil} ${other.origin}` } },
        { "x-ms-request-id": evil },
      );
    } else {
      res.writeHead(round % 3 === 0 ? 200 : 502, {
        "Content-Type": "text/html",
        Link: `<${other.origin}>; rel=preload`,
      });
      res.end(`<!doctype html>${evil}`);
    }
    return true;
  };
  await portal.startBackup();
  await expect(page.getByText("Backup not started")).toBeVisible();
  await expect(page.getByRole("alert")).toContainText(`<img src="${other.origin}/x.png">`);
  await clock.letPass(portal, BACKED_OFF);
});

test("a token that the stamp sends back in its errors is not shown", async ({
  portal,
  page,
  stamp,
  signedIn,
}) => {
  await signedIn();
  await expect(portal.rows.first()).toBeVisible();
  stamp.instead = (req, res) => {
    if (req.method !== "POST") return false;
    const echoed = req.headers.authorization ?? "";
    sendJson(
      res,
      403,
      { error: { code: "Echo", message: `Not permitted with ${echoed}.` } },
      { "x-ms-request-id": echoed },
    );
    return true;
  };
  await portal.startBackup();
  await expect(page.getByRole("alert")).toContainText("Not permitted with Bearer");
});

function isList(req: IncomingMessage): boolean {
  return /\/backups\?/.test(req.url ?? "");
}

function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { "Content-Type": "application/json", ...headers });
  res.end(JSON.stringify(body));
}
