import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** File → its only line, each against one arrow of docs/architecture.md "Imports". */
const forbidden: [file: string, code: string][] = [
  // src takes nothing from beside it, and nothing takes main.
  ["src/other.ts", `import "../mocks/sim/facts.ts";`],
  ["src/app/mocks.ts", `import "../../mocks/sim/facts.ts";`],
  ["src/app/e2e.ts", `import "../../e2e/portal.ts";`],
  ["src/app/config.ts", `import "../../.config/headers.ts";`],
  ["src/app/main.ts", `import "../main.tsx";`],
  ["src/app/door.ts", `export const load = () => import("../../mocks/adapters/browser.ts");`],
  // domain
  ["src/domain/a.ts", `import "../api/client.ts";`],
  ["src/domain/b.ts", `import "react";`],
  ["src/domain/c.ts", `import "valibot";`],
  ["src/domain/d.ts", `export type { X } from "../ui/theme.ts";`],
  ["src/domain/e.ts", `export const now = Date.now();`],
  ["src/domain/f.ts", `setTimeout(() => {}, 1);`],
  ["src/domain/g.ts", `export const r = Math.random();`],
  ["src/domain/h.ts", `export const f = () => fetch("/");`],
  // api
  ["src/api/a.ts", `import "../queries/polling.ts";`],
  ["src/api/b.ts", `import "../ui/strings.ts";`],
  ["src/api/c.ts", `import "../features/backup/Overview.tsx";`],
  ["src/api/d.ts", `import "../app/routes.ts";`],
  ["src/api/e.ts", `import "react";`],
  ["src/api/f.ts", `import "@tanstack/react-query";`],
  ["src/api/g.ts", `import "@fluentui/react-components";`],
  ["src/api/h.ts", `import "../../mocks/sim/facts.ts";`],
  // The one store helper
  ["src/domain/store.ts", `import "../store.ts";`],
  ["src/api/store.ts", `import "../store.ts";`],
  ["mocks/adapters/store.ts", `import "../../src/store.ts";`],
  // session
  ["src/session/a.ts", `import "../queries/polling.ts";`],
  ["src/session/b.ts", `import "../stamps/stampList.ts";`],
  ["src/session/c.ts", `import "@tanstack/react-query";`],
  // stamps
  ["src/stamps/a.ts", `import "../queries/polling.ts";`],
  ["src/stamps/b.ts", `import "../features/stamps/strings.ts";`],
  // common
  ["src/common/a.ts", `import "../features/backup/BackupTable.tsx";`],
  ["src/common/b.ts", `import "../app/paths.ts";`],
  // queries
  ["src/queries/a.ts", `import "../ui/strings.ts";`],
  ["src/queries/b.ts", `import "../features/backup/Overview.tsx";`],
  ["src/queries/c.ts", `import "../app/routes.ts";`],
  ["src/queries/d.ts", `import "@fluentui/react-components";`],
  ["src/queries/lazy.ts", `export const load = () => import("../ui/Blade.tsx");`],
  ["src/queries/e.ts", `import "../../mocks/sim/facts.ts";`],
  // ui
  ["src/ui/a.ts", `import "../domain/backup.ts";`],
  ["src/ui/b.ts", `import "../api/errors.ts";`],
  ["src/ui/c.ts", `import "../queries/polling.ts";`],
  ["src/ui/common.ts", `import "../common/permission.ts";`],
  ["src/ui/session.ts", `import "../session/stampSession.ts";`],
  ["src/ui/d.ts", `import "../features/backup/Overview.tsx";`],
  ["src/ui/e.ts", `import "../app/routes.ts";`],
  ["src/ui/f.ts", `import "@tanstack/react-query";`],
  ["src/ui/lazy.ts", `export const load = () => import("../features/backup/Overview.tsx");`],
  ["src/ui/deep/g.ts", `import "../../queries/polling.ts";`],
  // features and pages take Fluent's controls
  ["src/features/backup/Raw.tsx", `export const Raw = () => <input aria-label="Name" />;`],
  ["src/app/Raw.tsx", `export const Raw = () => <button type="button">Go</button>;`],
  // features
  ["src/features/backup/a.ts", `import "../alerts/Alerts.tsx";`],
  ["src/features/backup/b.ts", `import "../../features/alerts/Alerts.tsx";`],
  ["src/features/backup/c.ts", `import "../../app/routes.ts";`],
  ["src/features/backup/d.ts", `import "../../api/client.ts";`],
  ["src/features/backup/e.ts", `import "../../api/wire.ts";`],
  ["src/features/backup/f.ts", `import "../../../mocks/sim/facts.ts";`],
  ["src/features/backup/detail/g.ts", `import "../../alerts/Alerts.tsx";`],
  ["src/features/backup/lazy.ts", `export const load = () => import("../alerts/Alerts.tsx");`],
  ["src/features/backup/detail/h.ts", `import "../../../app/routes.ts";`],
  // mocks
  ["mocks/adapters/a.ts", `import "../../src/queries/polling.ts";`],
  ["mocks/adapters/b.ts", `import "../../src/ui/strings.ts";`],
  ["mocks/adapters/c.ts", `import "../../src/api/client.ts";`],
  ["mocks/adapters/d.ts", `import "../../src/app/routes.ts";`],
  ["mocks/arm/e.ts", `import "../adapters/browser.ts";`],
  ["mocks/arm/f.ts", `import "node:fs";`],
  ["mocks/arm/g.ts", `import "../../src/features/backup/Overview.tsx";`],
  ["mocks/sim/h.ts", `import "../arm/handle.ts";`],
  ["mocks/sim/i.ts", `import "msw";`],
  ["mocks/sim/j.ts", `import "../../src/api/wire.ts";`],
  ["mocks/sim/k.ts", `export const now = new Date();`],
  ["mocks/sim/l.ts", `export const r = Math.random();`],
];

const allowed: [file: string, code: string][] = [
  ["src/main.tsx", `export const load = () => import("../mocks/adapters/browser.ts");`],
  ["src/domain/ok.ts", `import "./backup.ts";\nexport const parse = (text: string) => Date.parse(text);`],
  ["src/api/ok.ts", `import "../domain/backup.ts";\nimport "valibot";\nimport "./errors.ts";`],
  [
    "src/queries/ok.ts",
    `import "../api/client.ts";\nimport "../domain/backup.ts";\nimport "@tanstack/react-query";`,
  ],
  [
    "src/ui/ok.ts",
    `import type { A } from "../domain/backup.ts";\nimport "@tanstack/react-virtual";\nimport "./theme.ts";\nexport type B = A;`,
  ],
  ["src/ui/deep/ok.ts", `import "../theme.ts";`],
  ["src/ui/store.ts", `import "../store.ts";`],
  ["src/session/store.ts", `import "../store.ts";`],
  [
    "src/features/backup/ok.ts",
    `import "./Row.tsx";\nimport "../../ui/Blade.tsx";\nimport "../../queries/polling.ts";\nimport "../../domain/backup.ts";\nimport "../../api/errors.ts";`,
  ],
  ["src/features/backup/detail/ok.ts", `import "../Row.tsx";\nimport "../../../ui/Blade.tsx";`],
  [
    "src/app/ok.ts",
    `import "../features/backup/Overview.tsx";\nimport "../ui/Blade.tsx";\nimport "../queries/polling.ts";`,
  ],
  ["src/api/some.test.ts", `import "../../mocks/arm/handle.ts";`],
  [
    "mocks/sim/ok.ts",
    `import type { A } from "../../src/api/wire.ts";\nimport "../../src/domain/backup.ts";\nexport type B = A;`,
  ],
  ["mocks/arm/ok.ts", `import "../sim/facts.ts";\nimport "../../src/domain/backup.ts";`],
  ["mocks/adapters/ok.ts", `import "../arm/handle.ts";\nimport "msw/browser";\nimport "node:http";`],
];

const ReportSchema = v.object({
  diagnostics: v.array(v.object({ code: v.string(), filename: v.string() })),
});

const folder = mkdtempSync(join(tmpdir(), "console-lint-"));
const broken = new Map<string, string[]>();

beforeAll(() => {
  copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  for (const [file, code] of [...forbidden, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
  // One run for all: starting it is what costs. Rules that need types are not what is tried here.
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  const { stdout } = spawnSync(process.execPath, [oxlint, "--format=json"], {
    cwd: folder,
    encoding: "utf8",
  });
  for (const { filename, code } of v.parse(ReportSchema, JSON.parse(stdout)).diagnostics) {
    const file = filename.replaceAll("\\", "/");
    broken.set(file, [...(broken.get(file) ?? []), code]);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the lint rules refuse", () => {
  test.each(forbidden)("%s: %s", (file) => {
    expect(broken.get(file)?.some((code) => /no-restricted-|forbid-elements/.test(code))).toBe(true);
  });
});

describe("the lint rules allow", () => {
  test.each(allowed)("%s", (file) => {
    expect(broken.get(file)).toBeUndefined();
  });
});
