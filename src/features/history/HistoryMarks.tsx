import { Tooltip, useArrowNavigationGroup, useRestoreFocusTarget } from "@fluentui/react-components";
import { byDay, type HistoryMark } from "../../domain/backupHistory.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { formatDate, type DateFormat } from "../../ui/format.ts";
import styles from "./HistoryMarks.module.css";
import { isDot, MARK_APPEARANCE, markText } from "./markAppearance.tsx";
import { historyStrings } from "./strings.ts";

export interface HistoryMarksProps {
  marks: readonly HistoryMark[];
  hrefOf: (backupId: string) => string;
  /** Where a slot without a backup leads. */
  historyHref: string;
  /** Days beside one another however wide it is. */
  byDay?: boolean;
}

/** Marks by day, oldest first: in one row, or where that is narrow, days beside one another. One Tab stop; arrows move. */
export function HistoryMarks({ marks, hrefOf, historyHref, byDay: alwaysByDay = false }: HistoryMarksProps) {
  const format = useDateFormat();
  const navigation = useArrowNavigationGroup({ axis: "both", memorizeCurrent: true });
  const days = byDay(marks, (at) => formatDate(at, format));
  return (
    <ol
      {...navigation}
      className={`${styles["days"]} ${alwaysByDay ? styles["byDay"] : styles["inRow"]}`}
      aria-label={historyStrings.marks}
    >
      {days.map(({ day, marks: ofDay }) => (
        <li key={day} className={styles["day"]}>
          <span className={styles["label"]} aria-hidden>
            {dayOfMonth(ofDay[0]?.at ?? 0, format)}
          </span>
          <ol className={styles["marks"]} aria-label={day}>
            {ofDay.map((mark) => (
              <Mark
                key={mark.key}
                mark={mark}
                format={format}
                to={mark.row?.id == null ? historyHref : hrefOf(mark.row.id)}
              />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Mark({ mark, format, to }: { mark: HistoryMark; format: DateFormat; to: string }) {
  const restoreFocus = useRestoreFocusTarget();
  const { icon, tone } = MARK_APPEARANCE[mark.kind];
  return (
    <li className={isDot(mark) ? styles["dot"] : styles["slot"]}>
      <Tooltip content={markText(mark, format)} relationship="label" withArrow>
        <AppLink {...restoreFocus} to={to} className={`${styles["mark"]} ${styles[tone]}`}>
          {icon}
        </AppLink>
      </Tooltip>
    </li>
  );
}

function dayOfMonth(at: number, { timeZone }: DateFormat): string {
  return new Intl.DateTimeFormat(undefined, { day: "numeric", timeZone }).format(at);
}
