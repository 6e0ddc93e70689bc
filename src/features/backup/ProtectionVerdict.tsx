import { Button } from "@fluentui/react-components";
import { ArrowSyncCircleFilled } from "@fluentui/react-icons/headless/svg/arrow-sync-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/headless/svg/question-circle";
import { ShieldCheckmarkFilled } from "@fluentui/react-icons/headless/svg/shield-checkmark";
import type { ReactNode } from "react";
import type { Attempt, Protection, ProtectionKind, ProtectionReport } from "../../domain/protection.ts";
import { nextSentence } from "../../domain/sentences.ts";
import { formatSpan } from "../../domain/duration.ts";
import type { BackupsState } from "../../queries/useBackupState.ts";
import { useLocationState } from "../../queries/useBackupState.ts";
import { useProtection } from "../../queries/useProtection.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useEveryHalfMinute } from "../../ui/clock.ts";
import { failureAdvice, failureTexts } from "../../common/failureStrings.ts";
import { formatRelative } from "../../ui/format.ts";
import { Notice, type NoticeTone } from "../../ui/Notice.tsx";
import { protectionText } from "../../common/protectionStrings.ts";
import { StateLabel } from "../../ui/StateLabel.tsx";
import { verdictStrings } from "./verdictStrings.ts";
import styles from "./ProtectionVerdict.module.css";

export interface ProtectionVerdictProps {
  state: BackupsState;
  signedIn: boolean;
  /** Whether the page already shows that the stamp doesn't answer; then only known facts are shown. */
  connectionLost: boolean;
  actions: VerdictActions;
  /** Beside the title, or after the sentence of a bar: how many checks of recovery readiness passed. */
  readiness: ReactNode;
}

/** What a verdict can be answered with. */
export interface VerdictActions {
  onBackupNow: () => void;
  /** Why Backup now cannot be pressed. */
  backupDisabledReason: string | null;
  onEnableAutomatic: () => void;
  configurationHref: string;
  hrefOf: (backupId: string) => string;
}

/** Protected and unknown are a line; anything that needs an operator is a full-width bar. */
const TONES: Record<ProtectionKind, NoticeTone | null> = {
  protected: null,
  overdue: "error",
  lastAttemptFailed: "warning",
  noBackupYet: "warning",
  attemptUnclear: "warning",
  notUploaded: "warning",
  onStampOnly: "warning",
  automaticOff: "warning",
  notConfigured: "warning",
  cannotTell: null,
};

/** Whether the stamp is protected, why not, and what to do. Renders twice a minute, because a backup becomes overdue with time. */
export function ProtectionVerdict({
  state,
  signedIn,
  connectionLost,
  actions,
  readiness,
}: ProtectionVerdictProps) {
  useEveryHalfMinute();
  const { now } = useSession();
  const { location } = useLocationState();
  const report = useProtection(state);
  const { verdict } = report;
  const asking = signedIn && verdict.kind === "cannotTell" && verdict.why === null && !connectionLost;
  const moment: Moment = {
    ago: (at) => formatRelative(at, now()),
    next: nextText(location?.nextBackupAt ?? null, now()),
    running: state.busy?.kind === "running",
    connectionLost,
  };
  const tone = signedIn ? toneOf(report) : null;
  const isProtected = verdict.kind === "protected";
  const Icon = asking ? ArrowSyncCircleFilled : isProtected ? ShieldCheckmarkFilled : QuestionCircleFilled;
  const sentence = asking
    ? verdictStrings.askingText
    : signedIn
      ? sentenceOf(report, moment)
      : verdictStrings.signIn;
  return (
    <section aria-label={verdictStrings.region} className={styles["verdict"]}>
      {tone ? (
        <Notice
          tone={tone}
          title={protectionText(verdict)}
          actions={moment.running ? null : <Action report={report} actions={actions} />}
        >
          {sentence} {readiness}
        </Notice>
      ) : (
        <div className={styles["line"]}>
          <p className={styles["title"]}>
            <StateLabel tone={isProtected ? "good" : "neutral"} icon={<Icon />}>
              {asking ? verdictStrings.asking : protectionText(verdict)}
            </StateLabel>
          </p>
          <p className={styles["sentence"]}>{sentence}</p>
          <p className={styles["readiness"]}>{signedIn && readiness}</p>
        </div>
      )}
    </section>
  );
}

/** A stamp whose first backup is still to come is no fault; one whose attempts failed is. */
function toneOf({ verdict, lastAttempt }: ProtectionReport): NoticeTone | null {
  if (verdict.kind === "noBackupYet") return lastAttempt ? "error" : "info";
  return TONES[verdict.kind];
}

/** The first action: open the failed backup, else what the verdict requires. */
function Action({ report, actions }: { report: ProtectionReport; actions: VerdictActions }): ReactNode {
  const { verdict, lastAttempt } = report;
  const { hrefOf, onBackupNow, backupDisabledReason, onEnableAutomatic, configurationHref } = actions;
  const failedId =
    lastAttempt && lastAttempt.row.state.kind !== "succeeded" && verdict.kind !== "notConfigured"
      ? lastAttempt.row.id
      : null;
  if (failedId !== null) {
    return (
      <Button as="a" size="small" href={`#${hrefOf(failedId)}`}>
        {lastAttempt?.row.state.kind === "failed"
          ? verdictStrings.action.openFailed
          : verdictStrings.action.openAttempt}
      </Button>
    );
  }
  switch (verdict.kind) {
    case "notConfigured":
    case "onStampOnly":
      return (
        <Button size="small" onClick={() => (location.hash = configurationHref)}>
          {verdictStrings.action.configure}
        </Button>
      );
    case "automaticOff":
      return (
        <Button size="small" onClick={onEnableAutomatic}>
          {verdictStrings.action.enable}
        </Button>
      );
    case "overdue":
    case "noBackupYet":
    case "notUploaded":
      return (
        <Button
          size="small"
          disabledFocusable={backupDisabledReason !== null}
          title={backupDisabledReason ?? undefined}
          onClick={onBackupNow}
        >
          {verdictStrings.action.backupNow}
        </Button>
      );
    case "protected":
    case "lastAttemptFailed":
    case "attemptUnclear":
    case "cannotTell":
      return null;
  }
}

interface Moment {
  ago: (at: number) => string;
  /** What to say of the next scheduled backup, after a sentence. */
  next: string;
  running: boolean;
  connectionLost: boolean;
}

function nextText(nextAt: number | null, now: number): string {
  const kind = nextSentence(nextAt, now);
  if (kind === null || nextAt === null) return "";
  return ` ${(kind === "past" ? verdictStrings.nextPast : verdictStrings.nextAt)(formatRelative(nextAt, now))}`;
}

type Sentences = {
  [Kind in Protection["kind"]]: (
    verdict: Extract<Protection, { kind: Kind }>,
    age: string,
    moment: Moment,
    report: ProtectionReport,
  ) => string;
};

const SENTENCES: Sentences = {
  protected: (_, age, moment) => `${verdictStrings.protected(age)}${moment.next}`,
  overdue: ({ byMs }, age, { running, ago }, { lastAttempt }) => {
    if (running) return verdictStrings.overdueRunning(age, spanText(byMs));
    const failed = lastAttempt && lastAttempt.row.state.kind !== "succeeded" ? lastAttempt : null;
    if (failed?.at == null) return verdictStrings.overdue(age, spanText(byMs));
    return verdictStrings.overdueFailed(attemptText(failed, ago), age, spanText(byMs));
  },
  lastAttemptFailed: ({ attempt }, age, { ago }) =>
    verdictStrings.lastAttemptFailed(attemptText(attempt, ago), age),
  noBackupYet: (_, _age, moment, { lastAttempt }) => {
    if (moment.running) return verdictStrings.noBackupYetRunning;
    return lastAttempt ? verdictStrings.noBackupYetFailed : `${verdictStrings.noBackupYet}${moment.next}`;
  },
  attemptUnclear: (_, age, { next }) => `${verdictStrings.attemptUnclear(age)}${next}`,
  notUploaded: (_, age) => verdictStrings.notUploaded(age),
  onStampOnly: (_, age) => verdictStrings.onStampOnly(age),
  automaticOff: (_, age) => verdictStrings.automaticOff(age),
  notConfigured: () => verdictStrings.notConfigured,
  cannotTell: ({ why }, age, { connectionLost }) => {
    const known = age === "" ? "" : verdictStrings.lastKnown(age);
    if (why === null) return connectionLost ? "" : verdictStrings.askingText;
    if (typeof why === "string") return `${verdictStrings[why]} ${known}`;
    // The bar above shows the failure; here only what is still known.
    return connectionLost ? known : `${failureTexts[why.kind]} ${known} ${failureAdvice[why.kind]}`;
  },
};

function attemptText({ row, at }: Attempt, ago: Moment["ago"]): string {
  return (
    row.state.kind === "partiallySucceeded" ? verdictStrings.attemptPartial : verdictStrings.attemptFailed
  )(at === null ? "" : ago(at));
}

function sentenceOf(report: ProtectionReport, moment: Moment): string {
  const { verdict, lastSuccessAt, automaticOff } = report;
  const age = lastSuccessAt === null ? "" : moment.ago(lastSuccessAt);
  const sentence = sentenceBy(verdict, age, moment, report);
  const untold = automaticOff && verdict.kind !== "automaticOff" && verdict.kind !== "notConfigured";
  return untold ? `${sentence} ${verdictStrings.alsoOff}` : sentence;
}

function sentenceBy<Kind extends Protection["kind"]>(
  verdict: Extract<Protection, { kind: Kind }>,
  age: string,
  moment: Moment,
  report: ProtectionReport,
): string {
  // The table's entry of a kind takes that kind of verdict, which TypeScript cannot follow through the union.
  const sentence = SENTENCES[verdict.kind] as (
    one: typeof verdict,
    age: string,
    moment: Moment,
    report: ProtectionReport,
  ) => string;
  return sentence(verdict, age, moment, report);
}

/** To the minute: this is read, not counted. */
function spanText(ms: number): string {
  return formatSpan(Math.max(60_000, Math.floor(ms / 60_000) * 60_000));
}
