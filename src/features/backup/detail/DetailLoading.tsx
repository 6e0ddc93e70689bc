import { Skeleton, SkeletonItem } from "@fluentui/react-components";
import { detailStrings } from "./strings.ts";
import styles from "./BackupDetailPane.module.css";

const LINES = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** In place of a backup that is on its way. */
export function DetailLoading() {
  return (
    <div role="status">
      <span className="visually-hidden">{detailStrings.loading}</span>
      <Skeleton aria-hidden className={styles["section"] ?? ""}>
        {LINES.map((line) => (
          <SkeletonItem key={line} size={20} />
        ))}
      </Skeleton>
    </div>
  );
}
