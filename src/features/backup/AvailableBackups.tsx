import { memo, useId, type ReactNode } from "react";
import type { Failure } from "../../domain/failure.ts";
import type { BackupLocation } from "../../domain/location.ts";
import { listSentence } from "../../domain/sentences.ts";
import type { BackupsState } from "../../queries/useBackupState.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { FailureDetails } from "../../ui/FailureDetails.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { failureAdvice, failureWords } from "../../ui/failureStrings.ts";
import { strings } from "../../ui/strings.ts";
import styles from "./AvailableBackups.module.css";
import { BackupTable } from "./BackupTable.tsx";
import { Button } from "../../ui/Button.tsx";

const words = strings.list;

export interface AvailableBackupsProps extends Pick<
  BackupsState,
  "rows" | "loaded" | "incomplete" | "failure"
> {
  location: BackupLocation | null;
  locationFailure: Failure | null;
  selected: string | null;
  hrefOf: (backupId: string) => string;
  signedIn: boolean;
}

/**
 * The list, or the reason why there is none: loading, not configured, none yet and unreachable read differently.
 * Remembered: a question above it must be on the page at once.
 */
export const AvailableBackups = memo(function AvailableBackups(props: AvailableBackupsProps) {
  const { rows, loaded, incomplete, selected, hrefOf } = props;
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles["section"]}>
      <div className={styles["heading"]}>
        <h2 id={id} className={styles["title"]}>
          {words.title}
        </h2>
        {loaded && <span className="muted">{words.count(rows.length)}</span>}
      </div>
      {incomplete && <Notice tone="warning" title={words.incomplete[incomplete.kind]} />}
      {rows.length > 0 ? (
        <BackupTable rows={rows} selected={selected} hrefOf={hrefOf} />
      ) : (
        <Nothing {...props} />
      )}
    </section>
  );
});

const EMPTY = {
  empty: [words.emptyTitle, words.empty],
  emptyStorageUnknown: [words.emptyTitle, words.emptyStorageUnknown],
  notConfigured: [words.notConfiguredTitle, words.notConfigured],
  incomplete: [words.incompleteTitle, words.incompleteText],
} as const;

function Nothing(props: AvailableBackupsProps) {
  const { failure, incomplete } = props;
  const refresh = useRefresh();
  const sentence = listSentence({ ...props, incomplete: incomplete !== null });
  if (sentence === "signIn") return <p className="muted">{words.signIn}</p>;
  if (sentence === "loading") return <Loading />;
  if (sentence === "unreachable") {
    if (failure === null) return null;
    return (
      <Empty title={words.unreachableTitle}>
        <p>
          {failureWords[failure.kind]} {failureAdvice[failure.kind]}
        </p>
        <div className={styles["details"]}>
          <FailureDetails failure={failure} />
        </div>
        <Button onClick={refresh}>{strings.stale.retry}</Button>
      </Empty>
    );
  }
  const [title, text] = EMPTY[sentence];
  return (
    <Empty title={title}>
      <p>{text}</p>
    </Empty>
  );
}

/** As tall as the rows that are about to come, so that the page does not jump. */
function Loading() {
  return (
    <div className={styles["loading"]} role="status">
      <span>{words.loading}</span>
    </div>
  );
}

function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles["empty"]} role="status">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
