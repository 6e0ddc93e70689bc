/** Median, NaN of nothing; what could not be measured is left out. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Largest minus smallest as a share of the median: the noise to read a figure with. */
function spread(values: readonly number[]): number {
  const middle = median(values);
  return middle === 0 ? 0 : (Math.max(...values) - Math.min(...values)) / middle;
}

/** Median of the ratios within each round, which a slow minute of the machine leaves alone. */
function pairedRatio(values: readonly number[], bases: readonly number[]): number {
  return median(values.map((value, round) => value / (bases[round] ?? Number.NaN)));
}

/** A limit for the figure itself, or for its ratio to the base. */
export interface Goal {
  of: "console" | "ratio";
  limit: number;
  unit: string;
}

/** One line of the table. Null: not measured. */
export interface Line {
  group: string;
  name: string;
  digits: number;
  /** The floor's figure, or what else the console is compared with by what `name` says. */
  base: number | null;
  console: number;
  ratio: number | null;
  /** Of the console's single values. */
  spread: number | null;
  goal: Goal | null;
}

/** A line of the console alone, or beside the same rounds of what it is compared with. */
export function line(
  group: string,
  name: string,
  digits: number,
  values: readonly number[],
  { base, goal = null }: { base?: readonly number[]; goal?: Goal | null } = {},
): Line {
  return {
    group,
    name,
    digits,
    base: base ? median(base) : null,
    console: median(values),
    ratio: base ? pairedRatio(values, base) : null,
    spread: values.length > 1 ? spread(values) : null,
    goal,
  };
}

/** The figure is no larger than `limit`. */
export function atMost(limit: number, unit = ""): Goal {
  return { of: "console", limit, unit };
}

/** The figure is no larger than `limit` times what it is compared with. */
export function atMostTimes(limit: number, base: string): Goal {
  return { of: "ratio", limit, unit: ` ${base}` };
}
