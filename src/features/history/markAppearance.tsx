import { ArrowSyncFilled } from "@fluentui/react-icons/headless/svg/arrow-sync";
import { CheckmarkFilled } from "@fluentui/react-icons/headless/svg/checkmark";
import { CircleHalfFillFilled } from "@fluentui/react-icons/headless/svg/circle-half-fill";
import { CircleHintFilled } from "@fluentui/react-icons/headless/svg/circle-hint";
import { DismissFilled } from "@fluentui/react-icons/headless/svg/dismiss";
import { QuestionFilled } from "@fluentui/react-icons/headless/svg/question";
import { SubtractFilled } from "@fluentui/react-icons/headless/svg/subtract";
import type { ReactElement } from "react";
import type { HistoryMark, MarkKind } from "../../domain/backupHistory.ts";
import { formatSpan } from "../../domain/duration.ts";
import { formatDateTime, type DateFormat } from "../../ui/format.ts";
import { historyStrings, markTexts, unknownReasonText } from "./strings.ts";

/** Icon of each mark, and the class of its color in HistoryMarks.module.css. */
export const MARK_APPEARANCE: Record<MarkKind, { icon: ReactElement; tone: string }> = {
  succeeded: { icon: <CheckmarkFilled />, tone: "good" },
  partiallySucceeded: { icon: <CircleHalfFillFilled />, tone: "warning" },
  failed: { icon: <DismissFilled />, tone: "bad" },
  skipped: { icon: <SubtractFilled />, tone: "neutral" },
  missing: { icon: <CircleHintFilled />, tone: "missing" },
  running: { icon: <ArrowSyncFilled />, tone: "busy" },
  checking: { icon: <ArrowSyncFilled />, tone: "busy" },
  finishing: { icon: <ArrowSyncFilled />, tone: "busy" },
  unconfirmed: { icon: <QuestionFilled />, tone: "neutral" },
  lost: { icon: <QuestionFilled />, tone: "neutral" },
  deleted: { icon: <SubtractFilled />, tone: "neutral" },
  unknown: { icon: <QuestionFilled />, tone: "neutral" },
};

/** Whether a mark is drawn as a dot between the slots: a run that the schedule did not start. */
export function isDot({ isSlot, trigger }: HistoryMark): boolean {
  return !isSlot && trigger === "onDemand";
}

/** "Failed, scheduled, Nov 20, 2026, 9:30:05 AM PST, 3 min 12 s": what a mark says in a line. */
export function markText(mark: HistoryMark, format: DateFormat): string {
  const { kind, at, trigger, row, why } = mark;
  const tookMs = row?.backup?.tookMs ?? null;
  return [
    markTexts[kind],
    trigger === null ? historyStrings.unknownTrigger : historyStrings[trigger],
    formatDateTime(at, format),
    tookMs !== null && formatSpan(tookMs),
    row === null && historyStrings.noBackup,
    why !== null && unknownReasonText[why],
  ]
    .filter((part) => part !== false)
    .join(", ");
}
