import type { OptionalColumn } from "../../../domain/backupFilter.ts";
import type { BackupRow } from "../../../domain/backupState.ts";
import type { DataColumn } from "../../../ui/DataTable.tsx";
import { backupStrings } from "../strings.ts";
import { Time } from "../../../ui/Time.tsx";
import { columnTexts } from "./strings.ts";

const CELLS: Record<OptionalColumn, DataColumn<BackupRow>["cell"]> = {
  started: ({ startedAt }) => (startedAt === null ? backupStrings.list.noDate : <Time at={startedAt} />),
  stampVersion: ({ backup }) => backup?.stampVersion ?? backupStrings.list.noDate,
  oemVersion: ({ backup }) => backup?.oemVersion ?? backupStrings.list.noDate,
  uploaded: ({ backup }) => yesNo(backup?.completelyUploaded),
  cloudRecovery: ({ backup }) => yesNo(backup?.cloudRecoveryReady),
  thumbprint: ({ backup }) => <bdi className="mono">{backup?.thumbprint ?? backupStrings.list.noDate}</bdi>,
};

/** The columns that are shown on demand, in the order of the page. */
export function optionalColumns(chosen: readonly OptionalColumn[]): DataColumn<BackupRow>[] {
  return chosen.map((key) => ({ key, label: columnTexts[key], cell: CELLS[key] }));
}

function yesNo(flag: boolean | null | undefined): string {
  return flag == null ? backupStrings.list.noDate : flag ? "Yes" : "No";
}
