import type { Goal, Line } from "./figures.ts";

const NAME = 46;
const WIDTH = 9;

function cell(value: number | null, digits: number): string {
  const text = value === null ? "" : Number.isFinite(value) ? value.toFixed(digits) : "–";
  return text.padStart(WIDTH);
}

function isMet(line: Line, { of, limit }: Goal): boolean {
  return (line[of] ?? Number.NaN) <= limit;
}

/** The table as text: what was measured, the ratio to the floor, the noise, and what the goal says. */
export function table(lines: readonly Line[]): string {
  const heads = ["F", "console", "ratio", "±"].map((head) => head.padStart(WIDTH)).join("");
  let group = "";
  const rows = lines.flatMap((one) => {
    const { name, digits, base, console, ratio, spread, goal } = one;
    const figures = [
      cell(base, digits),
      cell(console, digits),
      cell(ratio, 2),
      (spread === null || !Number.isFinite(spread) ? "" : `${(spread * 100).toFixed(0)} %`).padStart(WIDTH),
    ].join("");
    const verdict = goal ? `≤ ${goal.limit}${goal.unit} ${isMet(one, goal) ? "ok" : "MISSED"}` : "";
    const title = one.group === group ? [] : ["", one.group];
    group = one.group;
    return [...title, `  ${name.padEnd(NAME)}${figures}  ${verdict}`.trimEnd()];
  });
  return [`${" ".repeat(NAME + 2)}${heads}  goal`, ...rows].join("\n");
}

/** Every goal that was missed, one line each. */
export function missed(lines: readonly Line[]): string[] {
  return lines.flatMap((one) =>
    one.goal && !isMet(one, one.goal)
      ? [`Missed: ${one.group}: ${one.name} ≤ ${one.goal.limit}${one.goal.unit}`]
      : [],
  );
}
