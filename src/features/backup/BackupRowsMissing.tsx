import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { strings } from "../../ui/strings.ts";
import { BackupRows, FIRST_ROWS, type BackupRowsProps } from "./BackupRows.tsx";
import styles from "./BackupTable.module.css";

/** A long list whose part that shows far rows could not be fetched: the first rows, and the word that it is not all. */
export function BackupRowsMissing(props: BackupRowsProps) {
  const { rows } = props;
  return (
    <>
      <BackupRows {...props} rows={rows.slice(0, FIRST_ROWS)} />
      <tr role="row" aria-rowindex={FIRST_ROWS + 2} className={styles["row"]}>
        <td role="gridcell" colSpan={5}>
          <Notice
            tone="warning"
            title={strings.crashed.newVersion.title}
            actions={
              <Button size="small" onClick={() => location.reload()}>
                {strings.crashed.reload}
              </Button>
            }
          >
            {strings.crashed.newVersion.text}
          </Notice>
        </td>
      </tr>
    </>
  );
}
