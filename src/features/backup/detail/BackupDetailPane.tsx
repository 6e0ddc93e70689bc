import { Tab, TabList } from "@fluentui/react-components";
import { useState } from "react";
import type { BackupRow } from "../../../domain/backupState.ts";
import { useSession } from "../../../session/SessionContext.ts";
import { useBackupDocument } from "../../../queries/useBackupDocument.ts";
import { useBackupsState } from "../../../queries/useBackupState.ts";
import { AppLink } from "../../../ui/AppLink.tsx";
import { BackupStateLabel } from "../../../common/BackupStateLabel.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { SidePane } from "../../../ui/SidePane.tsx";
import { Commands, type CommandAction } from "../../../common/Commands.tsx";
import { DetailFacts } from "./DetailFacts.tsx";
import { DetailLoading } from "./DetailLoading.tsx";
import { JobLogTab } from "./JobLogTab.tsx";
import { JsonTab } from "./JsonTab.tsx";
import { RolesTab } from "./RolesTab.tsx";
import { detailStrings } from "./strings.ts";
import styles from "./BackupDetailPane.module.css";

const TABS = ["overview", "roles", "log", "powershell", "json"] as const;
export type DetailTab = (typeof TABS)[number];

const ACTIONS: readonly CommandAction[] = ["backup", "follow", "start", "track"];

export interface BackupDetailPaneProps {
  open: boolean;
  backupId: string;
  /** From the address; an unknown tab shows the overview. */
  tab: string | undefined;
  /** Address of a backup's details: its link on the page takes the focus when the pane closes. */
  hrefOf: (backupId: string) => string;
  /** Address of the backup's verification record. */
  recordHref: string;
  onTab: (tab: DetailTab) => void;
  onClose: () => void;
}

/** All that is known of one backup, deep-linked; stays and says so when the backup leaves the list meanwhile. */
export function BackupDetailPane({
  open,
  backupId: wantedId,
  tab,
  hrefOf,
  recordHref,
  onTab,
  onClose,
}: BackupDetailPaneProps) {
  const { stamp } = useSession();
  // What is shown stays until the pane has closed.
  const [backupId, setBackupId] = useState(wantedId);
  if (open && wantedId !== backupId) setBackupId(wantedId);
  const { rows, loaded } = useBackupsState();
  const found = rows.find((row) => row.id === backupId.toLowerCase()) ?? null;
  const row = useLastSeen(found, backupId);
  const shown = TABS.find((one) => one === tab) ?? "overview";
  return (
    <SidePane
      open={open}
      label={detailStrings.label(backupId)}
      closeLabel={detailStrings.close}
      onClose={onClose}
      returnTo={() =>
        document.querySelector<HTMLElement>(
          `[role=rowheader] a[href="${CSS.escape(`#${hrefOf(backupId)}`)}"]`,
        )
      }
      title={
        <span className={styles["title"]}>
          <bdi className={styles["id"]}>{backupId}</bdi>{" "}
          <CopyButton text={backupId} what={detailStrings.name} />
        </span>
      }
      subtitle={
        <>
          {detailStrings.subtitle(stamp.region)} · <AppLink to={recordHref}>{detailStrings.record}</AppLink>
        </>
      }
    >
      {row ? (
        <div className={styles["body"]}>
          {/* The page's own word, above both of those that it rests on. */}
          <p className={styles["verdict"]}>
            <span className="visually-hidden">{detailStrings.state} </span>
            <BackupStateLabel state={row.state} />
          </p>
          <TabList
            selectedValue={shown}
            onTabSelect={(_, { value }) => onTab(TABS.find((one) => one === value) ?? "overview")}
          >
            {TABS.map((one) => (
              <Tab key={one} value={one}>
                {detailStrings.tabs[one]}
              </Tab>
            ))}
          </TabList>
          {!found && loaded && (
            <Notice tone="warning" title={detailStrings.removedTitle}>
              {detailStrings.removed}
            </Notice>
          )}
          <TabPanel tab={shown} row={row} />
        </div>
      ) : loaded ? (
        <p className="muted">{detailStrings.notFound}</p>
      ) : (
        <DetailLoading />
      )}
    </SidePane>
  );
}

/** The newest row there was: a backup that leaves the list must not take its details from the reader. */
function useLastSeen(row: BackupRow | null, backupId: string): BackupRow | null {
  const [lastSeen, setLastSeen] = useState(row);
  if (row !== null && row !== lastSeen) setLastSeen(row);
  return row ?? (lastSeen?.id === backupId.toLowerCase() ? lastSeen : null);
}

function TabPanel({ tab, row }: { tab: DetailTab; row: BackupRow }) {
  const { document, failure } = useBackupDocument(
    row.id ?? "",
    `${row.backup?.status.kind} ${row.completedAt}`,
  );
  switch (tab) {
    case "overview":
      return <DetailFacts row={row} document={document} />;
    case "roles":
      return <RolesTab row={row} />;
    case "log":
      return <JobLogTab row={row} />;
    case "powershell":
      return <Commands actions={ACTIONS} backupId={row.id} />;
    case "json":
      return <JsonTab document={document} failure={failure} />;
  }
}
