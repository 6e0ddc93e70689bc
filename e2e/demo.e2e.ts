import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { expect, Portal, test } from "./portal.ts";

test("a presenter chooses a scenario, jumps to the end, and shares the set-up", async ({
  portal,
  page,
  browser,
}) => {
  await portal.open("?speed=60");
  await expect(page.getByText("Mocked stamp.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Demo controls" })).toBeVisible();
  await page.keyboard.press("Control+Alt+d");
  const pane = page.getByRole("dialog", { name: "Demo controls" });
  await pane.getByLabel("Scenario").selectOption({ label: "Finishing" });
  await expect(portal.newest).toContainText("Finishing");

  await page.getByRole("button", { name: "Demo controls" }).click();
  await pane.getByRole("button", { name: "Jump to just before the end" }).click();
  await expect(pane.getByText("Done: Jump to just before the end.")).toBeVisible();
  await page.clock.runFor(10_000);
  await pane.getByRole("button", { name: "Close demo controls" }).click();
  await expect(async () => {
    await page.clock.runFor(2_000);
    await expect(portal.newest).toContainText("Succeeded", { timeout: 250 });
  }).toPass();

  // The address is the link: in a fresh profile it opens the same set-up from its beginning.
  const fresh = await browser.newContext();
  const other = await fresh.newPage();
  await other.goto(page.url());
  await expect(other.getByText("Scenario “Finishing”, 60× speed")).toBeVisible();
  await expect(other.getByRole("grid", { name: "Available backups" })).toContainText("Finishing");
  await fresh.close();
});

test("another operator's backup, a lost connection and faults can be played by hand", async ({
  portal,
  page,
}) => {
  await portal.open();
  await expect(portal.newest).toContainText("Succeeded");
  const press = async (name: string) => {
    await page.getByRole("button", { name: "Demo controls" }).click();
    await page.getByRole("dialog").getByRole("button", { name }).click();
    await expect(page.getByText(`Done: ${name}.`)).toBeVisible();
    await page.getByRole("button", { name: "Close demo controls" }).click();
  };
  await press("Another operator starts a backup");
  await expect(portal.run).toContainText("started elsewhere");
  await press("Lose the connection");
  await expect(page.getByText("No connection to Redmond")).toBeVisible();
  await press("Restore the connection");
  await expect(page.getByText("No connection to Redmond")).toBeHidden();
  await press("Fail it now");
  await portal.letPass(2);
  await expect(portal.newest).toContainText("Failed");
});

test("starting over forgets the runs of before", async ({ portal, page }) => {
  await portal.open();
  await portal.startBackup();
  await expect(portal.run).toContainText("In progress");
  await page.getByRole("button", { name: "Demo controls" }).click();
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(portal.newest).toContainText("Succeeded");
  await expect(portal.run).toBeHidden();
});

test.describe("without service workers", () => {
  test.use({ serviceWorkers: "block" });

  test("a mocked build refuses to go on", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/arm/")) asked.push(request.url());
    });
    await page.goto("./");
    await expect(page.getByText("Demo mode failed")).toBeVisible();
    expect(asked).toEqual([]);
  });
});

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** Any static host: dist-demo/ below a path of its choice, nothing else. */
async function serveStatically(path: string): Promise<{ url: string; close: () => void }> {
  const folder = resolve(import.meta.dirname, "../dist-demo");
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    const file = join(folder, pathname.slice(path.length) || "index.html");
    const found = pathname.startsWith(path) && existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, { "Content-Type": TYPES[extname(file)] ?? "text/plain" });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://localhost:${port}${path}`, close: () => server.close() };
}

test("the demo runs below any path of a static host, and reloads without a network", async ({
  page,
  context,
}) => {
  const host = await serveStatically("/shows/backup/");
  const portal = new Portal(page);
  await page.goto(`${host.url}?scenario=finishing`);
  await expect(portal.newest).toContainText("Finishing");
  // What loads in idle time is there too once the pane has opened.
  await page.getByRole("button", { name: "Demo controls" }).click();
  await expect(page.getByRole("dialog", { name: "Demo controls" })).toBeVisible();

  host.close();
  await context.setOffline(true);
  await page.reload();
  await expect(portal.newest).toContainText("Finishing");
  await expect(page.getByText("No connection to Redmond")).toBeHidden();
});
