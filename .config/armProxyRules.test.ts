import { describe, expect, test } from "vitest";
import { CLAIMS } from "../e2e/hosting/hostileStamp.ts";
import { passedHeaders, refusalOf } from "./armProxyRules.ts";

const HOST = "console.contoso.com";
const LIST = "/arm/redmond/subscriptions/s/backups?api-version=2018-09-01&$skiptoken=..%2F";
const OWN_FETCH = { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" };

function statusOf(method: string, target: string, headers: Record<string, string> = {}): number | null {
  return refusalOf({ method, target, headers: { host: HOST, ...headers } })?.status ?? null;
}

describe("a request that may pass", () => {
  const passing: [what: string, method: string, target: string, headers: Record<string, string>][] = [
    ["the page's GET", "GET", LIST, OWN_FETCH],
    ["the page's POST", "POST", LIST, { ...OWN_FETCH, origin: `https://${HOST}` }],
    ["the page's PUT", "PUT", LIST, { ...OWN_FETCH, origin: `https://${HOST}` }],
    ["the page's PATCH", "PATCH", LIST, { ...OWN_FETCH, origin: `https://${HOST}` }],
    ["a client that is no browser", "POST", LIST, {}],
    ["an origin in other letter case", "POST", LIST, { origin: "HTTPS://CONSOLE.contoso.com" }],
    ["a backup by an odd name", "GET", "/arm/redmond/subscriptions/s/backups/a%3Fb%253F..c", OWN_FETCH],
  ];
  test.each(passing)("%s", (_what, method, target, headers) => {
    expect(statusOf(method, target, headers)).toBeNull();
  });
});

describe("a request that may not pass", () => {
  test.each(["DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"])("%s", (method) => {
    expect(statusOf(method, LIST)).toBe(405);
  });

  test.each(["same-site", "cross-site", "none", "same-origin, cross-site"])(
    "from a place that is not this page: %s",
    (site) => expect(statusOf("GET", LIST, { ...OWN_FETCH, "sec-fetch-site": site })).toBe(403),
  );

  test.each(["navigate", "no-cors", "websocket", "nested-navigate"])("in mode %s", (mode) => {
    expect(statusOf("GET", LIST, { ...OWN_FETCH, "sec-fetch-mode": mode })).toBe(403);
  });

  const destinations =
    "audio audioworklet document embed font frame iframe image json manifest object paintworklet report script serviceworker sharedworker style track video webidentity worker xslt";
  test.each(destinations.split(" "))("for a %s", (destination) => {
    // A module, a worker or a font is asked for in mode "cors" too.
    expect(statusOf("GET", LIST, { ...OWN_FETCH, "sec-fetch-dest": destination })).toBe(403);
  });

  const origins = [
    "https://evil.example.com",
    "null",
    `https://${HOST}.evil.example.com`,
    `https://${HOST}:8443`,
    `https://evil.example.com, https://${HOST}`,
    `https://user@${HOST}`,
    "",
    `chrome-extension://${HOST}`,
  ];
  test.each(origins)("of a foreign Origin, also where Sec-Fetch-Site is missing: %s", (origin) => {
    for (const method of ["POST", "PUT", "PATCH"]) expect(statusOf(method, LIST, { origin })).toBe(403);
  });

  const paths = [
    "/arm/redmond/..%2fsecret",
    "/arm/redmond/..%2Fsecret",
    "/arm/redmond/..%5csecret",
    "/arm/redmond/..%252fsecret",
    "/arm/redmond/..%25252Fsecret",
    "/arm/redmond/%2e%2e/secret",
    "/arm/redmond/.%2E/secret",
    "/arm/redmond/%252e%252e/secret",
    "/arm/redmond/../east/secret",
    "/arm/redmond/./secret",
    "/arm/redmond/..",
    "/arm/redmond/..;/secret",
    "/arm/redmond/..\\secret",
    "/arm/redmond\\..\\secret",
    "/x/../arm/redmond/secret",
    "/arm%2fredmond/secret",
  ];
  test.each(paths)("to a path that may be read in two ways: %s", (path) => {
    expect(statusOf("GET", `${path}?a=b`)).toBe(400);
  });
});

describe("a stamp's answer", () => {
  const types: [given: string | undefined, passed: string][] = [
    ["application/json", "application/json; charset=utf-8"],
    ["Application/JSON; charset=utf-8", "application/json; charset=utf-8"],
    ["application/json;odata.metadata=minimal;charset=utf-16", "application/json; charset=utf-8"],
    ["application/problem+json", "application/json; charset=utf-8"],
    ["text/html", "text/plain; charset=utf-8"],
    ["text/html; a=application/json", "text/plain; charset=utf-8"],
    ["application/json, text/html", "text/plain; charset=utf-8"],
    ["application/json; a=b, text/html", "text/plain; charset=utf-8"],
    ["image/svg+xml", "text/plain; charset=utf-8"],
    ["text/javascript", "text/plain; charset=utf-8"],
    ["application/jsonp", "text/plain; charset=utf-8"],
    ["x/application/json", "text/plain; charset=utf-8"],
    ["", "text/plain; charset=utf-8"],
    [undefined, "text/plain; charset=utf-8"],
  ];
  test.each(types)("of type %s passes as %s", (given, passed) => {
    const back = passedHeaders(given === undefined ? {} : { "content-type": given });
    expect(back["Content-Type"]).toBe(passed);
  });

  test("keeps what the page reads", () => {
    const read = {
      "azure-asyncoperation": "/arm/redmond/x",
      "content-encoding": "gzip",
      "content-length": "2",
      date: "Wed, 04 Mar 2020 12:15:43 GMT",
      location: "/arm/redmond/y",
      "retry-after": "30",
      "x-ms-request-id": "7",
    };
    expect(passedHeaders(read)).toMatchObject(read);
  });

  test("says nothing for this origin: of what it claims, nothing is left", () => {
    const claims = Object.fromEntries(
      Object.entries({ ...CLAIMS, "X-Unheard-Of": "1", ETag: "1" }).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]),
    );
    expect(passedHeaders(claims)).toEqual(passedHeaders({}));
    expect(passedHeaders({})).toMatchObject({
      "Cache-Control": "no-store",
      "Content-Security-Policy": expect.stringContaining("default-src 'none'; sandbox"),
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    });
  });
});
