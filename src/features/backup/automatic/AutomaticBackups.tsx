import { useState } from "react";
import type { Failure } from "../../../domain/failure.ts";
import type { BackupLocation } from "../../../domain/location.ts";
import type { ChangeOutcome } from "../../../queries/locationChange.ts";
import { useLocationChange } from "../../../queries/useLocationChange.ts";
import { Button } from "@fluentui/react-components";
import { FailureDetails } from "../../../common/FailureDetails.tsx";
import { failureText, failureTexts } from "../../../common/failureStrings.ts";
import { formatDateTime } from "../../../ui/format.ts";
import { InlineConfirm } from "../../../ui/InlineConfirm.tsx";
import { Notice, type NoticeTone } from "../../../ui/Notice.tsx";
import { useDateFormat } from "../../../ui/dateFormat.ts";
import { automaticStrings } from "./strings.ts";
import styles from "./AutomaticBackups.module.css";

export interface AutomaticBackupsProps {
  location: BackupLocation;
  /** Whether the confirmation is open; otherwise this shows the last change's progress or outcome. */
  asking: boolean;
  onChanging: (changing: "busy" | "told" | null) => void;
  onAnswered: () => void;
  /** The outcome was dismissed. */
  onDismiss: () => void;
}

/** Turns automatic backups off or on: confirms, tracks the change, shows the outcome. */
export function AutomaticBackups({
  location,
  asking,
  onChanging,
  onAnswered,
  onDismiss,
}: AutomaticBackupsProps) {
  const dates = useDateFormat();
  const { trouble, change, dismiss } = useLocationChange();
  const [last, setLast] = useState<{ enabling: boolean; outcome: ChangeOutcome | "busy" | null } | null>(
    null,
  );
  const [again, setAgain] = useState(false);
  const enabling = location.schedulerEnabled === false;
  const send = async () => {
    setAgain(false);
    setLast({ enabling, outcome: null });
    onChanging("busy");
    onAnswered();
    const outcome = await change("automatic", { schedulerEnabled: enabling }, null);
    dismiss();
    setLast({ enabling, outcome: outcome ?? "busy" });
    onChanging("told");
  };
  if (asking || again) {
    return (
      <InlineConfirm
        title={(enabling ? automaticStrings.enable : automaticStrings.disable).title}
        text={textOf(location, (at) => formatDateTime(at, dates))}
        onYes={() => void send()}
        onNo={() => {
          setAgain(false);
          onAnswered();
        }}
      />
    );
  }
  if (!last) return null;
  // Keep the text of the requested change: once applied, the location has the opposite state.
  const texts = last.enabling ? automaticStrings.enable : automaticStrings.disable;
  return (
    <div className={styles["told"]}>
      {last.outcome === null ? (
        <Notice tone="info" title={texts.saving}>
          {trouble && automaticStrings.trouble}
        </Notice>
      ) : (
        <OutcomeNotice
          outcome={last.outcome}
          texts={texts}
          onRetry={() => setAgain(true)}
          onDismiss={onDismiss}
        />
      )}
    </div>
  );
}

function textOf(location: BackupLocation, format: (at: number) => string): string {
  if (location.schedulerEnabled !== false) return automaticStrings.disable.text;
  const { text, textUndated } = automaticStrings.enable;
  return location.nextBackupAt === null ? textUndated : text(format(location.nextBackupAt));
}

type Texts = (typeof automaticStrings)["enable"] | (typeof automaticStrings)["disable"];

interface OutcomeNoticeProps {
  outcome: ChangeOutcome | "busy";
  texts: Texts;
  onRetry: () => void;
  onDismiss: () => void;
}

function OutcomeNotice({ outcome, texts, onRetry, onDismiss }: OutcomeNoticeProps) {
  const { tone, title, text, failure } = describeOutcome(outcome, texts);
  return (
    <Notice
      tone={tone}
      title={title}
      details={failure && <FailureDetails failure={failure} />}
      actions={
        <>
          {tone !== "success" && (
            <Button size="small" onClick={onRetry}>
              {automaticStrings.retry}
            </Button>
          )}
          <Button size="small" onClick={onDismiss}>
            {automaticStrings.dismiss}
          </Button>
        </>
      }
    >
      {text}
    </Notice>
  );
}

function describeOutcome(
  outcome: ChangeOutcome | "busy",
  texts: Texts,
): { tone: NoticeTone; title: string; text: string; failure?: Failure } {
  if (outcome === "busy") return { tone: "warning", title: texts.notDone, text: automaticStrings.busy };
  switch (outcome.kind) {
    case "saved":
      return { tone: "success", title: texts.done, text: texts.doneText };
    case "notSent":
    case "refused": {
      const { failure } = outcome;
      const still = outcome.kind === "notSent" ? `${automaticStrings.notSent} ${texts.still}` : texts.still;
      return {
        tone: "error",
        title: texts.notDone,
        text: `${failureText(failure, automaticStrings.wait)} ${still}`,
        failure,
      };
    }
    case "unclear":
    case "lost": {
      const { failure } = outcome;
      const text = `${failureTexts[failure.kind]} ${automaticStrings.unclear}`;
      return { tone: "warning", title: texts.notDone, text, failure };
    }
    case "untracked":
    case "moved":
      return { tone: "warning", title: texts.notDone, text: automaticStrings.unclear };
  }
}
