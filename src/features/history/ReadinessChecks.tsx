import { testShareCommand } from "../../domain/commands.ts";
import type { Check, Outcome, Reason, Settle } from "../../domain/recoveryReadiness.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { formatNumber } from "../../ui/format.ts";
import { failureTexts } from "../../common/failureStrings.ts";
import { StateLabel, type StateTone } from "../../ui/StateLabel.tsx";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/headless/svg/checkmark-circle";
import { DismissCircleFilled } from "@fluentui/react-icons/headless/svg/dismiss-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/headless/svg/question-circle";
import type { ReactElement } from "react";
import parts from "./parts.module.css";
import styles from "./ReadinessPane.module.css";
import { minutesText } from "./strings.ts";
import {
  checkAdvice,
  checkTitles,
  outcomeTexts,
  readinessStrings,
  recoverabilityTexts,
  settleTexts,
} from "./readinessStrings.ts";

/** Pages on which a check can be settled. */
export type ReadinessLinks = Record<Extract<Settle, { kind: "page" }>["page"], string>;

/** What needs an operator first. */
const ORDER: readonly Outcome[] = ["failed", "cannotTell", "passed"];

const APPEARANCE: Record<Outcome, { tone: StateTone; icon: ReactElement }> = {
  passed: { tone: "good", icon: <CheckmarkCircleFilled /> },
  failed: { tone: "bad", icon: <DismissCircleFilled /> },
  cannotTell: { tone: "neutral", icon: <QuestionCircleFilled /> },
};

/** Each check with its reason, and what settles it where it did not pass. */
export function ReadinessChecks({ checks, links }: { checks: readonly Check[]; links: ReadinessLinks }) {
  const by = (outcome: Outcome) => checks.filter((check) => check.outcome === outcome);
  return (
    <section className={parts["part"]} aria-label={readinessStrings.checks.title}>
      <h3 className={parts["heading"]}>
        {readinessStrings.checks.title}{" "}
        <span className="muted">
          {readinessStrings.checks.counts(by("passed").length, by("failed").length, by("cannotTell").length)}
        </span>
      </h3>
      <ul>
        {ORDER.flatMap(by).map((check) => (
          <CheckItem key={check.kind} check={check} links={links} />
        ))}
      </ul>
    </section>
  );
}

function CheckItem({ check, links }: { check: Check; links: ReadinessLinks }) {
  const { kind, outcome, reason, settle } = check;
  const { tone, icon } = APPEARANCE[outcome];
  const isOpen = outcome !== "passed";
  return (
    <li className={styles["check"]}>
      <div className={styles["checkTitle"]}>
        <StateLabel tone={tone} icon={icon}>
          <span>
            <span className="visually-hidden">{outcomeTexts[outcome]}: </span>
            {checkTitles[kind]}
          </span>
        </StateLabel>
        {isOpen && settle.kind === "page" && (
          <AppLink to={links[settle.page]}>{settleTexts[settle.page]}</AppLink>
        )}
      </div>
      <p className={styles["reason"]}>
        {[reasonText(reason), adviceOf(check)].filter((part) => part !== null).join(" ")}
      </p>
      {settle.kind === "command" && (
        <div className={styles["command"]}>
          <CodeBlock text={testShareCommand()} what={readinessStrings.checks.command} />
        </div>
      )}
    </li>
  );
}

/** What to do; where the stamp leaves a check open, that is nothing an operator has done. */
function adviceOf({ kind, outcome, reason }: Check): string | null {
  if (outcome === "passed") return null;
  if (reason.kind === "noAnswer") return readinessStrings.checks.again;
  if (reason.kind === "noStore") return checkAdvice.externalStore;
  if (outcome === "cannotTell" && kind !== "shareAccess") return null;
  return reason.kind === "noSuccess" ? checkAdvice.newestInTime : checkAdvice[kind];
}

function reasonText(reason: Reason): string {
  const text = readinessStrings.reasons;
  switch (reason.kind) {
    case "noAnswer":
      return reason.failure ? failureTexts[reason.failure.kind] : text.noAnswer;
    case "notSaid":
    case "noStore":
    case "noSuccess":
    case "onlyTheStampKnows":
      return text[reason.kind];
    case "store":
      return text[reason.storage](reason.path);
    case "host":
      return text.host(reason.host, reason.isFqdn);
    case "everyHours":
      return text.everyHours(reason.hours);
    case "keptDays":
      return text.keptDays(reason.days);
    case "newestSuccess":
      return text.newest(minutesText(reason.ageMs), reason.lateMs === 0 ? null : minutesText(reason.lateMs));
    case "newestIs":
      return text.newestIs(reason.row.id?.split("-")[0] ?? "", recoverabilityTexts[reason.recoverability]);
    case "room":
      return text.room(reason.text, formatNumber(reason.backups), reason.gbEach);
    case "scheduler":
      return text.scheduler(reason.enabled);
    case "slotsKept":
      return text.slots(reason.slots.kept, reason.slots.known, reason.slots.unknown);
  }
}
