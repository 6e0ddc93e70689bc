import puppeteer, { type KeyInput, type Page } from "puppeteer-core";
import { keysOf, OPERATOR, VIEWPORT, type RunningEngine, type Tab } from "./engine.ts";

/** Starts Firefox, headless, over WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<RunningEngine> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    defaultViewport: VIEWPORT,
    env: { ...process.env, ...OPERATOR },
  });
  return {
    version: (await browser.version()).replace(/^\w+\//, ""),
    newTab: async () => tabOf(await browser.newPage()),
    close: () => browser.close(),
  };
}

function tabOf(page: Page): Tab {
  return {
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: async (keys) => {
      const { modifiers, key } = keysOf(keys);
      for (const modifier of modifiers) await page.keyboard.down(keyInput(modifier));
      await page.keyboard.press(keyInput(key));
      for (const modifier of modifiers.toReversed()) await page.keyboard.up(keyInput(modifier));
    },
    type: (text) => page.keyboard.type(text),
    screenshot: () => page.screenshot(),
    print: () => page.pdf(),
    show: () => page.bringToFront(),
    close: () => page.close(),
  };
}

/** Puppeteer's list of keys is a type; it refuses others when they are pressed. */
function keyInput(key: string): KeyInput {
  // Cast: see above.
  return key as KeyInput;
}
