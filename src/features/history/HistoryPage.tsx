import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { longestGap, sinceSuccess, slotsKept, worstRecoveryPoint } from "../../domain/historyFigures.ts";
import { durationsOf } from "../../domain/backupDurations.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useBackupHistory } from "../../queries/useBackupHistory.ts";
import { Card } from "../../ui/Card.tsx";
import { useEveryHalfMinute } from "../../ui/clock.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { formatDateTime, formatNumber } from "../../ui/format.ts";
import { lazyPart } from "../../ui/lazyPart.tsx";
import type { DurationPlotProps } from "./DurationPlot.tsx";
import { HistoryMarks, type HistoryMarksProps } from "./HistoryMarks.tsx";
import styles from "./HistoryPage.module.css";
import { Legend } from "./Legend.tsx";
import parts from "./parts.module.css";
import { RecordsExport } from "./RecordsExport.tsx";
import { historyPageStrings, minutesText, recordsStrings } from "./strings.ts";

// Fluent's charts, 55 KB: for this page alone, below what it can show without them.
const DurationPlot = lazyPart(() => import("./DurationPlot.tsx").then((module) => module.DurationPlot));

/** Marks and points: ten thousand at once, each with a tooltip of its own, stop a browser for minutes. */
const MARKS_AT_ONCE = 400;

/** The whole list by day and slot, what it comes to, and how long each run took. */
export function HistoryPage(links: Omit<HistoryMarksProps, "marks" | "byDay">) {
  useEveryHalfMinute();
  const history = useBackupHistory();
  const { marks } = history;
  const [most, setMost] = useState(MARKS_AT_ONCE);
  const shown = marks.slice(-most);
  const earlier = marks.length - shown.length;
  return (
    <div className={parts["page"]}>
      <header>
        <h2 className={parts["title"]}>{historyPageStrings.title}</h2>
        <p className="muted">{historyPageStrings.lead}</p>
      </header>
      {marks.length === 0 ? (
        <p>{historyPageStrings.empty}</p>
      ) : (
        <>
          <section className={parts["part"]} aria-label={historyPageStrings.figures}>
            <h3 className={parts["heading"]}>{historyPageStrings.figures}</h3>
            <Figures />
          </section>
          <section className={parts["part"]} aria-label={historyPageStrings.slots}>
            <h3 className={parts["heading"]}>{historyPageStrings.slots}</h3>
            {earlier > 0 && (
              <div>
                <Button onClick={() => setMost(most + MARKS_AT_ONCE)}>
                  {historyPageStrings.earlier(
                    formatNumber(Math.min(earlier, MARKS_AT_ONCE)),
                    formatNumber(earlier),
                  )}
                </Button>
              </div>
            )}
            <HistoryMarks marks={shown} byDay {...links} />
            <Legend marks={shown} />
          </section>
          <section className={parts["part"]} aria-label={historyPageStrings.durations}>
            <h3 className={parts["heading"]}>{historyPageStrings.durations}</h3>
            <Durations series={durationsOf(marks)} hrefOf={links.hrefOf} />
          </section>
          <section className={parts["part"]} aria-label={recordsStrings.title}>
            <h3 className={parts["heading"]}>{recordsStrings.title}</h3>
            <RecordsExport />
          </section>
        </>
      )}
    </div>
  );
}

/** Each figure with what it rests on. */
function Figures() {
  const history = useBackupHistory();
  const { now } = useSession();
  const format = useDateFormat();
  const date = (at: number) => formatDateTime(at, format);
  const gap = longestGap(history, now());
  const since = sinceSuccess(history);
  const worst = worstRecoveryPoint(history, now());
  const figures = [
    ...[7, 14, 30].map((days) => {
      const { kept, known, unknown, running, isWhole } = slotsKept(history, days, now());
      return {
        label: historyPageStrings.keptIn(days),
        value: historyPageStrings.keptOf(kept, known),
        rests: historyPageStrings.keptRests(known, unknown, running, isWhole),
      };
    }),
    gap && {
      label: historyPageStrings.gap,
      value: minutesText(gap.ms),
      rests: historyPageStrings.gapRests(date(gap.fromAt), gap.untilAt === null ? null : date(gap.untilAt)),
    },
    since.successAt !== null && {
      label: historyPageStrings.since,
      value: String(since.failed + since.partiallySucceeded + since.missing),
      rests: historyPageStrings.sinceRests(date(since.successAt)),
    },
    worst && {
      label: historyPageStrings.worst,
      value: minutesText(worst.ms),
      rests: historyPageStrings.worstRests(
        worst.successes,
        worst.plannedMs === null ? null : minutesText(worst.plannedMs),
      ),
    },
  ];
  return (
    <dl className={styles["figures"]}>
      {figures.map(
        (figure) =>
          figure && (
            <Card key={figure.label}>
              <dt>{figure.label}</dt>
              <dd className={styles["value"]}>{figure.value}</dd>
              <dd className={styles["rests"]}>{figure.rests}</dd>
            </Card>
          ),
      )}
    </dl>
  );
}

/** What the durations come to, in words, and each of them in a plot. */
function Durations({ series, hrefOf }: DurationPlotProps) {
  const { points, band, trend } = series;
  if (points.length === 0) return <p className="muted">{historyPageStrings.noDurations}</p>;
  const newest = points.slice(-MARKS_AT_ONCE);
  const longer = points.filter(({ outlier }) => outlier === "longer").length;
  const shorter = points.filter(({ outlier }) => outlier === "shorter").length;
  return (
    <>
      <p>
        {band === null
          ? historyPageStrings.noBand
          : historyPageStrings.band(minutesText(band.lowMs), minutesText(band.highMs), band.sampleSize)}{" "}
        {[longer > 0 && historyPageStrings.longer(longer), shorter > 0 && historyPageStrings.shorter(shorter)]
          .filter((part) => part !== false)
          .join(" ")}
      </p>
      {trend && (
        <p>
          {historyPageStrings.trend(
            minutesText(trend.earlierMs),
            minutesText(trend.recentMs),
            trend.perThird,
          )}
        </p>
      )}
      <p className="muted">
        {historyPageStrings.openHint}{" "}
        {newest.length < points.length && historyPageStrings.plotNewest(formatNumber(newest.length))}
      </p>
      <DurationPlot
        series={{ ...series, points: newest }}
        hrefOf={hrefOf}
        fallback={<div className={styles["plotToCome"]} />}
      />
    </>
  );
}
