import { gather, type Gathering } from "./consoles.ts";
import { columns } from "./report.ts";

const CONSOLES = 50;
const CASES: readonly [string, Pick<Gathering, "openedWithinMs" | "away">][] = [
  ["opened within a minute, connections refused", { openedWithinMs: 60_000, away: "refused" }],
  ["opened within a minute, no answers", { openedWithinMs: 60_000, away: "silent" }],
  ["opened at once, connections refused", { openedWithinMs: 0, away: "refused" }],
  ["opened at once, no answers", { openedWithinMs: 0, away: "silent" }],
];

const rate = (bySecond: readonly number[]): string[] => {
  const sum = bySecond.reduce((all, one) => all + one, 0);
  return [((sum * 60) / bySecond.length).toFixed(0), String(Math.max(...bySecond))];
};

/** Fifty consoles on a stamp that is away for five minutes: requests a minute, and the most in one second. */
export async function consolesReport(): Promise<string> {
  const rows: string[][] = [];
  for (const [name, how] of CASES) {
    const { bySecond, goesAt, comesAt, allFreshAfter } = await gather({
      consoles: CONSOLES,
      awayMs: 300_000,
      ...how,
    });
    rows.push([
      name,
      ...rate(bySecond.slice(goesAt - 180, goesAt)),
      ...rate(bySecond.slice(goesAt, comesAt)),
      ...rate(bySecond.slice(comesAt, comesAt + 60)),
      ...rate(bySecond.slice(comesAt + 180)),
      allFreshAfter.toFixed(0),
    ]);
  }
  const heads = [
    "",
    "before/min",
    "most/s",
    "away/min",
    "most/s",
    "first min",
    "most/s",
    "later/min",
    "most/s",
    "all fresh after s",
  ];
  return columns([heads, ...rows]);
}
