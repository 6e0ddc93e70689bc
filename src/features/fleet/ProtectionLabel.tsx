import { CalendarErrorFilled } from "@fluentui/react-icons/headless/svg/calendar-error";
import { ClockAlarmFilled } from "@fluentui/react-icons/headless/svg/clock-alarm";
import { DismissCircleFilled } from "@fluentui/react-icons/headless/svg/dismiss-circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/headless/svg/error-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/headless/svg/question-circle";
import { ShieldCheckmarkFilled } from "@fluentui/react-icons/headless/svg/shield-checkmark";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import type { ReactNode } from "react";
import type { Protection, ProtectionKind } from "../../domain/protection.ts";
import { protectionText } from "../../common/protectionStrings.ts";
import { StateLabel, type StateTone } from "../../ui/StateLabel.tsx";

/** Icon and tone of each verdict; a new one breaks the build here. */
const APPEARANCE: Record<ProtectionKind, { tone: StateTone; icon: ReactNode }> = {
  protected: { tone: "good", icon: <ShieldCheckmarkFilled /> },
  overdue: { tone: "bad", icon: <ClockAlarmFilled /> },
  lastAttemptFailed: { tone: "warning", icon: <WarningFilled /> },
  attemptUnclear: { tone: "warning", icon: <QuestionCircleFilled /> },
  notUploaded: { tone: "warning", icon: <WarningFilled /> },
  onStampOnly: { tone: "warning", icon: <WarningFilled /> },
  noBackupYet: { tone: "bad", icon: <DismissCircleFilled /> },
  automaticOff: { tone: "warning", icon: <CalendarErrorFilled /> },
  notConfigured: { tone: "bad", icon: <ErrorCircleFilled /> },
  cannotTell: { tone: "neutral", icon: <QuestionCircleFilled /> },
};

/** Whether a stamp is protected, as icon and word. */
export function ProtectionLabel({ verdict }: { verdict: Protection }) {
  const { tone, icon } = APPEARANCE[verdict.kind];
  return (
    <StateLabel tone={tone} icon={icon}>
      {protectionText(verdict)}
    </StateLabel>
  );
}
