import type { HistoryMark, MarkKind } from "../../domain/backupHistory.ts";
import styles from "./HistoryStrip.module.css";
import { isDot, MARK_APPEARANCE } from "./markAppearance.tsx";
import { historyStrings, markTexts } from "./strings.ts";

/** The kinds of marks that are there, in words. */
export function Legend({ marks }: { marks: readonly HistoryMark[] }) {
  const kinds = new Set(marks.filter((mark) => !isDot(mark)).map(({ kind }) => kind));
  // Object.keys forgets that a record of literal keys has these and no others.
  const shown = (Object.keys(MARK_APPEARANCE) as MarkKind[]).filter((kind) => kinds.has(kind));
  return (
    <ul className={styles["keys"]}>
      {shown.map((kind) => (
        <li key={kind}>
          {MARK_APPEARANCE[kind].icon} {markTexts[kind]}
        </li>
      ))}
      {marks.some(isDot) && <li>● {historyStrings.legendOnDemand}</li>}
    </ul>
  );
}
