import { ArrowSyncCircleFilled } from "@fluentui/react-icons/headless/svg/arrow-sync-circle";
import type { ReactNode } from "react";
import type { BackupRow } from "../../../domain/backupState.ts";
import { isTerminal, type Running, type Terminal } from "../../../domain/operation.ts";
import { stateText } from "../../../common/BackupStateLabel.tsx";
import { failureTexts } from "../../../common/failureStrings.ts";
import { Card } from "../../../ui/Card.tsx";
import { formatRelative } from "../../../ui/format.ts";
import { StateLabel } from "../../../ui/StateLabel.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useStampNow } from "../useStampNow.ts";
import { statusText } from "./RoleLabel.tsx";
import { detailStrings, statusTexts } from "./strings.ts";
import styles from "./BackupDetailPane.module.css";

/**
 * The list's word and the operation's word side by side: where they differ, the page shows why it says what it says.
 * Neither has a state's color, which only the page's own state has. Renders nothing if the operation was never polled.
 */
export function ConflictingStates({ row }: { row: BackupRow }) {
  const { operation } = row;
  const listed = row.listed && row.backup ? row.backup.status : null;
  if (operation === null) return null;
  const word = operation.kind === "running" ? <RunningWord operation={operation} /> : null;
  const ended = isTerminal(operation) ? <EndedWord operation={operation} /> : null;
  if (word === null && ended === null) return null;
  return (
    <div className={styles["words"]}>
      <Word label={detailStrings.listSays}>
        <span>{listed ? statusText(listed) : detailStrings.notListed}</span>
        {row.otherStatuses.map((status) => (
          <span key={status.kind}>{statusText(status)}</span>
        ))}
        {row.completedAt !== null && row.listed && (
          <p>
            <Time at={row.completedAt} />
          </p>
        )}
      </Word>
      <Word label={detailStrings.operationSays}>{word ?? ended}</Word>
    </div>
  );
}

function Word({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Card className={styles["word"] ?? ""} aria-label={label}>
      <p>{label}</p>
      {children}
    </Card>
  );
}

function RunningWord({ operation: { trouble, askedAt } }: { operation: Running }) {
  const now = useStampNow();
  if (trouble) {
    return (
      <>
        <span>{detailStrings.noAnswer(failureTexts[trouble.kind])}</span>
        {askedAt !== null && <p>{detailStrings.lastAnswer(formatRelative(askedAt, now))}</p>}
      </>
    );
  }
  return (
    <>
      <StateLabel tone="busy" icon={<ArrowSyncCircleFilled />}>
        {statusTexts.running}
      </StateLabel>
      {askedAt !== null && <p>{detailStrings.asked(formatRelative(askedAt, now))}</p>}
    </>
  );
}

function EndedWord({ operation }: { operation: Terminal }) {
  const now = useStampNow();
  if (operation.kind === "lost") return <span>{detailStrings.operationGone}</span>;
  return (
    <>
      <span>{stateText({ kind: operation.kind })}</span>
      <p>{detailStrings.ended(formatRelative(operation.endedAt, now))}</p>
    </>
  );
}
