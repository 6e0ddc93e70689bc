import type { BackupStatus, BackupStatusKind } from "../../../domain/backup.ts";
import type { RowStateKind } from "../../../domain/backupState.ts";
import { STATE_APPEARANCE } from "../../../common/BackupStateLabel.tsx";
import { StateLabel } from "../../../ui/StateLabel.tsx";
import { commonStrings } from "../../../common/strings.ts";
import { statusTexts } from "./strings.ts";

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

/** A role with its status; the word of one that succeeded is for screen readers, the icon says it. */
export function RoleLabel({ name, status }: { name: string; status: BackupStatus }) {
  const { tone, icon } =
    STATE_APPEARANCE[status.kind === "unknown" ? "unknown" : STATE_OF_STATUS[status.kind]];
  return (
    <StateLabel tone={tone} icon={icon}>
      <>
        <bdi>{name}</bdi>{" "}
        <span className={status.kind === "succeeded" ? "visually-hidden" : "muted"}>
          {statusText(status)}
        </span>
      </>
    </StateLabel>
  );
}

/** A status in one source's own word. */
export function statusText(status: BackupStatus): string {
  return status.kind === "unknown" ? commonStrings.unknownState(status.raw) : statusTexts[status.kind];
}
