import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveLink } from "./links.ts";
import { locationPath } from "./testing/fakeArm.ts";

const HOST = "https://adminmanagement.redmond.example";
const direct = new URL(HOST);
const proxied = new URL("https://console.example/arm/redmond");
const OPERATION = `${locationPath}/operationResults/b1`;
const QUERY = "?api-version=2018-09-01";

describe("a link on the stamp's own ARM keeps its path and query:", () => {
  const own: [name: string, link: string, base: URL, path: string][] = [
    ["absolute", `${HOST}${OPERATION}${QUERY}`, direct, OPERATION + QUERY],
    ["absolute with the default port", `${HOST}:443${OPERATION}`, direct, OPERATION],
    ["absolute with the host in capitals", `${HOST.toUpperCase()}${OPERATION}`, direct, OPERATION],
    ["relative", OPERATION + QUERY, direct, OPERATION + QUERY],
    ["relative behind a proxy's prefix", OPERATION, proxied, OPERATION],
    ["with the proxy's prefix", `/arm/redmond${OPERATION}${QUERY}`, proxied, OPERATION + QUERY],
    [
      "absolute with the proxy's prefix",
      `https://console.example/arm/redmond${OPERATION}`,
      proxied,
      OPERATION,
    ],
    ["with a fragment, which is dropped", `${OPERATION}#/../..`, direct, OPERATION],
    ["in other letters", OPERATION.toUpperCase(), direct, OPERATION.toUpperCase()],
    ["with blanks around it", `  ${OPERATION}  `, direct, OPERATION],
    ["with dots that stay below", `/subscriptions/s/./x/../y`, direct, "/subscriptions/s/y"],
  ];
  for (const [name, link, base, path] of own) {
    test(name, () => {
      expect(resolveLink(link, base)).toEqual({ kind: "own", path });
    });
  }
});

describe("a link is foreign that", () => {
  const foreign: [name: string, link: string, base?: URL][] = [
    ["names another host", `https://evil.example${OPERATION}`],
    ["names a host that only begins like the stamp's", `${HOST}.evil.example${OPERATION}`],
    ["names another port", `${HOST}:8443${OPERATION}`],
    ["begins with two slashes", `//evil.example${OPERATION}`],
    ["begins with backslashes", `\\\\evil.example${OPERATION}`],
    ["begins with a slash and a backslash", `/\\evil.example${OPERATION}`],
    ["carries a user", `https://user@adminmanagement.redmond.example${OPERATION}`],
    ["carries a password", `https://:secret@adminmanagement.redmond.example${OPERATION}`],
    ["hides another host behind a user", `https://adminmanagement.redmond.example@evil.example${OPERATION}`],
    ["falls back to http", `http://adminmanagement.redmond.example${OPERATION}`],
    ["is a script", "javascript:alert(1)"],
    ["is data", "data:text/html,hello"],
    ["is a blob of this origin", `blob:${HOST}${OPERATION}`],
    ["is no URL", "https://"],
    ["is empty", ""],
    ["leads out of subscriptions", "/subscriptions/../providers/x"],
    ["leads out by encoded dots", "/subscriptions/%2e%2e/providers/x"],
    ["leads out by encoded dots in capitals", "/subscriptions/%2E%2E/providers/x"],
    ["leads out by half encoded dots", "/subscriptions/.%2e/providers/x"],
    ["keeps an encoded dot inside a segment", "/subscriptions/s/a%2eb"],
    ["keeps an encoded slash", "/subscriptions/s/..%2f..%2fx"],
    ["keeps an encoded backslash", "/subscriptions/s/..%5c..%5cx"],
    ["leads out by backslashes", "/subscriptions\\..\\providers\\x"],
    ["asks for metadata", "/metadata/endpoints"],
    ["leads to another stamp behind the same proxy", `/arm/orlando${OPERATION}`, proxied],
    ["leads to another stamp whose name begins alike", `/arm/redmond2${OPERATION}`, proxied],
    ["leads to another stamp by dots", `/arm/redmond/../orlando${OPERATION}`, proxied],
    ["leads to a page of the console", "/index.html", proxied],
    ["names the stamp behind the proxy, where no token goes", `${HOST}${OPERATION}`, proxied],
  ];
  for (const [name, link, base = direct] of foreign) {
    test(name, () => {
      expect(resolveLink(link, base)).toEqual({ kind: "foreign" });
    });
  }
});

test("whatever a server writes, what is followed stays on the stamp's own ARM (I6)", () => {
  const words =
    "/ \\ .. . %2e %2f @ : // ? # https: subscriptions arm redmond evil.example console.example s";
  const piece = fc.constantFrom(...words.split(" "));
  const start = fc.constantFrom(
    "",
    "/subscriptions/",
    "/arm/redmond/subscriptions/",
    "https://console.example/",
  );
  const pieces = fc.array(piece, { maxLength: 12 }).map((all) => all.join(""));
  const link = fc.oneof(
    fc.tuple(start, pieces).map((parts) => parts.join("")),
    fc.webUrl(),
    fc.string(),
  );
  let followed = 0;
  fc.assert(
    fc.property(link, (written) => {
      const resolved = resolveLink(written, proxied);
      if (resolved.kind === "foreign") return;
      followed += 1;
      const asked = new URL(proxied.href + resolved.path);
      expect(asked.origin).toBe(proxied.origin);
      expect(asked.username + asked.password).toBe("");
      expect(asked.pathname).toMatch(/^\/arm\/redmond\/subscriptions\//i);
    }),
    { numRuns: 3_000, seed: 6 },
  );
  expect(followed).toBeGreaterThan(100);
});
