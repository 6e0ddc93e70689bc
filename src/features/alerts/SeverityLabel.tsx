import { ErrorCircleFilled } from "@fluentui/react-icons/headless/svg/error-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/headless/svg/question-circle";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import type { ReactNode } from "react";
import type { AlertSeverity, AlertSeverityKind } from "../../domain/alert.ts";
import { StateLabel, type StateTone } from "../../ui/StateLabel.tsx";
import { severityText } from "./strings.ts";

/** Icon and tone of each severity; a new one breaks the build here. */
export const SEVERITY_APPEARANCE: Record<AlertSeverityKind, { tone: StateTone; icon: ReactNode }> = {
  critical: { tone: "bad", icon: <ErrorCircleFilled /> },
  warning: { tone: "warning", icon: <WarningFilled /> },
  unknown: { tone: "warning", icon: <QuestionCircleFilled /> },
};

/** How bad an alert is, as icon and word; a closed one is past. */
export function SeverityLabel({ severity, past = false }: { severity: AlertSeverity; past?: boolean }) {
  const { tone, icon } = SEVERITY_APPEARANCE[severity.kind];
  return (
    <StateLabel tone={past ? "neutral" : tone} icon={icon}>
      <bdi>{severityText(severity)}</bdi>
    </StateLabel>
  );
}
