/** A tab of a browser: the little that both drivers do in their own way. Everything else is written once, over this. */
export interface Tab {
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Value of an expression in the page, a promise's too; whatever JSON can say. */
  evaluate(expression: string): Promise<unknown>;
  /** A press of the left button at a point of the viewport, in CSS pixels. */
  clickAt(x: number, y: number): Promise<void>;
  /** A key by the name that KeyboardEvent has for it, with modifiers before it: "Enter", "Control+Home". */
  press(keys: string): Promise<void>;
  type(text: string): Promise<void>;
  /** What the tab shows, as PNG. */
  screenshot(): Promise<Uint8Array>;
  /** The page as the browser prints it, as PDF; null where its driver cannot print. */
  print(): Promise<Uint8Array | null>;
  /** Brings the tab to the front. */
  show(): Promise<void>;
  close(): Promise<void>;
}

/** A browser that runs. */
export interface RunningEngine {
  /** As the browser itself says: "153.7.0". */
  version: string;
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** Size of every page, in CSS pixels: all five columns of the table have their place. */
export const VIEWPORT = { width: 1440, height: 900 };

/** Environment of both browsers: an operator's zone and language, whatever the machine has. */
export const OPERATOR = { TZ: "America/Los_Angeles", LANGUAGE: "en_US", LC_ALL: "en_US.UTF-8" };

/** The parts of "Control+Shift+End": modifiers, and the key itself. */
export function keysOf(keys: string): { modifiers: string[]; key: string } {
  const parts = keys.split("+");
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? "" };
}
