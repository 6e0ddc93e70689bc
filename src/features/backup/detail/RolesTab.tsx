import type { BackupRole } from "../../../domain/backup.ts";
import type { BackupRow } from "../../../domain/backupState.ts";
import { countRoles } from "../../../domain/progress.ts";
import { paneStrings } from "../../../ui/paneStrings.ts";
import { StatusLabel } from "./StatusLabel.tsx";
import styles from "./BackupDetailPane.module.css";

const words = paneStrings.detail;

export function RolesTab({ row }: { row: BackupRow }) {
  const roles = row.backup?.roles ?? [];
  if (roles.length === 0) return <p className="muted">{words.noRoles}</p>;
  return <RoleList roles={roles} />;
}

/** Role by role as the stamp reports it: what failed first, then what is not done, then the rest as it came. */
export function RoleList({ roles }: { roles: readonly BackupRole[] }) {
  const count = countRoles(roles);
  const sorted = roles.toSorted((a, b) => rankOf(a) - rankOf(b));
  return (
    <div className={styles["section"]}>
      <h3 className={styles["heading"]}>
        {words.tabs.roles}{" "}
        {count && <span className="muted">{words.rolesDone(count.done, count.total)}</span>}
      </h3>
      <ul className={styles["roles"]}>
        {sorted.map((role) => (
          <li key={role.name}>
            <StatusLabel status={role.status} name={role.name} />
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
