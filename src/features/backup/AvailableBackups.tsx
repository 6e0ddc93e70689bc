import { memo, useId } from "react";
import type { BackupsState } from "../../queries/useBackupState.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { FailureDetails } from "../../ui/FailureDetails.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { failureAdvice, failureWords } from "../../ui/failureStrings.ts";
import { strings } from "../../ui/strings.ts";
import styles from "./AvailableBackups.module.css";
import { BackupTable } from "./BackupTable.tsx";
import { Button } from "@fluentui/react-components";

const words = strings.list;

export interface AvailableBackupsProps extends Pick<
  BackupsState,
  "rows" | "loaded" | "incomplete" | "failure"
> {
  configured: boolean;
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

function Nothing({ loaded, failure, configured, signedIn }: AvailableBackupsProps) {
  const refresh = useRefresh();
  if (!loaded) {
    if (!signedIn) return <p className="muted">{words.signIn}</p>;
    if (failure === null) return <Loading />;
    return (
      <EmptyState title={words.unreachableTitle}>
        <p>
          {failureWords[failure.kind]} {failureAdvice[failure.kind]}
        </p>
        <div className={styles["details"]}>
          <FailureDetails failure={failure} />
        </div>
        <Button onClick={refresh}>{strings.stale.retry}</Button>
      </EmptyState>
    );
  }
  return configured ? (
    <EmptyState title={words.emptyTitle}>
      <p>{words.empty}</p>
    </EmptyState>
  ) : (
    <EmptyState title={words.notConfiguredTitle}>
      <p>{words.notConfigured}</p>
    </EmptyState>
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
