import { describe, expect, test } from "vitest";
import type { StampHint } from "../domain/stamp.ts";
import { findStamp, type FindOptions, type FindStep } from "./findStamp.ts";
import { empty, json } from "./testing/fakeArm.ts";

const SUBSCRIPTION = "05101daf-f50d-4436-a2ac-495e5c4864c2";
const hint: StampHint = {
  id: "redmond",
  title: null,
  armBase: "/arm/redmond",
  subscriptionId: null,
  region: null,
  apiVersion: null,
  auth: null,
};

const metadata = {
  authentication: {
    loginEndpoint: "https://adfs.redmond.contoso.com/adfs/",
    audiences: ["https://adminmanagement.adfs.contoso.com/x"],
  },
};
const subscriptions = {
  value: [
    { subscriptionId: "1b1", displayName: "Metering Subscription" },
    { subscriptionId: SUBSCRIPTION, displayName: "Default Provider Subscription" },
  ],
};
const locations = { value: [{ name: "redmond", displayName: "Redmond" }] };
const provider = {
  resourceTypes: [{ resourceType: "backupLocations", apiVersions: ["2021-09-01", "2018-09-01"] }],
};

type Answers = Partial<Record<FindStep | "locations", () => Response | Error>>;

/** A stamp that answers as given, and well where nothing is given; what it was asked is kept. */
async function find(answers: Answers = {}, known: Partial<StampHint> = {}, token: string | null = null) {
  const sent: { path: string; authorization: string | null }[] = [];
  const steps: FindStep[] = [];
  const options: FindOptions = {
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : String(input));
      const path = url.pathname.replace("/arm/redmond", "") + url.search;
      sent.push({ path, authorization: new Headers(init?.headers).get("Authorization") });
      const answer = answerTo(path, answers);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    pageUrl: "https://console.example/",
    newRequestId: () => "id",
    token,
    onStep: (step) => steps.push(step),
  };
  const outcome = await findStamp({ ...hint, ...known }, options);
  return { outcome, sent, steps };
}

function answerTo(path: string, answers: Answers): Response | Error {
  if (path.startsWith("/metadata/")) return answers.metadata?.() ?? json(200, metadata);
  if (path.startsWith("/subscriptions?")) return answers.subscription?.() ?? json(200, subscriptions);
  if (path.includes("/locations?")) return answers.region?.() ?? json(200, locations);
  if (path.includes("/backupLocations?")) return answers.locations?.() ?? json(200, { value: [] });
  return answers.apiVersion?.() ?? json(200, provider);
}

describe("a stamp given by its address alone", () => {
  test("is found in four questions", async () => {
    const { outcome, sent, steps } = await find();
    expect(outcome).toEqual({
      kind: "found",
      found: {
        stamp: {
          id: "redmond",
          title: "Redmond",
          armBase: "/arm/redmond",
          subscriptionId: SUBSCRIPTION,
          region: "redmond",
          apiVersion: "2021-09-01",
          auth: { kind: "none" },
        },
        login: {
          provider: "adfs",
          loginEndpoint: "https://adfs.redmond.contoso.com/adfs",
          audience: "https://adminmanagement.adfs.contoso.com/x",
        },
        apiVersionBy: "registration",
      },
    });
    expect(steps).toEqual(["metadata", "subscription", "region", "apiVersion"]);
    expect(sent.map(({ path }) => path)).toEqual([
      "/metadata/endpoints?api-version=2015-01-01",
      "/subscriptions?api-version=2016-05-01",
      `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Subscriptions.Admin/locations?api-version=2015-11-01`,
      `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Backup.Admin?api-version=2016-05-01`,
    ]);
  });

  test("keeps what is given and asks only for the rest", async () => {
    const { outcome, sent } = await find(
      {},
      { title: "East", subscriptionId: "s", region: "east", auth: { kind: "token" } },
    );
    expect(outcome).toMatchObject({
      kind: "found",
      found: {
        stamp: { title: "East", subscriptionId: "s", region: "east", auth: { kind: "token" } },
      },
    });
    expect(sent.map(({ path }) => path.split("?")[0])).toEqual([
      "/metadata/endpoints",
      "/subscriptions/s/providers/Microsoft.Backup.Admin",
    ]);
  });

  test("that wants a token says so, and is found with one; the metadata never gets it", async () => {
    const wants = () => json(401, { error: { code: "AuthenticationFailed", message: "no" } });
    expect((await find({ subscription: wants })).outcome).toMatchObject({
      kind: "signIn",
      refused: false,
      login: { provider: "adfs" },
    });
    expect((await find({ subscription: wants }, {}, "stale")).outcome).toMatchObject({
      kind: "signIn",
      refused: true,
    });
    const { outcome, sent } = await find({}, {}, "token");
    expect(outcome).toMatchObject({ kind: "found", found: { stamp: { auth: { kind: "token" } } } });
    expect(sent.map(({ authorization }) => authorization)).toEqual([
      null,
      "Bearer token",
      "Bearer token",
      "Bearer token",
    ]);
  });

  test("is found without metadata, which a proxy may keep to itself", async () => {
    for (const status of [401, 403, 404]) {
      const { outcome } = await find({ metadata: () => empty(status) });
      expect(outcome).toMatchObject({ kind: "found", found: { login: null } });
    }
    const { outcome } = await find({ metadata: () => json(200, { something: "else" }) });
    expect(outcome).toMatchObject({ kind: "found", found: { login: null } });
  });
});

describe("the api-version", () => {
  const cases: [name: string, answers: Answers, version: string, by: string][] = [
    [
      "listed, old only",
      {
        apiVersion: () =>
          json(200, { resourceTypes: [{ resourceType: "BackupLocations", apiVersions: ["2018-09-01"] }] }),
      },
      "2018-09-01",
      "registration",
    ],
    ["asked where there is no registration", { apiVersion: () => empty(404) }, "2021-09-01", "asking"],
    [
      "asked and refused",
      {
        apiVersion: () => json(200, { resourceTypes: [{ resourceType: 7 }, null] }),
        locations: () => json(400, { error: { code: "NoRegisteredProviderFound", message: "" } }),
      },
      "2018-09-01",
      "asking",
    ],
    [
      "assumed where nobody tells",
      { apiVersion: () => empty(500), locations: () => empty(503) },
      "2018-09-01",
      "assumption",
    ],
  ];
  test.each(cases)("is %s", async (_name, answers, apiVersion, apiVersionBy) => {
    const { outcome } = await find(answers);
    expect(outcome).toMatchObject({ kind: "found", found: { stamp: { apiVersion }, apiVersionBy } });
  });
});

describe("a search that fails names its step, what was asked and what came", () => {
  const cases: [name: string, answers: Answers, step: FindStep, problem: object][] = [
    [
      "no network",
      { metadata: () => new TypeError("secret detail") },
      "metadata",
      { failure: { kind: "offline" } },
    ],
    [
      "a proxy's 502",
      { metadata: () => json(502, {}) },
      "metadata",
      { failure: { kind: "server", status: 502 } },
    ],
    [
      "a web page",
      { metadata: () => new Response("<!doctype html>") },
      "metadata",
      { failure: { kind: "unexpected", code: "HTML" } },
    ],
    ["nothing", { subscription: () => empty(200) }, "subscription", { kind: "unreadable" }],
    ["no list", { subscription: () => json(200, { value: 1 }) }, "subscription", { kind: "unreadable" }],
    [
      "no permission",
      { subscription: () => json(403, { error: { code: "AuthorizationFailed", message: "no" } }) },
      "subscription",
      { failure: { kind: "forbidden", code: "AuthorizationFailed" } },
    ],
    [
      "other subscriptions",
      {
        subscription: () =>
          json(200, { value: [{ subscriptionId: "a", displayName: "Gold" }], nextLink: "/x" }),
      },
      "subscription",
      { kind: "noProviderSubscription", names: ["Gold"], more: true },
    ],
    [
      "no location",
      { region: () => json(200, { value: [null, { name: "" }] }) },
      "region",
      { kind: "noRegion" },
    ],
    ["garbage", { region: () => json(200, [1]) }, "region", { kind: "unreadable" }],
  ];
  test.each(cases)("%s", async (_name, answers, step, problem) => {
    const { outcome } = await find(answers);
    expect(outcome).toMatchObject({ kind: "failed", step, problem });
    if (outcome.kind === "failed") expect(outcome.asked).toMatch(/^\//);
    expect(JSON.stringify(outcome)).not.toContain("secret detail");
  });

  test("an abort is no outcome", async () => {
    const abort = new AbortController();
    abort.abort();
    const asking = findStamp(hint, {
      fetch: (_, init) => Promise.reject(init?.signal?.reason),
      pageUrl: "https://console.example/",
      newRequestId: () => "id",
      token: null,
      signal: abort.signal,
    });
    await expect(asking).rejects.toThrow();
  });
});
