import { describe, expect, test } from "vitest";
import { cacheControl, contentSecurityPolicy, securityHeaders } from "./headers.ts";

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources.join(" ")];
    }),
  );
}

describe("the production policy", () => {
  test("is this, word for word", () => {
    expect(contentSecurityPolicy({ mocks: false })).toBe(
      "default-src 'none'; script-src 'self'; script-src-attr 'none'; " +
        "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; style-src-attr 'none'; " +
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; object-src 'none'; " +
        "form-action 'none'; frame-src 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'; worker-src 'none'",
    );
  });

  test("opens to a sign-in page only where a stamp needs one", () => {
    const login = "https://login.example.com";
    const policy = directives(contentSecurityPolicy({ mocks: false, loginOrigins: [login, login] }));
    expect(policy.get("connect-src")).toBe(`'self' ${login}`);
    expect(policy.get("frame-src")).toBe("'none'");
    expect(policy.get("script-src")).toBe("'self'");
  });
});

test("the demo's policy differs in what its service worker needs, and in nothing else", () => {
  const production = directives(contentSecurityPolicy({ mocks: false }));
  const demo = directives(contentSecurityPolicy({ mocks: true }));
  const different = [...demo.keys()].filter((name) => demo.get(name) !== production.get(name));
  expect(different).toEqual(["trusted-types", "worker-src"]);
  expect(demo.get("trusted-types")).toBe("default");
  expect(demo.get("worker-src")).toBe("'self'");
});

test("every answer carries the other headers", () => {
  const headers = securityHeaders({ mocks: false });
  expect(headers).toMatchObject({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
  });
  expect(headers["Permissions-Policy"]).toMatch(/^(?:[a-z-]+=\(\), )+clipboard-write=\(self\)$/);
});

test("only hashed assets are cached without asking", () => {
  expect(cacheControl("/assets/index-3f9a.js")).toContain("immutable");
  for (const path of ["/", "/index.html", "/stamps.json", "/mockServiceWorker.js"]) {
    expect(cacheControl(path)).toBe("no-cache");
  }
});
