import { expect, test } from "vitest";
import { findBrowser, type Machine } from "./browser.ts";

/** A machine on which `installed` commands start; commands that `run` succeeds with add theirs. */
function machineWith(
  installed: string[],
  settings: Partial<Machine> & { brings?: Readonly<Record<string, string>> } = {},
): Machine & { said: string[] } {
  const said: string[] = [];
  const { brings = {}, ...rest } = settings;
  return {
    env: {},
    playwrightPath: "/cache/chrome",
    canInstallPackages: false,
    output: (command) => (installed.includes(command) ? `Chromium 140 (${command})\n` : undefined),
    run: (command, args) => {
      const brought = brings[[command, ...args].join(" ")];
      if (brought) installed.push(brought);
      return brought !== undefined;
    },
    say: (line) => said.push(line),
    said,
    ...rest,
  };
}

test("CHROMIUM_PATH comes first", () => {
  const machine = machineWith(["/opt/mine", "/cache/chrome", "chromium"], {
    env: { CHROMIUM_PATH: "/opt/mine" },
  });
  expect(findBrowser(machine)).toBe("/opt/mine");
  expect(machine.said).toEqual(["browser: CHROMIUM_PATH=/opt/mine: Chromium 140 (/opt/mine)"]);
});

test("a CHROMIUM_PATH that does not start is said and passed over", () => {
  const machine = machineWith(["/cache/chrome"], { env: { CHROMIUM_PATH: "/opt/gone" } });
  expect(findBrowser(machine)).toBe("/cache/chrome");
  expect(machine.said[0]).toBe("browser: CHROMIUM_PATH=/opt/gone: none that starts");
});

test("then Playwright's own, then a system one", () => {
  expect(findBrowser(machineWith(["/cache/chrome", "chromium"]))).toBe("/cache/chrome");
  expect(findBrowser(machineWith(["google-chrome"]))).toBe("google-chrome");
});

test("then one that Playwright downloads", () => {
  const brings = { "npx playwright install chromium": "/cache/chrome" };
  expect(findBrowser(machineWith([], { brings }))).toBe("/cache/chrome");
});

test("then one that apt-get installs, for root only", () => {
  const brings = { "apt-get update": "nothing", "apt-get install -y chromium": "chromium" };
  expect(findBrowser(machineWith([], { brings, canInstallPackages: true }))).toBe("chromium");
  expect(findBrowser(machineWith([], { brings }))).toBeUndefined();
});

test("every attempt has its line when none works", () => {
  const machine = machineWith([], { canInstallPackages: true });
  expect(findBrowser(machine)).toBeUndefined();
  expect(machine.said).toEqual([
    "browser: CHROMIUM_PATH: not set",
    "browser: Playwright's own: none that starts",
    "browser: system: none that starts",
    "browser: npx playwright install chromium",
    "browser: apt-get update && apt-get install -y chromium",
  ]);
});
