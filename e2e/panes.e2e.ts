import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { ALL_POLLED_TWICE, expect, type Portal, test as mocked } from "./portal.ts";
import { test as served } from "./servedStamps.ts";

// Side panes, whatever they show: how they close, where the focus goes, and what happens when one cannot be loaded.

const detail = (page: Page) => page.getByRole("dialog", { name: /^Backup / });

const WAYS_TO_CLOSE: Record<string, (page: Page) => Promise<void>> = {
  Escape: (page) => page.keyboard.press("Escape"),
  "the cross": (page) => detail(page).getByRole("button", { name: "Close details" }).click(),
};

const WAYS_TO_OPEN: Record<string, (portal: Portal, link: Locator) => Promise<void>> = {
  "its link": (_portal, link) => link.click(),
  "its link by keyboard": (_portal, link) => link.press("Enter"),
  "a click on its row": (portal) => portal.newest.getByRole("gridcell").nth(1).click(),
  "an address": async (portal) => {
    await portal.page.reload();
  },
};

for (const [closing, close] of Object.entries(WAYS_TO_CLOSE)) {
  for (const [opening, open] of Object.entries(WAYS_TO_OPEN)) {
    mocked(
      `details opened by ${opening} and closed by ${closing} give the focus to the backup's link`,
      async ({ portal, page }) => {
        await portal.open();
        const link = portal.newest.getByRole("link");
        if (opening === "an address") {
          const id = await link.innerText();
          await page.evaluate((to) => history.replaceState(null, "", to), `#/redmond/backup/backups/${id}`);
        }
        await open(portal, link);
        await expect(detail(page)).toContainText("Started");
        await close(page);
        await expect(detail(page)).toBeHidden();
        await expect(link).toBeFocused();
      },
    );
  }
}

mocked("details opened from a notification give the focus back to the bell", async ({ portal, page }) => {
  await portal.open("?scenario=finishing");
  const bell = page.getByRole("button", { name: /^Notifications/ });
  await expect(portal.run).toContainText("Finishing");
  await portal.control({ jump: { before: "end", leadMs: 0 } });
  await portal.letPass(ALL_POLLED_TWICE);
  await bell.click();
  await page.getByRole("dialog", { name: "Notifications" }).getByRole("link", { name: "Details" }).click();
  await expect(detail(page)).toContainText("Started");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(bell).toBeFocused();
});

mocked(
  "Escape in a pane leaves the question below it open, and the next one answers No",
  async ({ portal, page }) => {
    await portal.open();
    await portal.backupNow.click();
    const question = page.getByRole("alertdialog");
    await expect(question).toBeVisible();
    await page.getByRole("button", { name: "Portal settings" }).click();
    const settings = page.getByRole("dialog", { name: "Portal settings" });
    await expect(settings).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(settings).toBeHidden();
    await expect(question).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();
    // The focus was not in the question, and stays where it was.
    await expect(page.getByRole("button", { name: "Portal settings" })).toBeFocused();
  },
);

mocked("Escape in the menu of more commands leaves the question open", async ({ portal, page }) => {
  await portal.open();
  await portal.backupNow.click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.getByRole("button", { name: "More commands" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toBeHidden();
});

/** The notice's text against its own background, by WCAG's contrast, in the light theme. */
async function expectReadable(notice: Locator): Promise<void> {
  await notice.page().emulateMedia({ colorScheme: "light" });
  await expect(notice).toBeVisible();
  await notice.evaluate((element) => element.setAttribute("data-looked-at", ""));
  const { violations } = await new AxeBuilder({ page: notice.page() })
    .include("[data-looked-at]")
    .withRules(["color-contrast"])
    .analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
}

const PANES: Record<
  string,
  { file: RegExp; open: (portal: Portal) => Promise<void>; pane: string | RegExp }
> = {
  settings: {
    file: /\/SettingsPane-[^/]*\.(js|css)/,
    open: ({ page }) => page.getByRole("button", { name: "Portal settings" }).click(),
    pane: "Portal settings",
  },
  help: {
    file: /\/HelpPane-[^/]*\.(js|css)/,
    open: ({ page }) => page.getByRole("button", { name: "Help" }).click(),
    pane: "Help",
  },
  notifications: {
    file: /\/NotificationsPane-[^/]*\.(js|css)/,
    open: ({ page }) => page.getByRole("button", { name: /^Notifications/ }).click(),
    pane: "Notifications",
  },
  "a backup's details": {
    file: /\/BackupDetailPane-[^/]*\.(js|css)/,
    open: (portal) => portal.newest.getByRole("link").click(),
    pane: /^Backup /,
  },
  prune: {
    file: /\/PrunePane-[^/]*\.(js|css)/,
    open: async ({ page }) => {
      await page.getByRole("button", { name: "More commands" }).click();
      await page.getByRole("menuitem", { name: /^Prune/ }).click();
    },
    pane: "Prune external store",
  },
};

// The production build: the mocked one fetches its parts through a service worker, where no test can stop them.
for (const [name, { file, open, pane }] of Object.entries(PANES)) {
  served(
    `${name}: a pane that cannot be loaded says so, and opens when it is tried again`,
    async ({ portal, page, arm, serve }) => {
      let blocked = 0;
      await page.route(file, (route) => {
        blocked += 1;
        return route.abort();
      });
      await page.goto(await serve([{ id: "redmond", endpoint: (await arm()).origin }]));
      await expect(portal.newest).toBeVisible();
      await open(portal);
      const failure = page
        .getByRole("alert")
        .filter({ hasText: "This part of the page couldn't be loaded." });
      await expect(failure).toBeVisible();
      await expect(failure.getByRole("button", { name: "Reload" })).toBeVisible();
      await failure.getByRole("button", { name: "Try again" }).click();
      await expect.poll(() => blocked).toBeGreaterThan(1);
      await expect(failure).toBeVisible();
      await expectReadable(failure);
      await page.keyboard.press("Escape");
      await expect(failure).toBeHidden();
      await open(portal);
      await expect(failure).toBeVisible();
      await page.unroute(file);
      await failure.getByRole("button", { name: "Try again" }).click();
      const opened = page.getByRole("dialog", { name: pane });
      await expect(opened).toBeVisible();
      await expect(failure).toBeHidden();
      // With its styles, not only its script.
      expect(await opened.evaluate((element) => element.getBoundingClientRect().width)).toBeLessThanOrEqual(
        700,
      );
    },
  );
}
