import {
  ALL_POLLED,
  ALL_POLLED_TWICE,
  BACKED_OFF,
  expect,
  NOON,
  Portal,
  requestsOf,
  START,
  test,
} from "./portal.ts";

test("a reload while the request is on its way leaves an unknown outcome, found again in the list", async ({
  portal,
  page,
}) => {
  await portal.open();
  await portal.control({ fault: { kind: "hang", route: "createBackup", answerOnly: true, remaining: 1 } });
  await portal.startBackup();
  await expect(portal.run).toContainText("Starting");
  await page.reload();
  // The stamp did start it: the list shows it, and it is followed as ours.
  await expect(portal.run).toContainText("In progress");
  await expect(portal.run).toContainText("from this console");
  await expect(portal.backupNow).toHaveAttribute("aria-disabled", "true");
});

test("a start without an answer may have started: nothing is sent again unless the operator says so", async ({
  portal,
  page,
}) => {
  const posts = requestsOf(page, START);
  await portal.open();
  await portal.control({ fault: { kind: "status", status: 503, route: "createBackup", remaining: 1 } });
  await portal.startBackup();
  const notice = page.getByText("A backup may have started");
  await expect(notice).toBeVisible();
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(notice).toBeVisible();
  await expect(portal.backupNow).toHaveAttribute("aria-disabled", "true");
  expect(posts).toHaveLength(1);

  await page.getByRole("button", { name: "Start anyway" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Yes" }).click();
  await expect(portal.run).toContainText("In progress");
  await expect(notice).toBeHidden();
  expect(posts).toHaveLength(2);
});

test("an accepted start without an address to ask is found through the list and checked to its end", async ({
  portal,
  page,
}) => {
  await portal.open();
  await portal.control({ fault: { kind: "noLocation", remaining: 1 } });
  await portal.startBackup();
  await portal.letPass(ALL_POLLED);
  await expect(portal.run).toContainText("In progress");
  await expect(page.getByText("A backup may have started")).toBeHidden();
});

test("an address on another host is not followed", async ({ portal, page }) => {
  const foreign = requestsOf(page, /evil\.example/);
  await portal.open();
  const location = "https://evil.example/subscriptions/x/operationResults/y?api-version=2018-09-01";
  await portal.control({ fault: { kind: "foreignLocation", location, remaining: 1 } });
  await portal.startBackup();
  await portal.letPass(ALL_POLLED);
  await expect(portal.run).toContainText("In progress");
  expect(foreign).toHaveLength(0);
});

test("two pages that press Backup now at once send one request, and both show the run", async ({
  portal,
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.clock.install({ time: NOON });
  const second = new Portal(other);
  const posts = [requestsOf(page, START), requestsOf(other, START)];
  await portal.open();
  await second.open();
  for (const one of [portal, second]) await one.backupNow.click();
  await Promise.all(
    [page, other].map((one) => one.getByRole("alertdialog").getByRole("button", { name: "Yes" }).click()),
  );
  await expect(portal.run).toContainText("In progress");
  await expect(second.run).toContainText("In progress");
  expect(posts.flat()).toHaveLength(1);
  await expect(portal.rows.filter({ hasText: "In progress" })).toHaveCount(1);
  await expect(second.rows.filter({ hasText: "In progress" })).toHaveCount(1);
});

test("two pages together ask about a run no more often than one would", async ({ portal, page, context }) => {
  const other = await context.newPage();
  await other.clock.install({ time: NOON });
  const second = new Portal(other);
  await portal.open();
  await second.open();
  await portal.startBackup();
  await expect(second.run).toContainText("In progress");
  const polls = [page, other].map((one) => requestsOf(one, /\/operationResults\//));
  // To the same instants: two tabs of one machine have one clock, and two clocks that run by themselves drift.
  const began = await page.evaluate(() => Date.now() + 10_000);
  for (let second = 0; second <= 300; second += 2) {
    const at = began + second * 1000;
    await Promise.all([page.clock.pauseAt(at), other.clock.pauseAt(at)]);
  }
  // The stamp asks to be asked once a minute: five times, ten if each asked for itself. The browser may tell a page a
  // moment late what another has stored.
  expect(polls.flat().length).toBeGreaterThanOrEqual(4);
  expect(polls.flat().length).toBeLessThanOrEqual(7);
});

test("a click while offline starts nothing, and nothing is sent when the network is back", async ({
  portal,
  page,
  context,
}) => {
  const posts = requestsOf(page, START);
  await portal.open();
  await expect(portal.newest).toContainText("Succeeded");
  await context.setOffline(true);
  await expect(page.getByText("No connection to Redmond")).toBeVisible();
  await portal.startBackup();
  await expect(page.getByText("This browser is offline. Nothing was sent.")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("No connection to Redmond")).toBeHidden();
  await portal.letPass(ALL_POLLED_TWICE);
  expect(posts).toHaveLength(0);
  await expect(portal.run).toBeHidden();
});

test("a run goes on while the connection is lost, and its end is told when it is back", async ({
  portal,
  page,
}) => {
  await portal.open();
  await portal.startBackup();
  await expect(portal.run).toContainText("In progress");
  const name = await portal.newest.getByRole("rowheader").innerText();
  await portal.control({ fault: { kind: "network", remaining: 100_000 } });
  await portal.letPass(BACKED_OFF);
  await expect(page.getByText("No connection to Redmond")).toBeVisible();
  await expect(portal.run).toContainText("No answer about the job since");
  await expect(portal.rows.filter({ hasText: name })).toContainText("In progress");
  await portal.control({ jump: { before: "end", leadMs: 0 } });
  await portal.control({ clearFaults: true });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(portal.rows.filter({ hasText: name })).toContainText("Succeeded");
  await expect(page.getByText("No connection to Redmond")).toBeHidden();
});

test("a backup begun elsewhere appears by itself, is marked as such, and is checked to its end", async ({
  portal,
}) => {
  await portal.open();
  await expect(portal.newest).toContainText("Succeeded");
  await portal.control({ startElsewhere: { automatic: true } });
  await portal.letPass(ALL_POLLED);
  await expect(portal.newest).toContainText("In progress");
  await expect(portal.newest).toContainText("Scheduled");
  await expect(portal.run).toContainText("not from this console");
  await portal.control({ jump: { before: "end", leadMs: 120_000 } });
  await portal.letPass(ALL_POLLED);
  await expect(portal.newest).toContainText("Finishing");
  await portal.letPass(BACKED_OFF);
  await expect(portal.newest).toContainText("Succeeded");
});

test("a job that fails says why, in the stamp's own words", async ({ portal, page }) => {
  await portal.open();
  await portal.startBackup();
  await expect(portal.run).toContainText("In progress");
  const name = await portal.newest.getByRole("rowheader").innerText();
  await portal.control({
    failRunning: { code: "BackupShareFull", message: "The backup file share is full." },
  });
  await portal.letPass(ALL_POLLED_TWICE);
  const row = portal.rows.filter({ hasText: name });
  await expect(row).toContainText("Failed");
  await row.getByRole("link").click();
  await expect(page.getByRole("dialog")).toContainText("The backup file share is full.");
});

test("a job that the stamp forgets is never called failed or succeeded", async ({ portal, page }) => {
  await portal.open();
  await portal.startBackup();
  await expect(portal.run).toContainText("In progress");
  const name = await portal.newest.getByRole("rowheader").innerText();
  await portal.control({ fault: { kind: "operationGone", afterMs: 0 } });
  await portal.control({ fault: { kind: "listHides", startedFrom: NOON.getTime() } });
  await portal.letPass(ALL_POLLED_TWICE);
  const row = portal.rows.filter({ hasText: name });
  await expect(row).toContainText("Tracking lost");
  await row.getByRole("link").click();
  await expect(page.getByRole("dialog")).toContainText("Its result is unknown");
});

test("sign-in asked for in the middle of a run keeps the run", async ({ portal, page }) => {
  await portal.open();
  await portal.startBackup();
  await expect(portal.run).toContainText("In progress");
  await portal.control({ fault: { kind: "unauthorizedUntilSignIn" } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(page.getByText("Sign in to the stamp")).toBeVisible();
  await expect(portal.run).toContainText("In progress");
  await portal.control({ signIn: true });
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText("Sign in to the stamp")).toBeHidden();
  await portal.control({ jump: { before: "end", leadMs: 0 } });
  await portal.letPass(ALL_POLLED_TWICE);
  await expect(portal.run).toContainText("Succeeded");
  await expect(portal.newest).toContainText("Succeeded");
});

test("past the usual time the page says so and judges nothing", async ({ portal }) => {
  await portal.open("?scenario=longer-than-usual");
  await expect(portal.run).toContainText("at least 0:");
  await portal.control({ jump: { before: "listed", leadMs: 600_000 } });
  await portal.letPass(ALL_POLLED);
  await expect(portal.run).toContainText("Longer than usual for this stamp");
  await expect(portal.newest).toContainText(/In progress|Finishing/);
});

test("the bar never reaches its end before the job does, and the estimate is named one", async ({
  portal,
}) => {
  await portal.open();
  await portal.startBackup();
  const bar = portal.run.getByRole("progressbar");
  await expect(portal.run).toContainText(/about \d+ min left, from the last 7 backups/);
  await portal.letPass(10);
  const early = Number(await bar.getAttribute("aria-valuenow"));
  expect(early).toBeGreaterThan(15);
  await portal.letPass(12);
  const late = Number(await bar.getAttribute("aria-valuenow"));
  expect(late).toBeGreaterThan(early);
  expect(late).toBeLessThan(100);
});

test("with storage full everything works, and the page says that it will not remember the run", async ({
  portal,
  page,
}) => {
  await page.addInitScript(() => {
    // Only for the page's own: the mocked stamp keeps its facts in the same storage.
    Storage.prototype.setItem = new Proxy(
      Object.getOwnPropertyDescriptor(Storage.prototype, "setItem")?.value,
      {
        apply: (setItem, storage, [key, value]: [string, string]) => {
          if (key.startsWith("azsh-backup:")) throw new DOMException("full", "QuotaExceededError");
          return Reflect.apply(setItem, storage, [key, value]);
        },
      },
    );
  });
  await portal.open();
  await portal.startBackup();
  await expect(portal.run).toContainText("In progress");
  await expect(portal.run).toContainText("This browser doesn't store data for this page");
});

test("hostile text is shown as text", async ({ portal, page }) => {
  const evil = '<img src=x onerror="window.hit=1">';
  await portal.open();
  await portal.control({ fault: { kind: "listSaysStatus", status: evil } });
  await portal.letPass(ALL_POLLED);
  await expect(portal.newest).toContainText(`Unknown (${evil})`);
  expect(await page.evaluate(() => "hit" in window)).toBe(false);
});
