import type { HistoryMark } from "./backupHistory.ts";
import type { BackupRow } from "./backupState.ts";

/** How long one run took, for the plot. */
export interface DurationPoint {
  key: string;
  row: BackupRow;
  at: number;
  tookMs: number;
  /** Only successes are compared: an interrupted run isn't a quick one. */
  isSuccess: boolean;
  outlier: "longer" | "shorter" | null;
}

/** The middle half of the successes, and the limits past which a run is an outlier. Spans in ms. */
export interface UsualBand {
  lowMs: number;
  medianMs: number;
  highMs: number;
  shortestMs: number;
  longestMs: number;
  /** Number of successes it is based on. */
  sampleSize: number;
}

export interface DurationSeries {
  /** Oldest first. */
  points: DurationPoint[];
  /** Null with fewer successes than a quartile needs. */
  band: UsualBand | null;
  /** Medians of the newest and the oldest third; null with too few successes. */
  trend: { earlierMs: number; recentMs: number; perThird: number } | null;
}

/** Fewer successes have no meaningful quartiles. */
const LEAST_FOR_BAND = 5;
const LEAST_PER_THIRD = 4;
/** Tukey's fences: this many interquartile ranges beyond the quartiles. */
const FENCE = 1.5;
/** Minimum width as a fraction of the median, so that a few seconds don't make an outlier among equal runs. */
const LEAST_WIDTH = 0.1;

/** The durations of all runs that the stamp timed, with the usual band (median and quartiles) of its successes. */
export function durationsOf(marks: readonly HistoryMark[]): DurationSeries {
  const timed = marks.flatMap(({ key, kind, row, at }) => {
    const tookMs = row?.backup?.tookMs ?? null;
    return row === null || tookMs === null ? [] : [{ key, row, at, tookMs, isSuccess: kind === "succeeded" }];
  });
  const successes = timed.filter(({ isSuccess }) => isSuccess).map(({ tookMs }) => tookMs);
  const band = bandOf(successes);
  return {
    points: timed.map((point) => ({
      ...point,
      outlier: point.isSuccess ? outlierOf(point.tookMs, band) : null,
    })),
    band,
    trend: trendOf(successes),
  };
}

function bandOf(spans: readonly number[]): UsualBand | null {
  if (spans.length < LEAST_FOR_BAND) return null;
  const sorted = spans.toSorted((a, b) => a - b);
  const [lowMs, medianMs, highMs] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  const reach = FENCE * Math.max(highMs - lowMs, LEAST_WIDTH * medianMs);
  return {
    lowMs,
    medianMs,
    highMs,
    shortestMs: Math.max(0, lowMs - reach),
    longestMs: highMs + reach,
    sampleSize: spans.length,
  };
}

function outlierOf(tookMs: number, band: UsualBand | null): DurationPoint["outlier"] {
  if (band === null) return null;
  if (tookMs > band.longestMs) return "longer";
  return tookMs < band.shortestMs ? "shorter" : null;
}

function trendOf(spans: readonly number[]): DurationSeries["trend"] {
  const perThird = Math.floor(spans.length / 3);
  if (perThird < LEAST_PER_THIRD) return null;
  const median = (part: readonly number[]) =>
    quantile(
      part.toSorted((a, b) => a - b),
      0.5,
    );
  return {
    earlierMs: median(spans.slice(0, perThird)),
    recentMs: median(spans.slice(-perThird)),
    perThird,
  };
}

/** Between the two nearest of the sorted values, by rank. */
function quantile(sorted: readonly number[], part: number): number {
  const rank = (sorted.length - 1) * part;
  const low = sorted[Math.floor(rank)] ?? 0;
  const high = sorted[Math.ceil(rank)] ?? low;
  return low + (high - low) * (rank - Math.floor(rank));
}

const STEPS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440].map((minutes) => minutes * 60_000);

/** Ticks of an axis from 0 to beyond `topMs`: at most six, at round minutes or hours. */
export function roundSpans(topMs: number): number[] {
  const step = STEPS_MS.find((ms) => topMs / ms <= 5) ?? Math.ceil(topMs / 5);
  return Array.from({ length: Math.max(1, Math.ceil(topMs / step)) + 1 }, (_, mark) => mark * step);
}
