import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import * as v from "valibot";
import type { Tab } from "./engine.ts";
import { look, type Step } from "./inPage.ts";

/** How long a busy machine may take over what the page does at once. */
const PATIENCE_MS = 40_000;

const SeenSchema = v.array(
  v.object({
    text: v.string(),
    value: v.string(),
    isFocused: v.boolean(),
    holdsFocus: v.boolean(),
    attributes: v.record(v.string(), v.string()),
    point: v.nullable(v.object({ x: v.number(), y: v.number() })),
  }),
);

/** An element as a person has it; `point` is where it can be clicked. */
export type Seen = v.InferOutput<typeof SeenSchema>[number];

const testingLibrary = readFileSync(
  createRequire(import.meta.url).resolve("@testing-library/dom/dist/@testing-library/dom.umd.min.js"),
  "utf8",
);

/** A page in a tab, with everything found by role and words. */
export class Page {
  readonly tab: Tab;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  find(role: string, name?: string | RegExp): Elements {
    return new Elements(this.tab, []).find(role, name);
  }

  get list(): Elements {
    return this.find("grid", "Available backups");
  }

  /** Rows of backups, without the header. */
  get rows(): Elements {
    return this.list.find("row").having("rowheader");
  }

  get newest(): Elements {
    return this.rows.at(0);
  }

  get run(): Elements {
    return this.find("region", "Backup run");
  }

  get essentials(): Elements {
    return this.find("region", "Essentials");
  }

  get backupNow(): Elements {
    return this.find("toolbar", "Commands").find("button", "Backup now");
  }

  /** Opens the console and waits for the list's first row. */
  async open(url: string): Promise<void> {
    await this.tab.open(url);
    await this.newest.isThere();
  }

  async startBackup(): Promise<void> {
    await this.backupNow.click();
    await this.find("alertdialog").find("button", "Yes").click();
  }

  /** How many backups are listed, once all are drawn: those out of sight come a moment after the first. */
  async countRows(): Promise<number> {
    const [list] = await this.list.isThere();
    const listed = Number(list?.attributes["aria-rowcount"]) - 1;
    await this.rows.number(listed);
    return listed;
  }

  /** Sends the mocked stamps a command, as the demo's controls do. */
  async control(command: Record<string, unknown>): Promise<void> {
    const init = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(command),
    };
    const status = await this.tab.evaluate(
      `fetch("arm/_mock", ${JSON.stringify(init)}).then((reply) => reply.status)`,
    );
    if (status !== 200) throw new Error(`The mocked stamp answered ${String(status)} to ${init.body}`);
  }

  /** Waits for the address to end in this. */
  async addressMatches(pattern: RegExp): Promise<void> {
    await until(
      () => this.tab.evaluate("location.href"),
      (href) => pattern.test(String(href)),
      (href) => `The address should match ${pattern}; it is ${String(href)}`,
    );
  }
}

/** What the page has under a role and a name, looked up anew at each use. */
export class Elements {
  readonly #tab: Tab;
  readonly #steps: readonly Step[];

  constructor(tab: Tab, steps: readonly Step[]) {
    this.#tab = tab;
    this.#steps = steps;
  }

  find(role: string, name?: string | RegExp): Elements {
    const step: Step = { role };
    if (typeof name === "string") step.name = name;
    else if (name) step.namePattern = name.source;
    return new Elements(this.#tab, [...this.#steps, step]);
  }

  /** Those with this text somewhere. */
  saying(text: string): Elements {
    return this.#narrowed({ text });
  }

  /** Those with something of this role inside. */
  having(inner: string): Elements {
    return this.#narrowed({ inner });
  }

  /** One of them, from 0; -1 is the last. */
  at(index: number): Elements {
    return this.#narrowed({ at: index });
  }

  /** Presses the one element, once it stands still: a pane that slides in would be missed. */
  async click(): Promise<void> {
    let before: Seen["point"] = null;
    const isStill = (seen: Seen[]) => {
      const point = seen.length === 1 ? (seen[0]?.point ?? null) : null;
      const isSame = point !== null && point.x === before?.x && point.y === before.y;
      before = point;
      return isSame;
    };
    for (let tries = 0; tries < 10; tries++) {
      const [only] = await this.until("can be clicked", isStill, true);
      if (only?.point) await this.#tab.clickAt(only.point.x, only.point.y);
      // A page that the press has replaced remembers nothing.
      if ((await this.#tab.evaluate("window.aimedAt?.isHit ?? true")) === true) return;
    }
    throw new Error(`${this.toString()}: moves away from every press`);
  }

  /** Replaces what a field has, as a person does. */
  async fill(text: string): Promise<void> {
    await this.click();
    await this.hasFocus();
    await this.#tab.press("Control+a");
    await this.#tab.type(text);
    await this.until(`holds "${text}"`, ([first]) => first?.value === text);
  }

  isThere(): Promise<Seen[]> {
    return this.until("is there", (seen) => seen.length > 0);
  }

  async isGone(): Promise<void> {
    await this.until("is gone", (seen) => seen.length === 0);
  }

  async number(count: number): Promise<void> {
    await this.until(`is there ${count} times`, (seen) => seen.length === count);
  }

  /** Waits until the one element has this text; answers all of its text. */
  async says(words: string | RegExp): Promise<string> {
    const has = (text: string) => (typeof words === "string" ? text.includes(words) : words.test(text));
    const [only] = await this.until(`says ${words}`, (seen) => seen.length === 1 && has(seen[0]?.text ?? ""));
    return only?.text ?? "";
  }

  async hasFocus(): Promise<void> {
    await this.until("has the focus", ([first]) => first?.isFocused === true);
  }

  /** Waits until the focus is neither on it nor on anything inside. */
  async lacksFocus(): Promise<void> {
    await this.until("lacks the focus", ([first]) => first?.holdsFocus === false);
  }

  async hasAttribute(name: string, value: string): Promise<void> {
    await this.until(`has ${name} ${value}`, ([first]) => first?.attributes[name] === value);
  }

  async texts(): Promise<string[]> {
    return (await this.isThere()).map(({ text }) => text);
  }

  /** What is there now, without waiting. */
  async now(aim = false): Promise<Seen[]> {
    const expression = `(${look.toString()})(${JSON.stringify(this.#steps)}, ${aim})`;
    let seen = await this.#tab.evaluate(expression);
    if (seen === null) {
      await this.#tab.evaluate(
        `(() => { (function () { ${testingLibrary} }).call(window); return true; })()`,
      );
      seen = await this.#tab.evaluate(expression);
    }
    return v.parse(SeenSchema, seen);
  }

  /** Waits until `isSo` of what is there. */
  until(what: string, isSo: (seen: Seen[]) => boolean, aim = false): Promise<Seen[]> {
    return until(
      () => this.now(aim),
      isSo,
      (seen) => `${this.toString()}: "${what}" does not come true; ${describe(seen)}`,
    );
  }

  toString(): string {
    return this.#steps.map((step) => Object.values(step).join(" ")).join(" › ");
  }

  #narrowed(more: Partial<Step>): Elements {
    const last = this.#steps.at(-1);
    if (last === undefined) throw new Error("Nothing was found that could be narrowed");
    return new Elements(this.#tab, [...this.#steps.slice(0, -1), { ...last, ...more }]);
  }
}

function describe(seen: Seen[] | undefined): string {
  if (seen === undefined) return "the page could not be looked at";
  if (seen.length === 0) return "nothing is there";
  return `there is ${seen
    .map(({ text, value }) => JSON.stringify(text || value))
    .join(", ")
    .slice(0, 500)}`;
}

/** Looks until what is seen is as it should be. A page that is just being replaced has nothing to see. */
async function until<T>(
  see: () => Promise<T>,
  isSo: (seen: T) => boolean,
  say: (seen: T | undefined) => string,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  let last: T | undefined;
  let trouble: unknown;
  do {
    try {
      last = await see();
      trouble = undefined;
      if (isSo(last)) return last;
    } catch (error) {
      trouble = error;
    }
    await wait(50);
  } while (Date.now() < end);
  throw new Error(trouble === undefined ? say(last) : `${say(last)} at last, before the browser failed`, {
    cause: trouble,
  });
}
