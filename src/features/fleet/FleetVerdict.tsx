import { ArrowSyncRegular } from "@fluentui/react-icons/headless/svg/arrow-sync";
import { PersonFilled } from "@fluentui/react-icons/headless/svg/person";
import { PlugDisconnectedFilled } from "@fluentui/react-icons/headless/svg/plug-disconnected";
import type { Failure } from "../../domain/failure.ts";
import type { FleetEntry } from "./fleetEntries.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { failureTexts } from "../../common/failureStrings.ts";
import { formatDateTime } from "../../ui/format.ts";
import { ProtectionLabel } from "./ProtectionLabel.tsx";
import { StateLabel } from "../../ui/StateLabel.tsx";
import styles from "./FleetTable.module.css";
import { fleetStrings } from "./strings.ts";

const contactStrings = fleetStrings.contact;

/** A stamp's verdict; or why there is none: not checked yet, no answer since when, or sign-in needed. */
export function FleetVerdict({ entry, href }: { entry: FleetEntry; href: string }) {
  const { contact, report } = entry.state;
  switch (contact.kind) {
    case "asking":
      return (
        <StateLabel tone="neutral" icon={<ArrowSyncRegular />}>
          {contactStrings.asking}
        </StateLabel>
      );
    case "answering":
      return entry.behind ? <Behind entry={entry} /> : <ProtectionLabel verdict={report.verdict} />;
    case "signIn":
      return (
        <div className={styles["lines"]}>
          <StateLabel tone="warning" icon={<PersonFilled />}>
            {contactStrings.signIn}
          </StateLabel>
          <span className={styles["second"]}>
            <AppLink to={href} aria-label={contactStrings.signInLinkOf(entry.stamp.title)}>
              {contactStrings.signInLink}
            </AppLink>
          </span>
        </div>
      );
    case "silent":
      return <Silent entry={entry} failure={contact.failure} />;
  }
}

/** The verdict as of an answer that should long have been followed by another. */
function Behind({ entry: { state, lastAnswerAt } }: { entry: FleetEntry }) {
  const dates = useDateFormat();
  const text = `${contactStrings.behind} ${lastAnswerAt === null ? "" : contactStrings.lastAnswerAt(formatDateTime(lastAnswerAt, dates))}`;
  return (
    <div className={styles["lines"]}>
      <ProtectionLabel verdict={state.report.verdict} />
      <span className={styles["second"]} title={text}>
        {text}
      </span>
    </div>
  );
}

/** `failure`: null if the request was cancelled early and is being retried. */
function Silent({ entry: { lastAnswerAt }, failure }: { entry: FleetEntry; failure: Failure | null }) {
  const dates = useDateFormat();
  const since =
    lastAnswerAt === null
      ? contactStrings.neverAnswered
      : contactStrings.lastAnswerAt(formatDateTime(lastAnswerAt, dates));
  const text = `${since} ${failure ? failureTexts[failure.kind] : contactStrings.slow}`;
  return (
    <div className={styles["lines"]}>
      <StateLabel tone="bad" icon={<PlugDisconnectedFilled />}>
        {contactStrings.noAnswer}
      </StateLabel>
      <span className={`${styles["second"]} ${styles["sentence"]}`} title={text}>
        {text}
      </span>
    </div>
  );
}
