import { describe, expect, test } from "vitest";
import { reconcile } from "../domain/backupState.ts";
import { listed } from "../domain/testing/fixtures.ts";
import { verificationRecord } from "../domain/verificationRecord.ts";
import { fetchReportedStates } from "./reportedStates.ts";
import { fakeArm, locationPath, type Answer } from "./testing/fakeArm.ts";
import { haveRecordings, recorded } from "./testing/recordings.ts";

const ID = "69ebefe9-7b1b-414a-99ad-49edf061d845";
const NOW = Date.UTC(2026, 10, 24, 12);
const DATE = "Tue, 24 Nov 2026 12:00:07 GMT";

function backup(status: string, id: string = ID): object {
  return { id: `/x/${id}`, name: `redmond/${id}`, properties: { backupInfo: { status } } };
}

function reply(status: number, body: object | null, headers: Record<string, string> = {}): Response {
  return new Response(body && JSON.stringify(body), {
    status,
    headers: { Date: DATE, "x-ms-request-id": "r1", ...headers },
  });
}

/** What both say; the list is asked first. */
async function ask(list: Answer, job: Answer) {
  const { client, sent } = fakeArm([list, job]);
  return { ...(await fetchReportedStates(client, ID, () => NOW)), sent };
}

const listedWell = () => reply(200, backup("Succeeded"));

test("asks the backup and its operation once each", async () => {
  const { sent } = await ask(listedWell(), reply(202, null));
  expect(sent.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
    `GET ${locationPath}/backups/${ID}`,
    `GET ${locationPath}/operationResults/${ID}`,
  ]);
});

describe("the list's side", () => {
  test("is a backup with the request id and the stamp's own time", async () => {
    const { list } = await ask(listedWell(), reply(202, null));
    expect(list).toMatchObject({ kind: "backup", requestId: "r1", at: Date.parse(DATE), backup: { id: ID } });
  });

  test.each([
    ["a 404", reply(404, { error: { code: "NotFound" } }), "gone"],
    ["an error", reply(503, null), "noAnswer"],
    ["no connection", new Error("down"), "noAnswer"],
    ["another backup", reply(200, backup("Succeeded", "other")), "noAnswer"],
    ["no backup at all", reply(200, {}), "noAnswer"],
  ])("%s is %s", async (_, answer, kind) => {
    expect((await ask(answer, reply(202, null))).list).toMatchObject({ kind });
  });
});

describe("the job's side", () => {
  const failed = {
    properties: { provisioningState: "Failed" },
    error: { code: "Full", message: "The share is full." },
  };
  test.each([
    ["202", reply(202, null), "running"],
    ["200 and Succeeded", reply(200, backup("Succeeded")), "ended"],
    ["200 and Failed", reply(200, backup("Failed")), "ended"],
    ["200 and Running", reply(200, backup("Running")), "running"],
    ["200 and a word nobody knows", reply(200, backup("Sealing")), "running"],
    ["an empty 200", reply(200, null), "noAnswer"],
    ["the failed operation's 500", reply(500, failed), "failed"],
    ["the same as 200", reply(200, failed), "failed"],
    ["a plain 500", reply(500, null), "noAnswer"],
    ["404", reply(404, null), "gone"],
    ["401", reply(401, null), "noAnswer"],
  ])("%s is %s", async (_, answer, kind) => {
    expect((await ask(listedWell(), answer)).job).toMatchObject({ kind, requestId: "r1" });
  });

  test("an answer whose headers cannot be read is dated by the stamp's clock as the page knows it", async () => {
    const bare = new Response(JSON.stringify(backup("Succeeded")));
    expect((await ask(listedWell(), bare)).job).toMatchObject({ kind: "ended", at: NOW, requestId: null });
  });
});

const skipped = haveRecordings ? "" : " (skipped: ../shared/recordings is not there)";

test.skipIf(!haveRecordings)(
  `a recorded end gives a record of the recorded words, times and request id${skipped}`,
  async () => {
    const exchange = recorded("Start-AzsBackup").findLast(
      ({ method, status }) => method === "GET" && status === 200,
    );
    if (!exchange) throw new Error("No end was recorded");
    const answer = () => new Response(exchange.content, { status: 200, headers: exchange.headers });
    const { client } = fakeArm([answer(), answer()], { armBase: "https://management.azure.com" });
    const { list, job } = await fetchReportedStates(
      client,
      "08b92613-837a-43cd-86b5-1212ef954384",
      () => NOW,
    );
    expect(job).toMatchObject({
      kind: "ended",
      at: Date.parse("2020-03-04T12:23:47Z"),
      requestId: new Headers(exchange.headers).get("x-ms-request-id"),
      backup: { completedAt: Date.parse("2020-03-04T12:22:18.788Z"), status: { kind: "succeeded" } },
    });
    const [row] = reconcile(list.kind === "backup" ? listed(list.backup) : [], [], NOW);
    if (!row) throw new Error("No row");
    const stampFacts = { title: "Redmond", region: "redmond", subscriptionId: "s" };
    const typed = { checkedBy: "", note: "", checkedAt: NOW, consoleVersion: "0.2.0" };
    const record = verificationRecord({ stamp: stampFacts, row, list, job, location: null, ...typed });
    expect(record).toMatchObject({
      verdict: "verified",
      backup: {
        id: "08b92613-837a-43cd-86b5-1212ef954384",
        startedAt: "2020-03-04T12:15:43.442Z",
        dataWrittenAt: "2020-03-04T12:22:18.788Z",
        trigger: "onDemand",
      },
      job: { word: "Succeeded", answeredAt: "2020-03-04T12:23:47.000Z" },
    });
    expect(JSON.stringify(record)).not.toMatch(/EncryptionKey/i);
  },
);
