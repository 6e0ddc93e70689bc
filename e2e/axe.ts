import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Parts of a table's row, as axe prints them, which cuts long attributes short. */
const ROW_PARTS = /^<(?:div role="gridcell"|a [^>]*href="#\/\w+\/backup\/bac)/;

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
    // A row that is scrolled half below the table's header is cut there, with its cells and its link to a backup.
    const isCutRow = (html: string) => id === "target-size" && ROW_PARTS.test(html);
    const reported = nodes.filter(({ html }) => !isCutRow(html));
    return reported.length === 0 ? [] : [`${id}: ${reported.map(({ html }) => html).join(" ")}`];
  });
  expect(found).toEqual([]);
}
