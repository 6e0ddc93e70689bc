import type { BackupStatus, BackupStatusKind } from "../../../domain/backup.ts";
import type { RowStateKind } from "../../../domain/backupState.ts";
import { StateLabel } from "../../../ui/StateLabel.tsx";
import { statusWords } from "../../../ui/paneStrings.ts";
import { strings } from "../../../ui/strings.ts";
import { FACES } from "../../../ui/BackupStateLabel.tsx";

const STATE_OF_STATUS: Record<Exclude<BackupStatusKind, "unknown">, RowStateKind> = {
  creating: "inProgress",
  queued: "inProgress",
  running: "inProgress",
  deleted: "deleted",
  skipped: "skipped",
  failed: "failed",
  partiallySucceeded: "partiallySucceeded",
  succeeded: "succeeded",
};

/** One source's own word, of a backup or of a role (then with its name); the page's verdict may be another. */
export function StatusLabel({ status, name }: { status: BackupStatus; name?: string }) {
  const { tone, icon } = FACES[status.kind === "unknown" ? "unknown" : STATE_OF_STATUS[status.kind]];
  const word = status.kind === "unknown" ? strings.list.unknown(status.raw) : statusWords.word[status.kind];
  return (
    <StateLabel tone={tone} icon={icon}>
      {name === undefined ? (
        word
      ) : (
        <>
          <bdi>{name}</bdi>{" "}
          <span className={status.kind === "succeeded" ? "visually-hidden" : "muted"}>{word}</span>
        </>
      )}
    </StateLabel>
  );
}
