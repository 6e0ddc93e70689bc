import type { Locator, Page } from "@playwright/test";
import { STORIES } from "../mocks/stories/stories.ts";
import type { Place } from "../mocks/stories/story.ts";
import { expectNoViolations } from "./axe.ts";
import { expect, test } from "./portal.ts";

test.use({ viewport: { width: 1440, height: 900 } });

// A modal pane hides all else from assistive technology, the presenter's notes included; the keys still work.
const player = (page: Page) =>
  page.getByRole("region", { name: "Guided demo", exact: true, includeHidden: true });

function located(page: Page, { role, name, within }: Place): Locator {
  return (within ? located(page, within) : page).getByRole(role, { name }).first();
}

async function atStep(page: Page, storyId: string, step: number): Promise<void> {
  const story = STORIES.find(({ id }) => id === storyId);
  const shown = story?.steps[step];
  if (!story || !shown) throw new Error(`${storyId} has no step ${step}`);
  await expect(player(page)).toContainText(`Step ${step + 1} of ${story.steps.length}`, {
    timeout: 45_000,
  });
  await expect(player(page).getByText(shown.title, { exact: true })).toBeVisible();
  await expect(player(page)).toHaveAttribute("aria-busy", "false", { timeout: 45_000 });
  const place = located(page, shown.point);
  for (const words of shown.shows) await expect(place).toContainText(words);
  // The frame stands around the place, which stays in sight and can be clicked.
  const frame = page.getByTestId("story-frame");
  await expect(frame).toBeVisible();
  await expect(place).toBeInViewport();
}

for (const story of STORIES) {
  test(`the page keeps what every step of "${story.title}" promises`, async ({ page, portal }) => {
    expect(story.steps.length).toBeGreaterThanOrEqual(5);
    expect(story.steps.length).toBeLessThanOrEqual(8);
    await portal.open();
    await page.getByRole("button", { name: "Demo controls", exact: true }).click();
    await page.getByRole("button", { name: `Play: ${story.title}` }).click();
    for (let step = 0; step < story.steps.length; step += 1) {
      if (step > 0) await page.keyboard.press(step % 2 === 0 ? "PageDown" : "ArrowRight");
      await atStep(page, story.id, step);
    }
    await expect(player(page).getByRole("button", { name: "Next" })).toHaveAttribute("aria-disabled", "true");
  });
}

test("a link opens a story at a step; back plays it anew; leaving and resuming keep the step", async ({
  page,
}) => {
  const id = "portal-said-succeeded";
  await page.goto(`./?story=${id}&step=5`);
  await atStep(page, id, 4);
  await expect(page).toHaveURL(/scenario=healthy&story=portal-said-succeeded&step=5/);
  // A reload stays where it is.
  await page.reload();
  await atStep(page, id, 4);
  await page.keyboard.press("ArrowRight");
  await atStep(page, id, 5);
  // Nothing was done between these two.
  await page.keyboard.press("ArrowLeft");
  await atStep(page, id, 4);
  await page.keyboard.press("ArrowLeft");
  await atStep(page, id, 3);
  await player(page).getByRole("button", { name: "Leave the story" }).click();
  await expect(player(page)).toBeHidden();
  await expect(page.getByTestId("story-frame")).toBeHidden();
  await page.getByRole("button", { name: "Resume at step 4: The portal said Succeeded" }).click();
  await atStep(page, id, 3);
});

test("the controls show the speed that a story sets", async ({ page }) => {
  await page.goto("./?story=monday-morning&step=6");
  await atStep(page, "monday-morning", 5);
  await expect(page.getByLabel("Speed")).toHaveValue("1");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("Speed")).toHaveValue("60");
});

test("notes in a second window follow the story and lead it", async ({ page }) => {
  const id = "show-it-to-the-auditor";
  await page.goto(`./?story=${id}&step=1`);
  await atStep(page, id, 0);
  const popup = page.waitForEvent("popup");
  await player(page).getByRole("button", { name: "Notes in a window" }).click();
  const notes = await popup;
  await expect(notes.getByRole("heading", { name: "Are you protected?" })).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(notes.getByRole("heading", { name: "What was kept" })).toBeVisible();
  await atStep(page, id, 1);
  await notes.keyboard.press("PageDown");
  await expect(notes.getByRole("heading", { name: "Figures with their basis" })).toBeVisible();
  await atStep(page, id, 2);
  await player(page).getByRole("button", { name: "Leave the story" }).click();
  await expect(notes.getByText("Play a story in the demo.")).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("a story, the notes in their window, and the controls are free of axe violations", async ({
      page,
    }) => {
      await page.goto("./?story=portal-said-succeeded&step=2");
      await atStep(page, "portal-said-succeeded", 1);
      await expectNoViolations(page);
      const popup = page.waitForEvent("popup");
      await player(page).getByRole("button", { name: "Notes in a window" }).click();
      const notes = await popup;
      await expect(notes.getByRole("heading", { name: "Backup now asks first" })).toBeVisible();
      await expectNoViolations(notes);
      await notes.close();
      await player(page).getByRole("button", { name: "Leave the story" }).click();
      await expect(page.getByRole("button", { name: /^Resume at step 2/ })).toBeVisible();
      await expectNoViolations(page);
    });
  });
}
