import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toApiVersion, toLogin, toRegions, toSubscriptions } from "./findStampWire.ts";

const login = (loginEndpoint: unknown, audiences: unknown = ["a", "b"]) =>
  toLogin({ authentication: { loginEndpoint, audiences } });

describe("sign-in", () => {
  test("is AD FS where the endpoint ends in /adfs, its slash aside; else Entra", () => {
    expect(login("https://adfs.east.contoso.com/adfs/")).toEqual({
      provider: "adfs",
      loginEndpoint: "https://adfs.east.contoso.com/adfs",
      audience: "a",
    });
    expect(login("https://adfs.east.contoso.com/ADFS")?.provider).toBe("adfs");
    expect(login("https://login.microsoftonline.com/")?.provider).toBe("entra");
    expect(login("https://adfs.east.contoso.com/adfs/oauth2")?.provider).toBe("entra");
  });

  test("is not said where it is missing, or nothing to send anybody to", () => {
    for (const endpoint of [null, 5, "", "javascript:alert(1)", "http://login", "https://a@b/adfs", "adfs"]) {
      expect(login(endpoint)).toBeNull();
    }
    expect(login("https://login.example", "none")?.audience).toBeNull();
    expect(login("https://login.example", [7])?.audience).toBeNull();
  });
});

describe("the Default Provider Subscription", () => {
  const rows = (...value: unknown[]) => toSubscriptions({ value });
  test("is found by its name, whatever stands beside it", () => {
    expect(
      rows(
        null,
        5,
        { subscriptionId: 1 },
        { subscriptionId: "a" },
        { subscriptionId: "s", displayName: " Default Provider Subscription " },
      ),
    ).toEqual({ providerSubscription: "s", names: ["a", "Default Provider Subscription"], more: false });
  });

  test("with an id that would leave its place in a path is none", () => {
    for (const subscriptionId of ["../x", "a/b", "a?b", "", "..", "a b"]) {
      expect(
        rows({ subscriptionId, displayName: "Default Provider Subscription" })?.providerSubscription,
      ).toBeNull();
    }
  });
});

test("a region is the first that can be read, with its display name where it has one", () => {
  expect(
    toRegions({ value: [{}, { name: "a/b" }, { name: "east", displayName: "" }, { name: "west" }] }),
  ).toEqual([
    { region: "east", title: "east" },
    { region: "west", title: "west" },
  ]);
});

test("whatever a stamp answers, reading it neither throws nor inherits", () => {
  const readers = [toLogin, toSubscriptions, toRegions, toApiVersion];
  const near = fc.record({
    value: fc.oneof(
      fc.jsonValue(),
      fc.array(
        fc.dictionary(fc.constantFrom("subscriptionId", "displayName", "name", "__proto__"), fc.jsonValue()),
      ),
    ),
    authentication: fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom("loginEndpoint", "audiences"), fc.jsonValue()),
    ),
    resourceTypes: fc.oneof(
      fc.jsonValue(),
      fc.array(fc.dictionary(fc.constantFrom("resourceType", "apiVersions"), fc.jsonValue())),
    ),
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), near), (wire) => {
      for (const read of readers) expect(() => read(wire)).not.toThrow();
    }),
  );
});
