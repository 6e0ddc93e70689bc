import type { Line } from "./figures.ts";

const NAME = 38;
const WIDTH = 9;

function cell(value: number | null, digits: number): string {
  const text = value === null ? "" : Number.isFinite(value) ? value.toFixed(digits) : "–";
  return text.padStart(WIDTH);
}

function verdict({ goals }: Line): string {
  return goals.map(({ text, met }) => `${text} ${met ? "ok" : "MISSED"}`).join(", ");
}

/** The table as text: what was measured, beside it the ratio to the floor, the noise, and what the goals say. */
export function table(lines: readonly Line[]): string {
  const heads = ["static", "F", "console", "ratio", "±"].map((head) => head.padStart(WIDTH)).join("");
  let group = "";
  const rows = lines.flatMap((one) => {
    const { name, digits, plain, floor, console, ratio, spread } = one;
    const figures = [
      cell(plain, digits),
      cell(floor, digits),
      cell(console, digits),
      cell(ratio, 2),
      (spread === null || !Number.isFinite(spread) ? "" : `${(spread * 100).toFixed(0)} %`).padStart(WIDTH),
    ].join("");
    const title = one.group === group ? [] : ["", one.group];
    group = one.group;
    return [...title, `  ${name.padEnd(NAME)}${figures}  ${verdict(one)}`.trimEnd()];
  });
  return [`${" ".repeat(NAME + 2)}${heads}  goal`, ...rows].join("\n");
}

/** Every goal that was missed, one line each. */
export function missed(lines: readonly Line[]): string[] {
  return lines.flatMap(({ group, name, goals }) =>
    goals.filter(({ met }) => !met).map(({ text }) => `Missed: ${group}: ${name} ${text}`),
  );
}
