import { LineChart, type LineChartPoints } from "@fluentui/react-charts";
import type { KeyboardEvent } from "react";
import {
  roundSpans,
  type DurationPoint,
  type DurationSeries,
  type UsualBand,
} from "../../domain/backupDurations.ts";
import { formatSpan } from "../../domain/duration.ts";
import { useIsNarrow } from "../../ui/breakpoints.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { formatDate, formatDateTime } from "../../ui/format.ts";
import styles from "./DurationPlot.module.css";
import { historyPageStrings, markTexts } from "./strings.ts";

const DAY_MS = 24 * 3_600_000;
/** Dates along the axis: as many as have room. */
const MOST_DATES = { wide: 6, narrow: 3 };

const KINDS = ["usual", "unusual", "notSuccess"] as const;
type PointKind = (typeof KINDS)[number];

/** Each kind's color names it in the style sheet too, which gives it a shape of its own. */
const COLORS: Record<PointKind | "band", string> = {
  usual: "var(--usual)",
  unusual: "var(--unusual)",
  notSuccess: "var(--not-success)",
  band: "var(--band)",
};

export interface DurationPlotProps {
  series: DurationSeries;
  hrefOf: (backupId: string) => string;
}

/** Each run's duration over time, with the band of the usual. Arrows move between points; Enter opens the backup. */
export function DurationPlot({ series, hrefOf }: DurationPlotProps) {
  const format = useDateFormat();
  const narrow = useIsNarrow();
  const { points } = series;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const shown = KINDS.filter((kind) => points.some((point) => kindOf(point) === kind));
  const lineOf = (kind: PointKind): LineChartPoints => {
    const ofKind = points.filter((point) => kindOf(point) === kind);
    const data = ofKind.map((point) => ({
      x: new Date(point.at),
      y: point.tookMs,
      xAxisCalloutData: formatDateTime(point.at, format),
      yAxisCalloutData: formatSpan(point.tookMs),
      callOutAccessibilityData: { ariaLabel: pointText(point, formatDateTime(point.at, format)) },
      onDataPointClick: () => {
        if (point.row.id !== null) location.hash = hrefOf(point.row.id);
      },
    }));
    // Points without lines get no callout by keyboard; the style sheet hides the lines.
    const lineOptions = { mode: "lines+markers" } as const;
    return { legend: historyPageStrings.pointKinds[kind], color: COLORS[kind], lineOptions, data };
  };
  const spans = roundSpans(Math.max(...points.map(({ tookMs }) => tookMs), series.band?.highMs ?? 0));
  return (
    // The library's points take the focus and clicks, but no keys.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles["plot"]} onKeyDown={pressPoint}>
      <LineChart
        data={{
          chartTitle: historyPageStrings.plot,
          lineChartData: [
            ...(series.band ? edgesOf(series.band, first.at, last.at) : []),
            ...shown.map(lineOf),
          ],
        }}
        hideLegend
        margins={{ top: 12, right: 24, bottom: 28, left: 76 }}
        tickValues={datesBetween(first.at, last.at, MOST_DATES[narrow ? "narrow" : "wide"])}
        customDateTimeFormatter={(date) => formatDate(date.getTime(), format)}
        yMinValue={0}
        yMaxValue={spans.at(-1) ?? 0}
        yAxisTickValues={spans}
        yAxisTickFormat={(ms: number) => formatSpan(ms)}
      />
      <ul className={styles["legend"]}>
        {shown.map((kind) => (
          <li key={kind} className={styles[kind]}>
            {historyPageStrings.pointKinds[kind]}
          </li>
        ))}
        {series.band && <li className={styles["range"]}>{historyPageStrings.usualRange}</li>}
      </ul>
    </div>
  );
}

/** The band's lower and upper edge: the library draws no band along the other axis. */
function edgesOf({ lowMs, highMs }: UsualBand, fromAt: number, untilAt: number): LineChartPoints[] {
  return [lowMs, highMs].map((ms) => ({
    legend: historyPageStrings.usualRange,
    color: COLORS.band,
    lineOptions: { mode: "lines", strokeDasharray: "4 4", strokeWidth: 2, strokeLinecap: "butt" },
    hideNonActiveDots: true,
    data: [fromAt, untilAt].map((at) => ({
      x: new Date(at),
      y: ms,
      yAxisCalloutData: formatSpan(ms),
      callOutAccessibilityData: { ariaLabel: `${historyPageStrings.usualRange}, ${formatSpan(ms)}` },
    })),
  }));
}

function kindOf({ isSuccess, outlier }: DurationPoint): PointKind {
  if (!isSuccess) return "notSuccess";
  return outlier === null ? "usual" : "unusual";
}

/** "25 min 08 s, longer than usual, Succeeded, Nov 20, 2026, 9:30:05 AM PST". */
function pointText({ row, tookMs, outlier }: DurationPoint, when: string): string {
  const { kind } = row.state;
  return [
    formatSpan(tookMs),
    ...(outlier === null ? [] : [historyPageStrings.outlier[outlier]]),
    ...(kind === "unrecognised" || kind === "inProgress" ? [] : [markTexts[kind]]),
    when,
  ].join(", ");
}

/** Instants a day or more apart, the first and the last among them; within a day, the first alone. */
function datesBetween(fromAt: number, untilAt: number, most: number): Date[] {
  const steps = Math.min(most - 1, Math.floor((untilAt - fromAt) / DAY_MS));
  const stepMs = steps === 0 ? 0 : (untilAt - fromAt) / steps;
  return Array.from({ length: steps + 1 }, (_, step) => new Date(fromAt + stepMs * step));
}

function pressPoint(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.target instanceof SVGElement)) return;
  event.target.dispatchEvent(new MouseEvent("click", { bubbles: true }));
}
