import assert from "node:assert/strict";
import { createMockArmServer } from "../../mocks/adapters/http.ts";
import { addFault } from "../../mocks/sim/faults.ts";
import { missingRecordings } from "../recorded-stamp/recordings.ts";
import { createRecordedStamp, RECORDED_STAMP } from "../recorded-stamp/server.ts";
import { startStampApp } from "../stampApp.ts";
import type { Journey } from "./journeys.ts";

/** The backup whose start, run and end were recorded. */
const BACKUP_ID = "08b92613-837a-43cd-86b5-1212ef954384";

/** Journeys of the production build, in front of stamps on loopback. */
export const productionJourneys = {
  "two tabs": async ({ newPage, defer }) => {
    const { server, store } = createMockArmServer();
    let posts = 0;
    server.on("request", ({ method }) => {
      if (method === "POST") posts++;
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    defer(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const app = await startStampApp({ stamps: [{ endpoint: `http://127.0.0.1:${port}` }] });
    defer(() => app.close());
    // Long enough for the second tab to be asked while the first one's request is under way.
    store.update((world) =>
      addFault(world, world.stamps[0]?.id ?? "", { kind: "delay", ms: 3_000, method: "POST" }),
    );

    const first = await newPage();
    await first.open(app.url);
    const before = await first.countRows();
    const second = await newPage();
    await second.open(app.url);
    await second.backupNow.click();
    await second.find("alertdialog").find("button", "Yes").isThere();
    await first.tab.show();
    await first.startBackup();
    await second.tab.show();
    const yes = second.find("alertdialog").find("button", "Yes");
    // Where the other tab's start has already been heard of, the question is gone.
    if ((await yes.now()).length > 0) await yes.click();

    for (const page of [second, first]) {
      await page.tab.show();
      await page.run.says("In progress");
      await page.rows.number(before + 1);
      await page.backupNow.hasAttribute("aria-disabled", "true");
    }
    assert.equal(posts, 1, `The stamp was asked to start ${posts} backups`);
  },

  "recorded stamp": async ({ newPage, defer }) => {
    const missing = missingRecordings();
    if (missing !== undefined) return missing;
    const stamp = createRecordedStamp();
    const endpoint = await stamp.listen(0);
    defer(() => stamp.close());
    const app = await startStampApp({ stamps: [{ ...RECORDED_STAMP, endpoint, auth: { kind: "none" } }] });
    defer(() => app.close());

    const page = await newPage();
    await page.open(app.url);
    await page.rows.number(3);
    await page.newest.says(/69ebefe9.*Mar 4, 2020, 4:42:50\sAM PST.*Succeeded/);
    await page.essentials.says(/SU1_Infrastructure_1.*1\.00 TB/);

    const row = page.rows.saying(BACKUP_ID);
    await row.says("Succeeded");
    await page.startBackup();
    await row.says("Finishing");
    await page.run.says("Data is written. The job is still closing");
    // Another console that asks takes recorded answers too, one each: the page need not wait for all seven.
    const post = stamp.requests.find(({ method }) => method === "POST")?.path ?? "";
    const poll = endpoint + post.replace("createBackup", `operationResults/${BACKUP_ID}`);
    for (let asked = 0; asked < 6; asked++) await (await fetch(poll)).arrayBuffer();
    await row.says("Succeeded");
    assert.equal(stamp.requests.filter(({ method }) => method === "POST").length, 1);
    return;
  },
} satisfies Record<string, Journey>;
