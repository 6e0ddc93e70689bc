/** Median, NaN of nothing; what could not be measured is left out. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Medians field by field. */
export function medians<Key extends string>(
  rounds: readonly Readonly<Record<Key, number>>[],
  keys: readonly Key[],
): Map<Key, number> {
  return new Map(keys.map((key) => [key, median(rounds.map((round) => round[key]))]));
}

/** How far single values lie apart, as a share of their median: the noise to read a figure with. */
export function spread(values: readonly number[]): number {
  const middle = median(values);
  return middle === 0 ? 0 : (Math.max(...values) - Math.min(...values)) / middle;
}

/** Median of the ratios within each round, which a slow minute of the machine leaves alone. */
export function pairedRatio(values: readonly number[], bases: readonly number[]): number {
  return median(values.map((value, round) => value / (bases[round] ?? Number.NaN)));
}

export interface Goal {
  text: string;
  met: boolean;
}

/** One line of the table. Null: not measured, or not a thing of that page. */
export interface Line {
  group: string;
  name: string;
  digits: number;
  plain: number | null;
  floor: number | null;
  console: number | null;
  /** Console to floor, or to what `name` says. */
  ratio: number | null;
  /** Of the console's single values. */
  spread: number | null;
  goals: Goal[];
}

/** A line of the console alone. */
export function line(group: string, name: string, values: readonly number[], digits: number): Line {
  return {
    group,
    name,
    digits,
    plain: null,
    floor: null,
    console: median(values),
    ratio: null,
    spread: values.length > 1 ? spread(values) : null,
    goals: [],
  };
}

/** A goal that holds when `value` is no larger than `limit`. */
export function atMost(value: number | null, limit: number, unit: string): Goal {
  return { text: `≤ ${limit}${unit}`, met: value !== null && value <= limit };
}
