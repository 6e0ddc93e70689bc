import { Tooltip, useArrowNavigationGroup } from "@fluentui/react-components";
import type { DurationPoint, DurationSeries } from "../../domain/backupDurations.ts";
import { formatSpan } from "../../domain/duration.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { formatDate, formatDateTime } from "../../ui/format.ts";
import styles from "./HistoryPage.module.css";
import { minutesText } from "./minutesText.ts";
import { historyPageStrings as words, markWords } from "./strings.ts";

/** Longer lists are drawn by their newest: more marks than that have no room of their own. */
const MOST_POINTS = 400;

export interface DurationPlotProps {
  series: DurationSeries;
  hrefOf: (backupId: string) => string;
}

/** Each run's duration over time, with the band of the usual. Points are links: one Tab stop, arrows move. */
export function DurationPlot({ series, hrefOf }: DurationPlotProps) {
  const format = useDateFormat();
  const navigation = useArrowNavigationGroup({ axis: "horizontal", memorizeCurrent: true });
  const { band, trend } = series;
  const points = series.points.slice(-MOST_POINTS);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p className="muted">{words.noDurations}</p>;
  const top = Math.max(...points.map(({ tookMs }) => tookMs), band?.highMs ?? 0) * 1.1;
  const spanMs = Math.max(1, last.at - first.at);
  const up = (ms: number) => `${(ms / top) * 100}%`;
  const longer = points.filter(({ outlier }) => outlier === "longer").length;
  const shorter = points.filter(({ outlier }) => outlier === "shorter").length;
  const pointText = ({ row, at, tookMs, outlier }: DurationPoint) =>
    [
      formatSpan(tookMs),
      outlier !== null && words.outlier[outlier],
      row.state.kind !== "unrecognised" && row.state.kind !== "inProgress" && markWords[row.state.kind],
      formatDateTime(at, format),
    ]
      .filter((part) => part !== false)
      .join(", ");
  return (
    <>
      <p>
        {band === null
          ? words.noBand
          : words.band(minutesText(band.lowMs), minutesText(band.highMs), band.sampleSize)}{" "}
        {[longer > 0 && words.longer(longer), shorter > 0 && words.shorter(shorter)]
          .filter((part) => part !== false)
          .join(" ")}
      </p>
      {trend && (
        <p>{words.trend(minutesText(trend.earlierMs), minutesText(trend.recentMs), trend.perThird)}</p>
      )}
      <div className={styles["plot"]}>
        <span className={styles["top"]}>{minutesText(top)}</span>
        {band && (
          <div
            className={styles["band"]}
            title={words.bandLegend}
            style={{ bottom: up(band.lowMs), height: up(band.highMs - band.lowMs) }}
          />
        )}
        <ol {...navigation} aria-label={words.plot}>
          {points.map((point) => (
            <li
              key={point.key}
              className={styles["point"]}
              style={{ left: `${((point.at - first.at) / spanMs) * 100}%`, bottom: up(point.tookMs) }}
            >
              <Tooltip content={pointText(point)} relationship="label" withArrow>
                <AppLink
                  to={point.row.id === null ? "" : hrefOf(point.row.id)}
                  className={`${styles["pointMark"]} ${styles[pointClass(point)]}`}
                />
              </Tooltip>
            </li>
          ))}
        </ol>
      </div>
      <div className={styles["axis"]}>
        <span>{formatDate(first.at, format)}</span>
        <span>{formatDate(last.at, format)}</span>
      </div>
    </>
  );
}

function pointClass({ isSuccess, outlier }: DurationPoint): "usual" | "unusual" | "notSuccess" {
  if (!isSuccess) return "notSuccess";
  return outlier === null ? "usual" : "unusual";
}
