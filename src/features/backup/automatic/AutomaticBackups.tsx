import { useState } from "react";
import type { Failure } from "../../../domain/failure.ts";
import type { BackupLocation } from "../../../domain/location.ts";
import type { ChangeOutcome } from "../../../queries/locationChange.ts";
import { useLocationChange } from "../../../queries/useLocationChange.ts";
import { Button } from "../../../ui/Button.tsx";
import { automaticStrings } from "../../../ui/commandStrings.ts";
import { FailureDetails } from "../../../ui/FailureDetails.tsx";
import { failureAdvice, failureWords } from "../../../ui/failureStrings.ts";
import { formatDateTime } from "../../../ui/format.ts";
import { InlineConfirm } from "../../../ui/InlineConfirm.tsx";
import { Notice, type NoticeTone } from "../../../ui/Notice.tsx";
import { usePreferences } from "../../../ui/preferences.ts";
import styles from "./AutomaticBackups.module.css";

export interface AutomaticBackupsProps {
  location: BackupLocation;
  stage: "asking" | "busy" | "told";
  onStage: (stage: "asking" | "busy" | "told" | null) => void;
}

/** Turns automatic backups off or on: asks, follows the change to its end, says what became of it. */
export function AutomaticBackups({ location, stage, onStage }: AutomaticBackupsProps) {
  const { timeZone } = usePreferences();
  const { state, change, dismiss } = useLocationChange();
  // What was asked stays asked, also once the stamp has it: the label above changes then, this does not.
  const [enabling, setEnabling] = useState(location.schedulerEnabled === false);
  const [outcome, setOutcome] = useState<ChangeOutcome | "busy" | null>(null);
  const [opener] = useState(() => document.activeElement);
  const back = () => {
    if (opener instanceof HTMLElement) opener.focus();
  };
  const close = () => {
    back();
    onStage(null);
  };
  const send = async () => {
    onStage("busy");
    back();
    const ended = await change("automatic", { schedulerEnabled: enabling }, null);
    dismiss();
    setOutcome(ended ?? "busy");
    onStage("told");
  };
  const words = enabling ? automaticStrings.enable : automaticStrings.disable;
  if (stage === "asking") {
    const asked = location.schedulerEnabled === false;
    // Asked anew after an earlier change was told.
    if (asked !== enabling) setEnabling(asked);
    return (
      <InlineConfirm
        title={words.title}
        text={textOf(location, (at) => formatDateTime(at, timeZone))}
        onYes={() => void send()}
        onNo={close}
      />
    );
  }
  if (stage === "busy" || outcome === null) {
    const trouble = state.kind === "saving" && state.trouble;
    return (
      <div className={styles["told"]}>
        <Notice tone="info" title={words.saving}>
          {trouble && automaticStrings.trouble}
        </Notice>
      </div>
    );
  }
  return (
    <div className={styles["told"]}>
      <OutcomeNotice
        outcome={outcome}
        enabling={enabling}
        onRetry={() => onStage("asking")}
        onDismiss={close}
      />
    </div>
  );
}

function textOf(location: BackupLocation, format: (at: number) => string): string {
  if (location.schedulerEnabled !== false) return automaticStrings.disable.text;
  const { text, textUndated } = automaticStrings.enable;
  return location.nextBackupAt === null ? textUndated : text(format(location.nextBackupAt));
}

interface OutcomeNoticeProps {
  outcome: ChangeOutcome | "busy";
  enabling: boolean;
  onRetry: () => void;
  onDismiss: () => void;
}

function OutcomeNotice({ outcome, enabling, onRetry, onDismiss }: OutcomeNoticeProps) {
  const words = enabling ? automaticStrings.enable : automaticStrings.disable;
  const { tone, title, text, failure } = tell(outcome, words);
  return (
    <Notice
      tone={tone}
      title={title}
      details={failure && <FailureDetails failure={failure} />}
      actions={
        <>
          {tone !== "info" && (
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

type Words = (typeof automaticStrings)["enable"] | (typeof automaticStrings)["disable"];

function tell(
  outcome: ChangeOutcome | "busy",
  words: Words,
): { tone: NoticeTone; title: string; text: string; failure?: Failure } {
  if (outcome === "busy") return { tone: "warning", title: words.notDone, text: automaticStrings.busy };
  switch (outcome.kind) {
    case "saved":
      return { tone: "info", title: words.done, text: words.doneText };
    case "notSent":
    case "refused": {
      const { failure } = outcome;
      const still = outcome.kind === "notSent" ? `${automaticStrings.notSent} ${words.still}` : words.still;
      return { tone: "error", title: words.notDone, text: `${because(failure)} ${still}`, failure };
    }
    case "unclear":
    case "lost": {
      const { failure } = outcome;
      const text = `${failureWords[failure.kind]} ${automaticStrings.unclear}`;
      return { tone: "warning", title: words.notDone, text, failure };
    }
    case "untracked":
    case "moved":
      return { tone: "warning", title: words.notDone, text: automaticStrings.unclear };
  }
}

function because({ kind, retryAfterMs }: Failure): string {
  const next =
    retryAfterMs === null ? failureAdvice[kind] : automaticStrings.wait(Math.ceil(retryAfterMs / 1_000));
  return `${failureWords[kind]} ${next}`;
}
