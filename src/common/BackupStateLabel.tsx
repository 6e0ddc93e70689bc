import { ArrowSyncCircleFilled } from "@fluentui/react-icons/headless/svg/arrow-sync-circle";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/headless/svg/checkmark-circle";
import { CircleHalfFillFilled } from "@fluentui/react-icons/headless/svg/circle-half-fill";
import { DismissCircleFilled } from "@fluentui/react-icons/headless/svg/dismiss-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/headless/svg/question-circle";
import { SubtractCircleFilled } from "@fluentui/react-icons/headless/svg/subtract-circle";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import type { ReactNode } from "react";
import type { RowState, RowStateKind } from "../domain/backupState.ts";
import { StateLabel, type StateTone } from "../ui/StateLabel.tsx";
import { commonStrings, stateTexts } from "./strings.ts";

/** Icon and tone of each state; a new state breaks the build here. */
export const STATE_APPEARANCE: Record<RowStateKind, { tone: StateTone; icon: ReactNode }> = {
  inProgress: { tone: "busy", icon: <ArrowSyncCircleFilled /> },
  checking: { tone: "busy", icon: <ArrowSyncCircleFilled /> },
  finishing: { tone: "busy", icon: <CircleHalfFillFilled /> },
  unconfirmed: { tone: "warning", icon: <QuestionCircleFilled /> },
  succeeded: { tone: "good", icon: <CheckmarkCircleFilled /> },
  partiallySucceeded: { tone: "warning", icon: <WarningFilled /> },
  failed: { tone: "bad", icon: <DismissCircleFilled /> },
  lost: { tone: "warning", icon: <QuestionCircleFilled /> },
  skipped: { tone: "neutral", icon: <SubtractCircleFilled /> },
  deleted: { tone: "neutral", icon: <SubtractCircleFilled /> },
  unknown: { tone: "warning", icon: <QuestionCircleFilled /> },
  unrecognised: { tone: "warning", icon: <QuestionCircleFilled /> },
};

/** What the page claims of a backup, as icon and word. */
export function BackupStateLabel({ state }: { state: RowState }) {
  const { tone, icon } = STATE_APPEARANCE[state.kind];
  return (
    <StateLabel tone={tone} icon={icon}>
      {stateText(state)}
    </StateLabel>
  );
}

/** The same as text only. */
export function stateText(state: RowState): string {
  return state.kind === "unknown" ? commonStrings.unknownState(state.raw) : stateTexts[state.kind];
}
