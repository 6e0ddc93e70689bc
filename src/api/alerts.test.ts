import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closeAlert, listAlerts } from "./alerts.ts";
import { toAlert } from "./alertWire.ts";
import { toFailure } from "./errors.ts";
import { empty, fakeArm, json, type Answer } from "./testing/fakeArm.ts";

const path =
  "https://adminmanagement.redmond.example/subscriptions/05101DAF-F50D-4436-A2AC-495E5C4864C2/resourceGroups/System.redmond/providers/Microsoft.InfrastructureInsights.Admin/regionHealths/redmond/alerts";

function alertWire(id: string, known: Record<string, unknown> = {}) {
  return {
    id: `/subscriptions/s/alerts/${id}`,
    name: `redmond/${id}`,
    properties: {
      faultTypeId: "AzureStack.BackupController.BackupFailedGeneralFault",
      title: "Backup failed",
      severity: "Critical",
      state: "Active",
      createdTimestamp: "2021-02-26T05:55:51.099Z",
      closedTimestamp: "0001-01-01T00:00:00Z",
      description: [{ text: "It failed.", type: "Text" }],
      remediation: [],
      ...known,
    },
  };
}

const page = (value: unknown[], nextLink: string | null = null) => json(200, { value, nextLink });

async function list(...answers: Answer[]) {
  const { client, sent } = fakeArm(answers, {}, "token");
  const { alerts, incomplete } = await listAlerts(client);
  return { ids: alerts.map(({ id }) => id), incomplete, urls: sent.map(({ url }) => url) };
}

describe("an alert", () => {
  const recorded = "../common/recordings/one-backup-alert.json";

  test.skipIf(!existsSync(recorded))("is read as it was recorded", () => {
    const real: unknown = JSON.parse(readFileSync(recorded, "utf8"));
    // The recording is one page of one alert; a cast, as nothing else of it is looked at here.
    const alert = toAlert((real as { value: unknown[] }).value[0]);
    expect(alert).toMatchObject({
      id: "eca9aaff-92d7-4701-bb7b-5e1c2e840c80",
      title: "Automatic backups are disabled.",
      severity: { kind: "warning" },
      state: "active",
      createdAt: Date.UTC(2021, 1, 26, 5, 55, 51, 99),
      closedAt: null,
      closedBy: null,
      impactedResource: "Infrastructure backup",
    });
    expect(alert?.remediation.map(({ kind }) => kind)).toEqual(["text", "line", "text"]);
  });

  test.each([
    ["operator@contoso.com?api-version=1.0.0", "operator@contoso.com"],
    ["operator@contoso.com", "operator@contoso.com"],
    ["", null],
    ["?api-version=1.0.0", null],
    [7, null],
  ])("closed by %j was closed by %j", (closedByUserAlias, closedBy) => {
    expect(toAlert(alertWire("a", { closedByUserAlias }))?.closedBy).toBe(closedBy);
  });

  test("of an unknown state is not hidden among the closed ones", () => {
    expect(toAlert(alertWire("a", { state: "Suppressed" }))?.state).toBe("active");
    expect(toAlert(alertWire("a", { state: " CLOSED" }))?.state).toBe("closed");
  });

  test("is read from anything or not at all, never with a thrown error (I14)", () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (anything, value) => {
        toAlert(anything);
        toAlert(alertWire("a", { description: value, severity: value, createdTimestamp: value }));
      }),
    );
    expect(toAlert({ name: "..", properties: {} })).toBeNull();
  });
});

describe("the list of alerts", () => {
  test("is one request of its own version, and keeps only those of backup", async () => {
    const other = alertWire("x", {
      faultTypeId: "Other",
      impactedResourceId: "/providers/Microsoft.Fabric.Admin/",
    });
    const { ids, incomplete, urls } = await list(page([other, alertWire("a")]));
    expect([ids, incomplete]).toEqual([["a"], false]);
    expect(urls).toEqual([`${path}?api-version=2016-05-01`]);
  });

  test("is all pages; a next page without a version gets the alerts' own", async () => {
    const { ids, urls } = await list(page([alertWire("a")], `${path}?$skip=1`), page([alertWire("b")]));
    expect(ids.toSorted()).toEqual(["a", "b"]);
    expect(urls[1]).toBe(`${path}?$skip=1&api-version=2016-05-01`);
  });

  test.each([
    ["a foreign next page", [page([alertWire("a")], "https://evil.example/subscriptions/x")], 1],
    ["a page that leads to itself", [page([alertWire("a")], `${path}?api-version=2016-05-01`)], 1],
    ["a further page that fails", [page([alertWire("a")], `${path}?$skip=1`), empty(503)], 2],
    ["an item that is no alert", [page([alertWire("a"), null])], 1],
  ] satisfies [string, Answer[], number][])("says that it is not whole: %s", async (_, answers, requests) => {
    const { ids, incomplete, urls } = await list(...answers);
    expect([ids, incomplete, urls.length]).toEqual([["a"], true, requests]);
  });

  test.each([
    [403, "forbidden"],
    [404, "notFound"],
    [500, "server"],
  ])("raises what a %i means", async (status, kind) => {
    const { client } = fakeArm([empty(status)]);
    const error: unknown = await listAlerts(client).catch((thrown: unknown) => thrown);
    expect(toFailure(error).kind).toBe(kind);
  });

  test("raises when it is no list", async () => {
    await expect(list(json(200, { alerts: [] }))).rejects.toMatchObject({ failure: { code: "NotAlerts" } });
  });
});

describe("closing an alert", () => {
  const alert = { id: "a1", resourceId: "/subscriptions/s/alerts/a1" };

  test("is one PUT in the specification's shape, in the operator's name", async () => {
    const { client, sent } = fakeArm([json(200, alertWire("a1", { state: "Closed" }))], {}, "token");
    expect(await closeAlert(client, alert, "me+you@contoso.com")).toMatchObject({
      id: "a1",
      state: "closed",
    });
    expect(sent).toHaveLength(1);
    expect([sent[0]?.method, sent[0]?.url]).toEqual([
      "PUT",
      `${path}/a1?user=me%2Byou%40contoso.com&api-version=2016-05-01`,
    ]);
    expect(sent[0]?.headers.get("Content-Type")).toBe("application/json");
    expect(sent[0]?.init.body).toBe(
      JSON.stringify({
        id: alert.resourceId,
        name: "a1",
        type: "Microsoft.InfrastructureInsights.Admin/regionHealths/alerts",
        location: "redmond",
        tags: {},
        properties: { state: "Closed", closedByUserAlias: "me+you@contoso.com" },
      }),
    );
  });

  test("is not repeated when it fails", async () => {
    const { client, sent } = fakeArm([empty(503)]);
    await expect(closeAlert(client, alert, "me")).rejects.toMatchObject({ failure: { kind: "server" } });
    expect(sent).toHaveLength(1);
  });
});
