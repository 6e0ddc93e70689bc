import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Expects the page, as it is now, to be free of WCAG 2.2 AA violations that axe can see. */
export async function expectNoViolations(page: Page): Promise<void> {
  // What fades in or out has too little contrast on its way: no more of it from here on, and the rest to its end.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    // Tabster's focus sentinels are a false positive (hidden and focusable on purpose).
    .exclude("[data-tabster-dummy]")
    .analyze();
  const found = violations.flatMap(({ id, nodes }) => {
    // A row that is scrolled half below the table's header is cut there; its cells are no targets of a pointer.
    const told = nodes.filter(({ html }) => id !== "target-size" || !html.startsWith('<div role="gridcell"'));
    return told.length === 0 ? [] : [`${id}: ${told.map(({ html }) => html).join(" ")}`];
  });
  expect(found).toEqual([]);
}
