import { Button } from "@fluentui/react-components";
import { memo, useId } from "react";
import type { Failure } from "../../domain/failure.ts";
import type { BackupLocation } from "../../domain/location.ts";
import { listSentence } from "../../domain/sentences.ts";
import type { BackupsState } from "../../queries/useBackupState.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useHashQuery } from "../../ui/hashLocation.ts";
import { lazyPart, whenIdle } from "../../ui/lazyPart.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { commonStrings } from "../../common/strings.ts";
import { backupStrings } from "./strings.ts";
import styles from "./AvailableBackups.module.css";
import { BackupTable } from "./BackupTable.tsx";

const listStrings = backupStrings.list;

const ListTools = lazyPart(
  () => whenIdle().then(() => import("./list/ListTools.tsx").then((module) => module.ListTools)),
  "background",
);
const FilteredBackups = lazyPart(() =>
  import("./list/FilteredBackups.tsx").then((module) => module.FilteredBackups),
);

export interface AvailableBackupsProps extends Pick<
  BackupsState,
  "rows" | "loaded" | "incomplete" | "failure"
> {
  location: BackupLocation | null;
  locationFailure: Failure | null;
  configurationHref: string;
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
  const [query] = useHashQuery();
  return (
    <section aria-labelledby={id} className={styles["section"]}>
      <div className={styles["heading"]}>
        <h2 id={id} className={styles["title"]}>
          {listStrings.title}
        </h2>
        {loaded && <span className="muted">{listStrings.count(formatNumber(rows.length), rows.length)}</span>}
        {rows.length > 0 && <ListTools rows={rows} />}
      </div>
      {incomplete && <Notice tone="warning" title={listStrings.incomplete[incomplete.kind]} />}
      {rows.length > 0 && !/^(sort=[^&]*)?$/.test(query) ? (
        <FilteredBackups rows={rows} selected={selected} hrefOf={hrefOf} fallback={<RowsToCome />} />
      ) : rows.length > 0 ? (
        <BackupTable rows={rows} selected={selected} hrefOf={hrefOf} />
      ) : (
        <EmptyBackupList {...props} />
      )}
    </section>
  );
});

const EMPTY = {
  empty: [listStrings.emptyTitle, listStrings.empty],
  emptyStorageUnknown: [listStrings.emptyTitle, listStrings.emptyStorageUnknown],
  notConfigured: [listStrings.notConfiguredTitle, listStrings.notConfigured],
  incomplete: [listStrings.incompleteTitle, listStrings.incompleteText],
} as const;

function EmptyBackupList(props: AvailableBackupsProps) {
  const { incomplete, configurationHref } = props;
  const sentence = listSentence({ ...props, incomplete: incomplete !== null });
  if (sentence === "signIn") return <p className="muted">{listStrings.signIn}</p>;
  if (sentence === "loading") return <RowsToCome />;
  if (sentence === "unreachable") return <p className="muted">{listStrings.unreachable}</p>;
  const [title, text] = EMPTY[sentence];
  return (
    <EmptyState
      title={title}
      actions={
        sentence === "notConfigured" && (
          <Button appearance="primary" onClick={() => (location.hash = configurationHref)}>
            {listStrings.configure}
          </Button>
        )
      }
    >
      <p>{text}</p>
    </EmptyState>
  );
}

/** The place of rows to come, in the lines of the frame in index.html: Fluent's Skeleton is 2 KB of the first load. */
function RowsToCome() {
  return (
    <div className={styles["loading"]} role="status">
      <span>{commonStrings.loadingBackups}</span>
      {Array.from({ length: 6 }, (_, row) => (
        <div key={row} aria-hidden className="skeleton-line" />
      ))}
    </div>
  );
}
