import { ArrowSyncRegular } from "@fluentui/react-icons/headless/svg/arrow-sync";
import type { Protection, ProtectionReport } from "../../domain/protection.ts";
import { nextSentence } from "../../domain/sentences.ts";
import { formatSpan } from "../../domain/duration.ts";
import type { BackupsState } from "../../queries/useBackupState.ts";
import { useLocationState } from "../../queries/useBackupState.ts";
import { useProtection } from "../../queries/useProtection.ts";
import { useSession } from "../../queries/SessionContext.ts";
import { useHalfMinuteBeat } from "../../ui/clock.ts";
import { failureAdvice, failureWords } from "../../ui/failureStrings.ts";
import { formatRelative } from "../../ui/format.ts";
import { ProtectionLabel } from "../../ui/ProtectionLabel.tsx";
import { StateLabel } from "../../ui/StateLabel.tsx";
import { verdictStrings as words } from "../../ui/verdictStrings.ts";
import styles from "./ProtectionVerdict.module.css";

export interface ProtectionVerdictProps {
  state: BackupsState;
  signedIn: boolean;
}

/** Whether the stamp is protected, in a word and a sentence. Renewed twice a minute: a backup gets overdue by itself. */
export function ProtectionVerdict({ state, signedIn }: ProtectionVerdictProps) {
  useHalfMinuteBeat();
  const { now } = useSession();
  const { location } = useLocationState();
  const report = useProtection(state);
  const { verdict } = report;
  const asking = signedIn && verdict.kind === "cannotTell" && verdict.why === null;
  const moment: Moment = {
    ago: (at) => formatRelative(at, now()),
    next: nextText(location?.nextBackupAt ?? null, now()),
    running: state.busy?.kind === "running",
  };
  return (
    <section aria-label={words.region} className={styles["verdict"]}>
      <p className={styles["title"]}>
        {asking ? (
          <StateLabel tone="neutral" icon={<ArrowSyncRegular />}>
            {words.asking}
          </StateLabel>
        ) : (
          <ProtectionLabel verdict={verdict} />
        )}
      </p>
      <p className={styles["sentence"]}>
        {asking ? words.askingText : signedIn ? sentenceOf(report, moment) : words.signIn}
      </p>
    </section>
  );
}

interface Moment {
  ago: (at: number) => string;
  /** What to say of the next scheduled backup, after a sentence. */
  next: string;
  running: boolean;
}

function nextText(nextAt: number | null, now: number): string {
  const kind = nextSentence(nextAt, now);
  if (kind === null || nextAt === null) return "";
  return ` ${(kind === "past" ? words.nextPast : words.nextAt)(formatRelative(nextAt, now))}`;
}

type Sentences = {
  [Kind in Protection["kind"]]: (
    verdict: Extract<Protection, { kind: Kind }>,
    age: string,
    moment: Moment,
  ) => string;
};

const SENTENCES: Sentences = {
  protected: (_, age, { next }) => `${words.protected(age)}${next}`,
  overdue: ({ byMs }, age, { running }) =>
    (running ? words.overdueRunning : words.overdue)(age, spanText(byMs)),
  lastAttemptFailed: ({ attempt }, age) =>
    attempt.row.state.kind === "partiallySucceeded"
      ? words.lastAttemptPartial(age)
      : words.lastAttemptFailed(age),
  attemptUnclear: (_, age, { next }) => `${words.attemptUnclear(age)}${next}`,
  notUploaded: (_, age) => words.notUploaded(age),
  onStampOnly: (_, age) => words.onStampOnly(age),
  noBackupYet: (_, _age, { running }) => (running ? words.noBackupYetRunning : words.noBackupYet),
  automaticOff: (_, age) => words.automaticOff(age),
  notConfigured: () => words.notConfigured,
  cannotTell: ({ why }, age) => {
    const known = age === "" ? "" : ` ${words.lastKnown(age)}`;
    if (why === null) return words.askingText;
    if (typeof why === "string") return words[why] + known;
    return `${failureWords[why.kind]}${known} ${failureAdvice[why.kind]}`;
  },
};

function sentenceOf({ verdict, lastSuccessAt, automaticOff }: ProtectionReport, moment: Moment): string {
  const age = lastSuccessAt === null ? "" : moment.ago(lastSuccessAt);
  const sentence = sentenceBy(verdict, age, moment);
  const untold = automaticOff && verdict.kind !== "automaticOff" && verdict.kind !== "notConfigured";
  return untold ? `${sentence} ${words.alsoOff}` : sentence;
}

function sentenceBy<Kind extends Protection["kind"]>(
  verdict: Extract<Protection, { kind: Kind }>,
  age: string,
  moment: Moment,
): string {
  // The table's entry of a kind takes that kind of verdict, which TypeScript cannot follow through the union.
  const sentence = SENTENCES[verdict.kind] as (one: typeof verdict, age: string, moment: Moment) => string;
  return sentence(verdict, age, moment);
}

/** To the minute: this is read, not counted. */
function spanText(ms: number): string {
  return formatSpan(Math.max(60_000, Math.floor(ms / 60_000) * 60_000));
}
