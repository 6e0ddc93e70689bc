// Runs in the page: sent there as source, so that it uses nothing from outside itself but what the page has, Testing
// Library included.
import type * as TestingLibrary from "@testing-library/dom";

declare global {
  interface Window {
    TestingLibraryDom?: typeof TestingLibrary;
    /** Where the next press is to land, and whether it did. */
    aimedAt?: { element: Element | null; isHit: boolean };
  }
}

/** One step on the way to elements: by role and name as assistive technology has them, within what was found before. */
export interface Step {
  role: string;
  /** Accessible name, whole; or a pattern of it. */
  name?: string;
  namePattern?: string;
  /** Text that the element has somewhere. */
  text?: string;
  /** Role of something that must be inside. */
  inner?: string;
  /** Which of them, from 0; -1 is the last. */
  at?: number;
}

/**
 * What a person has of the elements at the end of these steps, in order; hidden ones are not among them. With `aim` they
 * are scrolled into view, and each tells where it can be clicked: null where something else is in front of it. A press
 * that then lands elsewhere, because the page has moved meanwhile, is kept from the page.
 */
export function look(steps: Step[], aim: boolean) {
  const dom = window.TestingLibraryDom;
  if (dom === undefined) return null;
  const words = (element: HTMLElement) => element.innerText.replace(/\s+/g, " ").trim();
  let found = [document.body];
  for (const { role, name, namePattern, text, inner, at } of steps) {
    const wanted = namePattern === undefined ? name : new RegExp(namePattern);
    found = found.flatMap((within) =>
      dom.queryAllByRole(within, role, wanted === undefined ? {} : { name: wanted }),
    );
    if (text !== undefined) found = found.filter((element) => words(element).includes(text));
    if (inner !== undefined) found = found.filter((element) => dom.queryAllByRole(element, inner).length > 0);
    if (at !== undefined) found = found.slice(at, at === -1 ? undefined : at + 1);
  }
  const point = (element: HTMLElement) => {
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const x = Math.round(left + width / 2);
    const y = Math.round(top + height / 2);
    return element.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
  };
  if (aim) {
    if (window.aimedAt === undefined) {
      const guard: NonNullable<Window["aimedAt"]> = { element: null, isHit: false };
      window.aimedAt = guard;
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
        const watch = (event: Event) => {
          if (guard.element === null) return;
          if (type === "pointerdown") guard.isHit = event.composedPath().includes(guard.element);
          if (!guard.isHit) event.stopImmediatePropagation();
          if (!guard.isHit) event.preventDefault();
          if (type === "click") guard.element = null;
        };
        window.addEventListener(type, watch, true);
      }
    }
    window.aimedAt.element = found.length === 1 ? (found[0] ?? null) : null;
    window.aimedAt.isHit = false;
  }
  return found.map((element) => ({
    text: words(element),
    value: "value" in element ? String(element.value) : "",
    isFocused: document.activeElement === element,
    holdsFocus: element.contains(document.activeElement),
    attributes: Object.fromEntries(Array.from(element.attributes, (one) => [one.name, one.value])),
    point: aim ? point(element) : null,
  }));
}
