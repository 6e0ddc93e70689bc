import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { STORIES } from "../stories/stories.ts";
import { SCENARIOS } from "./scenarios.ts";

const doc = readFileSync("docs/scenarios.md", "utf8");

test.each(Object.entries(SCENARIOS))(
  "docs/scenarios.md tells of %s what the demo tells",
  (name, scenario) => {
    const { description, look, control } = scenario;
    expect(doc).toContain(`| \`${name}\` | ${description} | ${look} | ${control} |`);
  },
);

test("docs/scenarios.md tells of no scenario that there is not", () => {
  const named = [...doc.matchAll(/^\| `([^`]+)` \| .* \| .* \| .* \|$/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(SCENARIOS));
});

test("docs/scenarios.md lists the guided demos", () => {
  for (const { title, id, scenario, summary } of STORIES) {
    expect(doc).toContain(`| ${title} | \`${id}\` | ${scenario} | ${summary} |`);
  }
});
