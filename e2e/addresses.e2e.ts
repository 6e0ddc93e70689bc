import { expect, test } from "./portal.ts";
import { test as served } from "./servedStamps.ts";

// Names that an address must carry unharmed, and addresses that name nothing.

for (const name of ["a?b=c", "%3f", "50%", "b#c", "100%25 é"]) {
  served(
    `details of a backup named ${name} open from the list and from their address`,
    async ({ portal, page, arm, serve }) => {
      const backup = {
        id: "x",
        name: `redmond/${name}`,
        type: "Microsoft.Backup.Admin/backupLocations/backups",
        location: "redmond",
        properties: {
          backupInfo: {
            backupId: name,
            status: "Succeeded",
            createdDateTime: "2026-11-22T18:00:00Z",
            timeTakenToCreate: "PT20M",
          },
        },
      };
      const asked: string[] = [];
      await page.route(/\/backups[/?]/, (route) => {
        const { pathname } = new URL(route.request().url());
        asked.push(pathname);
        return route.fulfill({ json: pathname.endsWith("/backups") ? { value: [backup] } : backup });
      });
      await page.goto(await serve([{ id: "redmond", endpoint: (await arm()).origin }]));
      await portal.newest.getByRole("link").click();
      const pane = page.getByRole("dialog", { name: `Backup ${name}`, exact: true });
      await expect(pane).toContainText("Started");
      await pane.getByRole("tab", { name: "JSON" }).click();
      await expect(pane.getByRole("region", { name: "JSON" })).toContainText(`redmond/${name}`);
      expect(asked.some((path) => path.endsWith(`/backups/${encodeURIComponent(name)}`))).toBe(true);
      await page.reload();
      await expect(pane.getByRole("region", { name: "JSON" })).toContainText(`redmond/${name}`);
      await page.keyboard.press("Escape");
      await expect(pane).toBeHidden();
      await expect(portal.newest.getByRole("link")).toBeFocused();
    },
  );
}

for (const hash of ["#/%0d%0a", "#/%E0%A4%A", "#/redmond/%0a", "#/redmond/backup%0a", "#//", "#/%2F"]) {
  test(`${hash} names nothing and opens the blade`, async ({ portal, page }) => {
    await portal.open("", hash);
    await expect(portal.newest).toContainText("Succeeded");
    await expect(page).toHaveURL(/#\/redmond\/backup$/);
  });
}

test("an address below the blade that names nothing shows the blade", async ({ portal }) => {
  await portal.open("", "#/redmond/backup/%0d%0a");
  await expect(portal.newest).toContainText("Succeeded");
});
