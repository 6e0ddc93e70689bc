import type { BackupRole } from "../../../domain/backup.ts";
import type { BackupRow } from "../../../domain/backupState.ts";
import { countRoles } from "../../../domain/progress.ts";
import { RoleLabel } from "./RoleLabel.tsx";
import { detailStrings } from "./strings.ts";
import styles from "./BackupDetailPane.module.css";

/** The roles as the stamp reports them: failed ones first, then unfinished ones, then the rest. */
export function RolesTab({ row }: { row: BackupRow }) {
  const roles = row.backup?.roles ?? [];
  const count = countRoles(roles);
  if (count === null) return <p className="muted">{detailStrings.noRoles}</p>;
  const sorted = roles.toSorted((a, b) => rankOf(a) - rankOf(b));
  return (
    <div className={styles["section"]}>
      <p className="muted">{detailStrings.rolesDone(count.done, count.total)}</p>
      <ul className={styles["roles"]}>
        {sorted.map(({ name, status }) => (
          <li key={name}>
            <RoleLabel name={name} status={status} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function rankOf({ status }: BackupRole): number {
  if (status.kind === "failed") return 0;
  return status.kind === "succeeded" ? 2 : 1;
}
