import { expect, test } from "vitest";
import { askAudience } from "./metadata.ts";
import { empty, fakeArm, json } from "./testing/fakeArm.ts";

const AUDIENCE = "https://adminmanagement.contoso.onmicrosoft.com/4de154de";
const endpoints = (audiences: unknown) => json(200, { authentication: { loginEndpoint: "x", audiences } });

test.each([
  [endpoints([AUDIENCE, "https://other"]), AUDIENCE],
  [endpoints([]), null],
  [endpoints(["two\nlines"]), null],
  [endpoints("text"), null],
  [endpoints(["https://x/’; calc"]), null],
  [json(200, {}), null],
])("the stamp's audience: case %#", async (answer, audience) => {
  const { client, sent } = fakeArm([answer], { auth: { kind: "token" } }, "token");
  expect(await askAudience(client)).toBe(audience);
  expect(sent[0]?.headers.has("Authorization")).toBe(false);
});

test("a stamp that does not answer raises", async () => {
  const { client } = fakeArm([empty(404)]);
  await expect(askAudience(client)).rejects.toMatchObject({ failure: { kind: "notFound" } });
});
