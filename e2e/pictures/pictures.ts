import type { Page } from "@playwright/test";

/** A picture of the documents, in both themes: `<folder>/<name>-dark.webp` and `-light.webp`. */
export interface Picture {
  name: string;
  /** Beside docs/. */
  folder: "gallery" | "pictures";
  scenario: string;
  /** What else the page's address asks for. */
  query?: string;
  path: string;
  width?: number;
  height?: number;
  /** Text that is on the page once it is ready. */
  ready: string;
  /** What is pressed before it is taken. */
  prepare?: (page: Page) => Promise<void>;
}

const openNewest = async (page: Page) => {
  await page
    .getByRole("grid", { name: "Available backups" })
    .getByRole("rowheader")
    .getByRole("link")
    .first()
    .click();
};

/** Everything that `npm run pictures` takes, but for the animation. */
export const PICTURES: readonly Picture[] = [
  {
    name: "finishing",
    folder: "gallery",
    scenario: "finishing",
    path: "/redmond/backup",
    ready: "Job still running",
  },
  {
    name: "bad-night",
    folder: "gallery",
    scenario: "bad-night",
    path: "/redmond/backup",
    ready: "Open Configuration",
  },
  {
    name: "roles",
    folder: "gallery",
    scenario: "partially-succeeded",
    path: "/redmond/backup",
    ready: "12 of 14 succeeded",
    prepare: async (page) => {
      await openNewest(page);
      await page.getByRole("tab", { name: "Roles" }).click();
    },
  },
  {
    name: "configuration",
    folder: "gallery",
    scenario: "healthy",
    path: "/redmond/backup/configuration",
    ready: "Confirm password",
  },
  {
    name: "history",
    folder: "gallery",
    scenario: "slow-trend",
    path: "/redmond/backup/history",
    ready: "took longer than usual",
  },
  {
    name: "readiness",
    folder: "gallery",
    scenario: "certificate-rotated",
    path: "/redmond/backup/readiness",
    ready: "Private keys to keep",
  },
  {
    name: "record",
    folder: "gallery",
    scenario: "healthy",
    path: "/redmond/backup",
    ready: "SHA-256 of the record's JSON",
    height: 1000,
    prepare: async (page) => {
      await openNewest(page);
      await page.getByRole("dialog").getByRole("link", { name: "Verification record" }).click();
    },
  },
  {
    name: "fleet",
    folder: "gallery",
    scenario: "fleet-40",
    path: "/fleet",
    ready: "Plant 01",
  },
  {
    name: "story",
    folder: "gallery",
    scenario: "healthy",
    query: "story=portal-said-succeeded&step=5",
    path: "",
    ready: "This is the moment at which the portal turns green.",
  },
  {
    name: "phone",
    folder: "gallery",
    scenario: "finishing",
    path: "/redmond/backup",
    width: 390,
    height: 844,
    ready: "Job still running",
  },
];

/** The animation of the README: docs/pictures/run-<theme>.webp, and a still of one of its frames. */
export const ANIMATION = { scenario: "healthy", path: "/redmond/backup", width: 1120, height: 700 } as const;

export const THEMES = ["dark", "light"] as const;
