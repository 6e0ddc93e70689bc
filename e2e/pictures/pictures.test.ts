import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SCENARIOS } from "../../mocks/sim/scenarios.ts";
import { STORIES } from "../../mocks/stories/stories.ts";
import { ANIMATION, PICTURES, THEMES } from "./pictures.ts";
import { animatedWebp } from "./webp.ts";

const taken = [
  ...PICTURES.flatMap(({ folder, name }) => THEMES.map((theme) => `docs/${folder}/${name}-${theme}.webp`)),
  ...THEMES.flatMap((theme) => [`docs/pictures/run-${theme}.webp`, `docs/pictures/run-still-${theme}.webp`]),
];

/** Files that a document shows, from the root of the repository. */
function shownIn(document: string): string[] {
  const folder = document.includes("/") ? "docs/" : "";
  const text = readFileSync(document, "utf8");
  return [...text.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, path]) => folder + (path ?? ""));
}

test.each([...PICTURES.map(({ name, scenario }) => [name, scenario]), ["run", ANIMATION.scenario]])(
  "picture %s: there is a scenario %s",
  (_, scenario) => {
    expect(Object.keys(SCENARIOS)).toContain(scenario);
  },
);

test("a picture of a story names a story and one of its steps", () => {
  for (const { query } of PICTURES) {
    if (query === undefined) continue;
    const asked = new URLSearchParams(query);
    const story = STORIES.find(({ id }) => id === asked.get("story"));
    expect(story, query).toBeDefined();
    expect(Number(asked.get("step"))).toBeLessThanOrEqual(story?.steps.length ?? 0);
  }
});

test("README and gallery show pictures that are there, each of them taken, and none lies about unused", () => {
  const shown = [...shownIn("README.md"), ...shownIn("docs/gallery.md")];
  expect(shown.filter((path) => !existsSync(path))).toEqual([]);
  expect([...new Set(shown)].toSorted()).toEqual(taken.toSorted());
  const lying = ["gallery", "pictures"].flatMap((folder) =>
    readdirSync(`docs/${folder}`).map((name) => `docs/${folder}/${name}`),
  );
  expect(lying.toSorted()).toEqual(taken.toSorted());
});

test("the animations are under 1 MB and have several frames", () => {
  for (const theme of THEMES) {
    const bytes = readFileSync(`docs/pictures/run-${theme}.webp`);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(bytes.toString("latin1").split("ANMF").length).toBeGreaterThan(6);
  }
});

test("an animation is a RIFF file as long as it says, its frames padded to even lengths", () => {
  const odd = Buffer.concat([
    Buffer.from("RIFF\u0010\0\0\0WEBPVP8 \u0003\0\0\0", "latin1"),
    Buffer.from([1, 2, 3, 0]),
  ]);
  const made = Buffer.from(animatedWebp([{ webp: odd, ms: 40 }], 16, 8));
  expect(made.readUInt32LE(4)).toBe(made.length - 8);
  const frame = made.indexOf("ANMF");
  expect(made.readUInt32LE(frame + 4)).toBe(16 + 12);
  expect(frame + 8 + 28).toBe(made.length);
  expect(made.readUIntLE(frame + 8 + 12, 3)).toBe(40);
  expect(() => animatedWebp([{ webp: Buffer.from("no picture at all"), ms: 1 }], 1, 1)).toThrow(/WebP/);
});

test("every story is told in five to eight steps, on a scenario that exists, each with words to compare", () => {
  for (const { scenario, steps, id } of STORIES) {
    expect(Object.keys(SCENARIOS)).toContain(scenario);
    expect(steps.length, id).toBeGreaterThanOrEqual(5);
    expect(steps.length, id).toBeLessThanOrEqual(8);
    for (const { shows, title } of steps) expect(shows.length, title).toBeGreaterThan(0);
  }
});
