import { useId } from "react";
import { longestGap, sinceSuccess, slotsKept } from "../../domain/historyFigures.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useBackupHistory } from "../../queries/useBackupHistory.ts";
import { useEveryHalfMinute } from "../../ui/clock.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { formatDate } from "../../ui/format.ts";
import { HistoryMarks, type HistoryMarksProps } from "./HistoryMarks.tsx";
import styles from "./HistoryStrip.module.css";
import { Legend } from "./Legend.tsx";
import parts from "./parts.module.css";
import { historyStrings, minutesText } from "./strings.ts";

const DAYS = 14;
/** More have no room in a row; the History page shows them all. */
const MOST_MARKS = 90;

/** The last two weeks above the list: one mark per slot, runs on demand between them, and what they come to. */
export function HistoryStrip(links: Omit<HistoryMarksProps, "marks" | "byDay">) {
  useEveryHalfMinute();
  const { now } = useSession();
  const history = useBackupHistory();
  const format = useDateFormat();
  const id = useId();
  const fromAt = now() - DAYS * 24 * 3_600_000;
  const marks = history.marks.filter(({ at }) => at > fromAt).slice(-MOST_MARKS);
  const [first] = marks;
  const { kept, known } = slotsKept(history, DAYS, now());
  const gap = longestGap(history, now());
  const since = sinceSuccess(history);
  const figures = [
    known === 0 ? historyStrings.noSlots : historyStrings.kept(kept, known, DAYS),
    gap === null ? historyStrings.noSuccess : historyStrings.longestGap(minutesText(gap.ms)),
    gap !== null && historyStrings.sinceSuccess(since.failed + since.partiallySucceeded, since.missing),
  ].filter((figure) => figure !== false);
  return (
    <section aria-labelledby={id} className={parts["part"]}>
      <div className={styles["heading"]}>
        <h2 id={id} className={parts["heading"]}>
          {historyStrings.title}
        </h2>
        <span className="muted">{figures.join(" · ")}</span>
      </div>
      <HistoryMarks marks={marks} {...links} />
      <div className={styles["legend"]}>
        <span>{first && formatDate(first.at, format)}</span>
        <Legend marks={marks} />
        <span>{historyStrings.now}</span>
      </div>
    </section>
  );
}
