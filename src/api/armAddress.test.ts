import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { freeId, idOfAddress, readArmAddress } from "./armAddress.ts";

const PAGE = "https://console.example/app/index.html";
const read = (text: string, page = PAGE) => readArmAddress(text, page);

describe("an address of a stamp", () => {
  const good: [given: string, armBase: string][] = [
    ["https://adminmanagement.redmond.contoso.com", "https://adminmanagement.redmond.contoso.com"],
    ["  https://adminmanagement.redmond.contoso.com/  ", "https://adminmanagement.redmond.contoso.com"],
    ["HTTPS://Adminmanagement.Redmond.contoso.com:443/", "https://adminmanagement.redmond.contoso.com"],
    ["https://proxy.example:8443/stamps/east/", "https://proxy.example:8443/stamps/east"],
    ["/arm/redmond", "/arm/redmond"],
    ["/arm/redmond/", "/arm/redmond"],
    ["/arm/x/../redmond", "/arm/redmond"],
    ["/", "https://console.example"],
    ["https://console.example/arm/redmond", "/arm/redmond"],
    ["http://localhost:8484", "http://localhost:8484"],
    ["http://127.0.0.1:8484/arm/everett", "http://127.0.0.1:8484/arm/everett"],
    ["http://[::1]:8484", "http://[::1]:8484"],
  ];
  test.each(good)("%s is taken as %s", (given, armBase) => {
    expect(read(given)).toEqual({ kind: "good", armBase });
  });

  test("http is taken on the page's own origin, where the page came from in the clear too", () => {
    expect(read("http://stack.local/arm", "http://stack.local/")).toEqual({ kind: "good", armBase: "/arm" });
  });

  const bad: [given: string, reason: string][] = [
    ["", "empty"],
    ["   ", "empty"],
    ["adminmanagement.redmond.contoso.com", "noScheme"],
    ["adminmanagement.redmond.contoso.com:443", "noScheme"],
    ["redmond", "noScheme"],
    ["javascript:alert(1)", "scheme"],
    ["JaVaScRiPt:alert(1)", "scheme"],
    ["java\tscript:alert(1)", "unreadable"],
    ["data:text/html,x", "scheme"],
    ["ftp://adminmanagement.redmond.contoso.com", "scheme"],
    ["https://", "unreadable"],
    ["https://a b", "unreadable"],
    ["https:\\\\evil.example", "unreadable"],
    ["/\\evil.example", "unreadable"],
    ["//evil.example/arm", "protocolRelative"],
    ["https://user:secret@adminmanagement.redmond.contoso.com", "userInfo"],
    ["https://adminmanagement.redmond.contoso.com@evil.example", "userInfo"],
    ["https://adminmanagement.redmond.contoso.com/?x=1", "query"],
    ["https://adminmanagement.redmond.contoso.com/#x", "query"],
    ["/arm/redmond?", "query"],
    ["http://adminmanagement.redmond.contoso.com", "insecure"],
    ["http://localhost.evil.example", "insecure"],
    ["http://127.0.0.1.evil.example", "insecure"],
    ["https://adminportal.redmond.contoso.com", "portal"],
    ["https://portal.redmond.contoso.com", "portal"],
    ["https://management.redmond.contoso.com", "tenant"],
  ];
  test.each(bad)("%j is refused: %s", (given, reason) => {
    expect(read(given)).toEqual({ kind: "refused", reason });
  });

  test("whatever is typed, nothing but https, loopback and our own origin passes, and never with a user's name", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
          fc.string().map((text) => `http:${text}`),
        ),
        (text) => {
          const address = read(text);
          if (address.kind === "refused") return;
          const url = new URL(address.armBase, PAGE);
          expect([url.username, url.password, url.search, url.hash].join("")).toBe("");
          expect(
            url.protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname),
          ).toBe(true);
          if (address.armBase.startsWith("/")) expect(url.origin).toBe(new URL(PAGE).origin);
          expect(read(address.armBase)).toEqual(address);
        },
      ),
    );
  });
});

describe("a short name", () => {
  const names: [address: string, id: string][] = [
    ["https://adminmanagement.redmond.contoso.com", "redmond"],
    ["https://adminmanagement.local.azurestack.external", "local"],
    ["/arm/East_1", "east-1"],
    ["https://proxy.example:8443/stamps/east", "east"],
    ["http://127.0.0.1:8484", "127-0-0-1-8484"],
    ["/%20/", "20"],
    ["/…", "stamp"],
  ];
  test.each(names)("of %s is %s", (address, id) => {
    expect(idOfAddress(address)).toBe(id);
  });

  test("that is taken gets a number", () => {
    expect(freeId("east", ["west"])).toBe("east");
    expect(freeId("east", ["East", "east-2"])).toBe("east-3");
  });
});
