import type { Place } from "./story.ts";

/** Elements of a role, as this console writes them. */
const ELEMENTS: Record<string, string> = {
  article: "article",
  button: "button, [role=button]",
  checkbox: "input[type=checkbox]",
  group: "fieldset, [role=group]",
  link: "a[href]",
  listitem: "li",
  region: "section[aria-label], section[aria-labelledby], [role=region]",
};

/** The first visible element of the page that a story means, the demo's own controls left out; null where there is none. */
export function findPlace({ role, name, within }: Place): HTMLElement | null {
  const root = within ? findPlace(within) : document.body;
  const found = root?.querySelectorAll<HTMLElement>(ELEMENTS[role] ?? `[role=${role}]`) ?? [];
  return [...found].find((element) => isShown(element) && nameOf(element).includes(name)) ?? null;
}

/** The field with that label. */
export function findField(label: string): HTMLInputElement | null {
  const labels = [...document.querySelectorAll("label")];
  const field = labels.find(({ textContent }) => plain(textContent).replace(/\*$/, "") === label)?.control;
  return field instanceof HTMLInputElement ? field : null;
}

/** Types a text into a field as a person would; React hears of it by the event alone. */
export function fill(field: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Whether the element shows all these texts. */
export function placeShows(place: Place, words: readonly string[]): boolean {
  const text = plain(findPlace(place)?.innerText ?? "");
  return words.every((word) => text.includes(word));
}

function isShown(element: HTMLElement): boolean {
  return element.closest("[data-demo]") === null && element.getClientRects().length > 0;
}

function nameOf(element: HTMLElement): string {
  const labelledBy = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const labels = labelledBy.map((id) => document.getElementById(id)?.textContent ?? "");
  return plain(element.getAttribute("aria-label") ?? (labels.join(" ") || element.textContent));
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
