import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { Builder, Key, Origin, type WebDriver } from "selenium-webdriver";
import { freePort } from "../machine.ts";
import { keysOf, OPERATOR, VIEWPORT, type RunningEngine, type Tab } from "./engine.ts";

export interface WebKitCommands {
  driver: string;
  /** WebKitGTK's own small browser, which the driver starts. */
  miniBrowser: string;
  xvfb: string;
}

/** What MiniBrowser's own bars take of a window, about. */
const CHROME_HEIGHT = 80;

/** Starts WebKitGTK's MiniBrowser on a display of its own, driven by WebDriver. */
export async function startWebKit(commands: WebKitCommands): Promise<RunningEngine> {
  const processes: ChildProcess[] = [];
  process.once("exit", () => processes.map((child) => child.kill()));
  const end = async () => {
    for (const child of processes.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, "exit");
    }
  };
  try {
    const screen = `${VIEWPORT.width}x${VIEWPORT.height + 2 * CHROME_HEIGHT}x24`;
    const xvfb = spawn(commands.xvfb, ["-displayfd", "3", "-screen", "0", screen, "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    processes.push(xvfb);
    // Of our own making four lines above: a pipe to read from.
    const display = await firstLine(xvfb.stdio[3] as Readable);

    const port = await freePort();
    // Without compositing: its thread now and then crashes in the software renderer, and takes the browser with it.
    const driverProcess = spawn(commands.driver, [`--port=${port}`], {
      env: { ...process.env, ...OPERATOR, DISPLAY: `:${display}`, WEBKIT_DISABLE_COMPOSITING_MODE: "1" },
      stdio: "ignore",
    });
    processes.push(driverProcess);
    const driver = await connect(`http://127.0.0.1:${port}`, commands.miniBrowser);
    return {
      version: String((await driver.getCapabilities()).get("browserVersion")),
      newTab: () => newTab(driver),
      close: async () => {
        await driver.quit().catch(() => undefined);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line.trim();
  throw new Error("Xvfb ended without naming its display");
}

/** The driver listens a moment after its start; until then connections are refused. */
async function connect(url: string, binary: string): Promise<WebDriver> {
  const options = { binary, args: ["--automation"] };
  const capabilities = { browserName: "MiniBrowser", "webkitgtk:browserOptions": options };
  for (let attempt = 0; ; attempt++) {
    try {
      return await new Builder().usingServer(url).withCapabilities(capabilities).build();
    } catch (error) {
      if (attempt === 50 || !String(error).includes("ECONNREFUSED")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function newTab(driver: WebDriver): Promise<Tab> {
  // A window of its own, since nothing can be clicked in a tab that the driver opens behind another one. The session's
  // first window stays: the browser ends with its last one.
  await driver.switchTo().newWindow("window");
  await driver
    .manage()
    .window()
    .setRect({ x: 0, y: 0, width: VIEWPORT.width, height: VIEWPORT.height + CHROME_HEIGHT });
  const handle = await driver.getWindowHandle();
  // The driver has one tab at a time; whoever asks another one changes to it first.
  const here = async () => {
    await driver.switchTo().window(handle);
    return driver;
  };
  return {
    open: async (url) => (await here()).get(url),
    reload: async () => (await here()).navigate().refresh(),
    evaluate: async (expression) => (await here()).executeScript(`return ${expression}`),
    clickAt: async (x, y) =>
      (await here())
        .actions()
        .move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT })
        .click()
        .perform(),
    press: async (keys) => {
      const { modifiers, key } = keysOf(keys);
      const actions = (await here()).actions();
      for (const modifier of modifiers) actions.keyDown(codeOf(modifier));
      actions.sendKeys(codeOf(key));
      for (const modifier of modifiers.toReversed()) actions.keyUp(codeOf(modifier));
      await actions.perform();
    },
    type: async (text) => (await here()).actions().sendKeys(text).perform(),
    screenshot: async () => Buffer.from(await (await here()).takeScreenshot(), "base64"),
    // WebKitWebDriver has no print command.
    print: () => Promise.resolve(null),
    show: async () => void (await here()),
    close: async () => {
      await (await here()).close();
      const [first] = await driver.getAllWindowHandles();
      if (first !== undefined) await driver.switchTo().window(first);
    },
  };
}

const CODES: Readonly<Record<string, string>> = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  Control: Key.CONTROL,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  Shift: Key.SHIFT,
  Space: Key.SPACE,
  Tab: Key.TAB,
};

/** What WebDriver calls a key; a character is its own code. */
function codeOf(key: string): string {
  const code = CODES[key] ?? (key.length === 1 ? key : undefined);
  if (code === undefined) throw new Error(`No code is known for the key ${key}`);
  return code;
}
