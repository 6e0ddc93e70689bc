// `npm run pictures`: takes the pictures of README and docs/gallery.md from the demo in dist-demo/, on a fixed clock.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { findBrowser } from "../browser.ts";
import { NOON } from "../portal.ts";
import { serveDemo } from "../staticHost.ts";
import { ANIMATION, PICTURES, THEMES, type Picture } from "./pictures.ts";
import { animatedWebp, type Frame } from "./webp.ts";

const LARGEST_ANIMATION = 1_000_000;
const PATIENCE_MS = 120_000;

type Theme = (typeof THEMES)[number];

function output(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}

async function openPage(browser: Browser, colorScheme: Theme, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.clock.install({ time: NOON });
  return page;
}

/** What is on the page, as WebP: the browser's own encoder takes it. */
async function shoot(page: Page, encoder: Page): Promise<Uint8Array> {
  const png = (await page.screenshot({ animations: "disabled", caret: "hide" })).toString("base64");
  const encoded = await encoder.evaluate(async (source) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${source}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext("2d", { alpha: false })?.drawImage(picture, 0, 0);
    return canvas.toDataURL("image/webp", 0.86);
  }, png);
  return Buffer.from(encoded.slice(encoded.indexOf(",") + 1), "base64");
}

async function settle(page: Page): Promise<void> {
  // What comes into sight with the next answers, and what is drawn a moment later.
  await page.clock.runFor(2_000);
  await page.waitForLoadState("networkidle");
  await page.clock.runFor(1_000);
}

async function takePicture(browser: Browser, encoder: Page, url: string, picture: Picture): Promise<void> {
  for (const theme of THEMES) {
    const { name, folder, scenario, query, path, width = 1440, height = 900, ready, prepare } = picture;
    const page = await openPage(browser, theme, width, height);
    await page.goto(`${url}?scenario=${scenario}${query ? `&${query}` : ""}${path && `#${path}`}`);
    await prepare?.(page);
    await page.getByText(ready).first().waitFor();
    await settle(page);
    save(`docs/${folder}/${name}-${theme}.webp`, await shoot(page, encoder));
    await page.context().close();
  }
}

async function control(page: Page, command: Record<string, unknown>): Promise<void> {
  await page.evaluate(async (body) => {
    await fetch("arm/_mock", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  }, command);
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
}

/** Backup now, Finishing, Succeeded: one frame per moment, with the still for those who want no motion. */
async function takeAnimation(browser: Browser, encoder: Page, url: string, theme: Theme): Promise<void> {
  const { scenario, path, width, height } = ANIMATION;
  const page = await openPage(browser, theme, width, height);
  const frames: Frame[] = [];
  const take = async (ms: number) => {
    await page.mouse.move(0, 0);
    frames.push({ webp: await shoot(page, encoder), ms });
  };
  const run = page.getByRole("region", { name: "Backup run" });
  const after = async (command: Record<string, unknown>, words: string, ms: number) => {
    await control(page, command);
    for (let turn = 0; turn < 60 && !(await run.getByText(words).first().isVisible()); turn += 1) {
      await page.clock.runFor(2_000);
      await page.waitForLoadState("networkidle");
    }
    await run.getByText(words).first().waitFor();
    await settle(page);
    // The jump in time was the presenter's, so the page is not to be shown as one that fell behind.
    await page.getByRole("button", { name: "Refresh", exact: true }).click();
    await run.getByText("this page is behind").waitFor({ state: "hidden" });
    await settle(page);
    await take(ms);
  };
  await page.goto(`${url}?scenario=${scenario}#${path}`);
  await page.getByText("Protected").first().waitFor();
  await settle(page);
  await take(1_800);
  await page.getByRole("toolbar", { name: "Commands" }).getByRole("button", { name: "Backup now" }).click();
  await page.getByRole("button", { name: "Yes" }).waitFor();
  await take(1_800);
  await page.getByRole("button", { name: "Yes" }).click();
  await after({}, "In progress", 1_200);
  for (const frameMs of [900, 900, 900]) await after({ jump: { byMs: 4 * 60_000 } }, "In progress", frameMs);
  await after({ jump: { before: "listed", leadMs: -60_000 } }, "Job still running", 3_200);
  const still = frames.at(-1);
  await after({ jump: { byMs: 5 * 60_000 } }, "Job still running", 1_600);
  await after({ jump: { before: "end", leadMs: 0 } }, "Job ended", 4_000);
  const animation = animatedWebp(frames, width, height);
  if (animation.length > LARGEST_ANIMATION) throw new Error(`The animation is ${animation.length} bytes`);
  save(`docs/pictures/run-${theme}.webp`, animation);
  if (still) save(`docs/pictures/run-still-${theme}.webp`, still.webp);
  await page.context().close();
}

function save(file: string, bytes: Uint8Array): void {
  writeFileSync(file, bytes);
  // A program of the command line says what it wrote; a repository keeps the size.
  console.log(`${file} ${Math.round(bytes.length / 1024)} KB`);
}

async function main(): Promise<void> {
  if (!existsSync("dist-demo/index.html")) throw new Error("Run npm run build:demo first.");
  const executablePath = findBrowser({
    env: process.env,
    playwrightPath: chromium.executablePath(),
    canInstallPackages: false,
    output,
    run: () => false,
    say: () => {},
  });
  if (executablePath === undefined) throw new Error("No browser: set CHROMIUM_PATH to a Chromium or Chrome.");
  const full = executablePath.includes("/") ? executablePath : output("which", [executablePath])?.trim();
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: full ?? executablePath, args: sandbox });
  const host = await serveDemo("/");
  try {
    const encoder = await browser.newPage();
    const wanted = process.argv.slice(2);
    const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
    if (isWanted("run")) for (const theme of THEMES) await takeAnimation(browser, encoder, host.url, theme);
    for (const picture of PICTURES) {
      if (isWanted(picture.name)) await takePicture(browser, encoder, host.url, picture);
    }
  } finally {
    await browser.close();
    host.close();
  }
}

await main();
