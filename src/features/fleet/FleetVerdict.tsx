import { ArrowSyncRegular } from "@fluentui/react-icons/headless/svg/arrow-sync";
import { PersonFilled } from "@fluentui/react-icons/headless/svg/person";
import { PlugDisconnectedFilled } from "@fluentui/react-icons/headless/svg/plug-disconnected";
import { Link } from "wouter";
import type { FleetEntry } from "../../queries/fleetStore.ts";
import { failureWords } from "../../ui/failureStrings.ts";
import { fleetStrings } from "../../ui/fleetStrings.ts";
import { formatDateTime } from "../../ui/format.ts";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { ProtectionLabel } from "../../ui/ProtectionLabel.tsx";
import { StateLabel } from "../../ui/StateLabel.tsx";
import styles from "./FleetTable.module.css";

const words = fleetStrings.contact;

/** A stamp's verdict; or why there is none: still asked, silent since when, or waiting for sign-in. */
export function FleetVerdict({ entry, href }: { entry: FleetEntry; href: string }) {
  const { contact, report } = entry.state;
  switch (contact.kind) {
    case "asking":
      return (
        <StateLabel tone="neutral" icon={<ArrowSyncRegular />}>
          {fleetStrings.asking}
        </StateLabel>
      );
    case "answering":
      return <ProtectionLabel verdict={report.verdict} />;
    case "signIn":
      return (
        <>
          <StateLabel tone="warning" icon={<PersonFilled />}>
            {words.signIn}
          </StateLabel>
          <span className={styles["second"]}>
            <Link href={href} aria-label={words.signInLinkOf(entry.stamp.title)} tabIndex={-1}>
              {words.signInLink}
            </Link>
          </span>
        </>
      );
    case "silent":
      return (
        <>
          <StateLabel tone="bad" icon={<PlugDisconnectedFilled />}>
            {words.noAnswer}
          </StateLabel>
          <span className={styles["second"]}>
            {contact.failure ? failureWords[contact.failure.kind] : words.slow}{" "}
            <LastAnswer at={entry.lastAnswerAt} />
          </span>
        </>
      );
  }
}

function LastAnswer({ at }: { at: number | null }) {
  const dates = useDateFormat();
  return at === null ? words.neverAnswered : words.since(formatDateTime(at, dates));
}
