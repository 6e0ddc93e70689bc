import { expect, test } from "vitest";
import { rewriteLink } from "./armLinks.ts";

const stamp = new URL("https://adminmanagement.redmond.example.com");
const operation =
  "/subscriptions/s/providers/Microsoft.Backup.Admin/operationResults/1?api-version=2018-09-01";

const cases: [name: string, link: string, endpoint: URL, expected: string][] = [
  [
    "the stamp's own host",
    `https://adminmanagement.redmond.example.com${operation}`,
    stamp,
    `/arm/r${operation}`,
  ],
  [
    "with its port spelled out",
    `https://ADMINMANAGEMENT.redmond.example.com:443${operation}`,
    stamp,
    `/arm/r${operation}`,
  ],
  ["a path on the stamp", operation, stamp, `/arm/r${operation}`],
  [
    "another name of loopback",
    `http://localhost:8485${operation}`,
    new URL("http://127.0.0.1:8485"),
    `/arm/r${operation}`,
  ],
  [
    "loopback by IPv6",
    `http://[::1]:8485${operation}`,
    new URL("http://localhost:8485"),
    `/arm/r${operation}`,
  ],
  [
    "an endpoint below a path",
    `https://gw.example.com/east${operation}`,
    new URL("https://gw.example.com/east/"),
    `/arm/r${operation}`,
  ],
  [
    "a path that only begins like it",
    "https://gw.example.com/eastern/x",
    new URL("https://gw.example.com/east"),
    "/arm/r/eastern/x",
  ],
];

test.each(cases)("is put on the proxied path: %s", (_name, link, endpoint, expected) => {
  expect(rewriteLink(link, "/arm/r", endpoint)).toBe(expected);
});

const foreign = [
  "https://evil.example.com/x",
  "https://adminmanagement.redmond.example.com.evil.example.com/x",
  "https://adminmanagement.redmond.example.com:8443/x",
  "http://adminmanagement.redmond.example.com/x",
  "https://user:secret@adminmanagement.redmond.example.com/x",
  "//evil.example.com/x",
  "/\\evil.example.com/x",
  "javascript:alert(1)",
  "relative/path",
  "https://",
  "",
];

test.each(foreign)("is left for the page to refuse: %s", (link) => {
  expect(rewriteLink(link, "/arm/r", stamp)).toBe(link);
});

test("another port of loopback is another host", () => {
  const link = "http://localhost:9999/x";
  expect(rewriteLink(link, "/arm/r", new URL("http://localhost:8485"))).toBe(link);
});
