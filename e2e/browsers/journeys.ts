import assert from "node:assert/strict";
import type { Page } from "./page.ts";

/** What a journey has: a browser's tabs, and the mocked console at an origin that no other journey has used. */
export interface Setting {
  /** With a slash at its end. */
  demo: string;
  newPage: () => Promise<Page>;
  /** Closes what the journey opened on this machine, at its end. */
  defer: (close: () => Promise<unknown>) => void;
}

/** Walks through; the answer is why it could not be walked here, or nothing. */
export type Journey = (setting: Setting) => Promise<string | void>;

const DATE = String.raw`[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d:\d\d\s[AP]M P[SD]T`;

export const mockedJourneys = {
  "seed walk": async ({ demo, newPage }) => {
    const page = await newPage();
    await page.open(demo);
    await page.find("link", "All services").click();
    await page.find("heading", "Administration").isThere();
    await page.find("link", "Infrastructure backup").click();
    await page.find("heading", "Infrastructure backup").isThere();
    await page.find("link", "Configuration").click();
    await page.find("heading", "Configuration").isThere();
    await page.find("textbox", /^Backup storage location/).isThere();

    const headers = await page.list.find("columnheader").texts();
    assert.match(headers.join(), /^Name,Date completed.*,State/);
    await page.newest.find("rowheader").says(/^[0-9a-f-]{36}$/);
    await page.newest.says(new RegExp(`${DATE}.*Succeeded`));
    await page.essentials.says("\\\\fs01.contoso.com\\AzSBackups");
    await page.essentials.says(/1\.94 TB.*Every 12 hours, kept 14 days/);
  },

  "backup now": async ({ demo, newPage }) => {
    const page = await newPage();
    await page.open(`${demo}?speed=60`);
    const before = await page.countRows();
    await page.backupNow.click();
    const question = page.find("alertdialog", "Backup now");
    await question.says("can't be paused or stopped");
    await question.find("button", "Yes").hasFocus();
    await page.tab.press("Enter");
    await page.rows.number(before + 1);
    await page.newest.says(/In progress.*On demand/);
    const name = (await page.newest.find("rowheader").texts()).join();
    const row = page.rows.saying(name);

    await page.control({ jump: { before: "listed", leadMs: 1_000 } });
    await row.says("Finishing");
    await page.run.says("Data is written. The job is still closing");
    const finishing = (await row.texts()).join();
    assert.doesNotMatch(finishing, /Succeeded/);

    await page.control({ jump: { before: "end", leadMs: 1_000 } });
    await row.says("Succeeded");
    await page.run.says(/Succeeded.*confirmed by its job at/);
    await page.backupNow.until(
      "can be pressed again",
      ([one]) => one?.attributes["aria-disabled"] !== "true",
    );
  },

  "reload in mid-run": async ({ demo, newPage }) => {
    const page = await newPage();
    await page.open(demo);
    const before = await page.countRows();
    await page.startBackup();
    await page.newest.says("In progress");
    const name = (await page.newest.find("rowheader").texts()).join();
    await page.control({ jump: { byMs: 5 * 60_000 } });

    await page.tab.reload();
    await page.rows.saying(name).says("In progress");
    await page.newest.find("timer").says(/^5:\d\d/);
    await page.run.says("In progress");
    await page.backupNow.hasAttribute("aria-disabled", "true");
    await page.rows.number(before + 1);
  },

  configuration: async ({ demo, newPage }) => {
    const page = await newPage();
    // The stamp takes a moment over each change, of its own time.
    await page.open(`${demo}?speed=10`);
    await page.find("link", "Configuration").click();
    const frequency = page.find("textbox", /^Backup frequency in hours/);
    await frequency.fill("13");
    const ok = page.find("button", "OK");
    await ok.click();
    await frequency.hasAttribute("aria-invalid", "true");
    await frequency.hasFocus();
    await page.find("region", "Configuration").says("A whole number from 4 to 12.");

    await frequency.fill("8");
    await frequency.until("is valid", ([one]) => one?.attributes["aria-invalid"] !== "true");
    await ok.click();
    await page.find("region", "Configuration").says("Saved.");
    await page.essentials.says("Every 8 hours");
    await page.tab.reload();
    await page.essentials.says("Every 8 hours");
  },

  "sort, filter, keyboard": async ({ demo, newPage }) => {
    const page = await newPage();
    await page.open(`${demo}?scenario=partially-succeeded`);
    await page.countRows();
    const names = await page.rows.find("rowheader").texts();
    const header = (name: string) => page.list.find("columnheader", new RegExp(`^${name}`));
    await header("Name").find("button").click();
    await header("Name").hasAttribute("aria-sort", "ascending");
    assert.deepEqual(await page.rows.find("rowheader").texts(), names.toSorted());
    await page.tab.press("Enter");
    await header("Name").hasAttribute("aria-sort", "descending");

    // Through the table, which is one Tab stop.
    await page.tab.press("ArrowDown");
    await page.newest.find("link").hasFocus();
    await page.tab.press("Control+End");
    await page.rows.at(-1).find("gridcell").at(-1).hasFocus();
    await page.tab.press("Control+Home");
    await page.newest.find("link").hasFocus();
    await page.tab.press("ArrowUp");
    await page.tab.press("ArrowRight");
    await header("Date completed").find("button").hasFocus();
    // From the filters back to where it was. Not by Shift+Tab, which WebKitGTK's driver presses as a key without a name.
    const search = page.find("searchbox", "Filter by name");
    await search.click();
    await search.hasFocus();
    for (let pressed = 0; pressed < 10 && !(await page.list.now())[0]?.holdsFocus; pressed++) {
      await page.tab.press("Tab");
    }
    await header("Date completed").find("button").hasFocus();

    // Through the command bar, another one.
    const commands = page.find("toolbar", "Commands").find("button");
    await commands.at(0).isThere();
    await page.backupNow.click();
    await page.find("alertdialog").isThere();
    await page.tab.press("Escape");
    await page.find("alertdialog").isGone();
    await page.backupNow.hasFocus();
    await page.tab.press("ArrowRight");
    await commands.at(1).hasFocus();

    await search.fill((names[3] ?? "").slice(0, 8));
    await page.rows.number(1);
    await page.addressMatches(/\?name=[0-9a-f]{8}&sort=-name$/);
    await page.tab.reload();
    await page.rows.number(1);
    await page.newest.find("rowheader").says(names[3] ?? "");
    // Out of the table, last of all: nothing comes after it, and Firefox then has its own bars in focus.
    await header("Name").find("button").click();
    await header("Name").find("button").hasFocus();
    await page.tab.press("Tab");
    await page.list.lacksFocus();
  },

  "detail pane": async ({ demo, newPage }) => {
    const page = await newPage();
    await page.open(demo);
    const link = page.newest.find("link");
    const [name = ""] = await link.texts();
    await link.click();
    const pane = page.find("dialog", `Backup ${name}`);
    await pane.says("14 of 14 succeeded");
    await page.addressMatches(new RegExp(`#/redmond/backup/backups/${name}$`));
    await pane.find("tab", "Roles").click();
    await pane.find("tab", "Roles").hasAttribute("aria-selected", "true");
    await pane.find("listitem").at(0).says("Succeeded");
    await pane.find("button", "Close details").click();
    await pane.isGone();
    await link.hasFocus();

    await page.tab.press("Enter");
    await pane.isThere();
    await page.tab.press("Escape");
    await pane.isGone();
    await link.hasFocus();
  },

  "verification record": async ({ demo, newPage }) => {
    const page = await newPage();
    await page.open(demo);
    await page.newest.find("link").click();
    await page.find("dialog").find("link", "Verification record").click();
    const record = page.find("article", "Backup verification record");
    await record.says("Succeeded, verified by the job");
    await record.says(/SHA-256 of the record's JSON: [0-9a-f]{64}/);
    await record.find("textbox", "Checked by").fill("Ann Operator");

    // The browser's own dialog would stop everything.
    await page.tab.evaluate("void (window.print = () => { document.title = 'printed'; })");
    await page.find("button", "Print").click();
    await page.find("button", "Print").isThere();
    assert.equal(await page.tab.evaluate("document.title"), "printed");

    const pdf = await page.tab.print();
    if (pdf !== null) assert.match(Buffer.from(pdf).toString("latin1"), /^%PDF-/);

    // What paper has, on the screen: neither driver can say that the medium is print.
    await page.tab.evaluate(asOnPaper);
    await record.says("Ann Operator");
    await record.find("textbox").isGone();
    await page.find("button", "Print").isGone();
    await page.find("navigation").isGone();
  },
} satisfies Record<string, Journey>;

const asOnPaper = `[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSMediaRule && /^print$/.test(rule.media.mediaText))
  .map((rule) => { rule.media.mediaText = "all"; }).length`;
