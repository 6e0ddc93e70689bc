import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { longestGap, sinceSuccess, slotsKept, worstRecoveryPoint } from "../../domain/historyFigures.ts";
import { durationsOf } from "../../domain/backupDurations.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useBackupHistory } from "../../queries/useBackupHistory.ts";
import { useHalfMinuteBeat } from "../../ui/clock.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { formatDateTime, formatNumber } from "../../ui/format.ts";
import { lazyPart } from "../../ui/lazyPart.tsx";
import type { DurationPlotProps } from "./DurationPlot.tsx";
import { HistoryMarks, type HistoryMarksProps } from "./HistoryMarks.tsx";
import styles from "./HistoryPage.module.css";
import { Legend } from "./Legend.tsx";
import parts from "./parts.module.css";
import { RecordsExport } from "./RecordsExport.tsx";
import { historyPageStrings as words, minutesText, recordsStrings } from "./strings.ts";

// Fluent's charts, 55 KB: for this page alone, below what it can show without them.
const DurationPlot = lazyPart(() => import("./DurationPlot.tsx").then((module) => module.DurationPlot));

/** Marks and points: ten thousand at once, each with a tooltip of its own, stop a browser for minutes. */
const MARKS_AT_ONCE = 400;

/** The whole list by day and slot, what it comes to, and how long each run took. */
export function HistoryPage(links: Omit<HistoryMarksProps, "marks" | "byDay">) {
  useHalfMinuteBeat();
  const history = useBackupHistory();
  const { marks } = history;
  const [most, setMost] = useState(MARKS_AT_ONCE);
  const shown = marks.slice(-most);
  const earlier = marks.length - shown.length;
  return (
    <div className={parts["page"]}>
      <header>
        <h2 className={parts["title"]}>{words.title}</h2>
        <p className="muted">{words.lead}</p>
      </header>
      {marks.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <section className={parts["part"]} aria-label={words.figures}>
            <h3 className={parts["heading"]}>{words.figures}</h3>
            <Figures />
          </section>
          <section className={parts["part"]} aria-label={words.slots}>
            <h3 className={parts["heading"]}>{words.slots}</h3>
            {earlier > 0 && (
              <div>
                <Button onClick={() => setMost(most + MARKS_AT_ONCE)}>
                  {words.earlier(formatNumber(Math.min(earlier, MARKS_AT_ONCE)), formatNumber(earlier))}
                </Button>
              </div>
            )}
            <HistoryMarks marks={shown} byDay {...links} />
            <Legend marks={shown} />
          </section>
          <section className={parts["part"]} aria-label={words.durations}>
            <h3 className={parts["heading"]}>{words.durations}</h3>
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
        label: words.keptIn(days),
        value: words.keptOf(kept, known),
        rests: words.keptRests(known, unknown, running, isWhole),
      };
    }),
    gap && {
      label: words.gap,
      value: minutesText(gap.ms),
      rests: words.gapRests(date(gap.fromAt), gap.untilAt === null ? null : date(gap.untilAt)),
    },
    since.successAt !== null && {
      label: words.since,
      value: String(since.failed + since.partiallySucceeded + since.missing),
      rests: words.sinceRests(date(since.successAt)),
    },
    worst && {
      label: words.worst,
      value: minutesText(worst.ms),
      rests: words.worstRests(
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
            <div key={figure.label} className={styles["figure"]}>
              <dt>{figure.label}</dt>
              <dd className={styles["value"]}>{figure.value}</dd>
              <dd className={styles["rests"]}>{figure.rests}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** What the durations come to, in words, and each of them in a plot. */
function Durations({ series, hrefOf }: DurationPlotProps) {
  const { points, band, trend } = series;
  if (points.length === 0) return <p className="muted">{words.noDurations}</p>;
  const newest = points.slice(-MARKS_AT_ONCE);
  const longer = points.filter(({ outlier }) => outlier === "longer").length;
  const shorter = points.filter(({ outlier }) => outlier === "shorter").length;
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
      <p className="muted">
        {words.openHint} {newest.length < points.length && words.plotNewest(formatNumber(newest.length))}
      </p>
      <DurationPlot
        series={{ ...series, points: newest }}
        hrefOf={hrefOf}
        fallback={<div className={styles["plotToCome"]} />}
      />
    </>
  );
}
