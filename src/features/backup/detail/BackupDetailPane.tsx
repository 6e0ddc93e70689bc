import { Tab, TabList } from "@fluentui/react-components";
import { useState } from "react";
import type { BackupRow } from "../../../domain/backupState.ts";
import { useSession } from "../../../queries/SessionContext.ts";
import { useBackupDocument } from "../../../queries/useBackupDocument.ts";
import { useBackupsState } from "../../../queries/useBackupState.ts";
import { AppLink } from "../../../ui/AppLink.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { SidePane } from "../../../ui/SidePane.tsx";
import { paneStrings } from "../../../ui/paneStrings.ts";
import { strings } from "../../../ui/strings.ts";
import { DetailFacts } from "./DetailFacts.tsx";
import { JobLogTab } from "./JobLogTab.tsx";
import { JsonTab } from "./JsonTab.tsx";
import { PowerShellTab } from "./PowerShellTab.tsx";
import { RolesTab } from "./RolesTab.tsx";
import styles from "./BackupDetailPane.module.css";

const words = paneStrings.detail;

const TABS = ["overview", "roles", "log", "powershell", "json"] as const;
export type DetailTab = (typeof TABS)[number];

export interface BackupDetailPaneProps {
  open: boolean;
  backupId: string;
  /** From the address; what is no tab shows the overview. */
  tab: string | undefined;
  /** Address of the backup's verification record. */
  recordHref: string;
  onTab: (tab: DetailTab) => void;
  onClose: () => void;
}

/** All that is known of one backup, deep-linked; stays and says so when the backup leaves the list meanwhile. */
export function BackupDetailPane({ open, backupId, tab, recordHref, onTab, onClose }: BackupDetailPaneProps) {
  const { stamp } = useSession();
  const { rows, loaded } = useBackupsState();
  const found = rows.find((row) => row.id === backupId.toLowerCase()) ?? null;
  const row = useLastSeen(found);
  const shown = TABS.find((one) => one === tab) ?? "overview";
  return (
    <SidePane
      open={open}
      label={words.label(backupId)}
      closeLabel={words.close}
      onClose={onClose}
      title={
        <>
          <span className={styles["title"]}>
            <bdi className={styles["id"]}>{backupId}</bdi> <CopyButton text={backupId} what={words.name} />
          </span>
          <span className={styles["subtitle"]}>
            {words.subtitle(stamp.region)} · <AppLink to={recordHref}>{words.record}</AppLink>
          </span>
        </>
      }
    >
      {row ? (
        <div className={styles["body"]}>
          <TabList
            selectedValue={shown}
            onTabSelect={(_, { value }) => onTab(TABS.find((one) => one === value) ?? "overview")}
          >
            {TABS.map((one) => (
              <Tab key={one} value={one}>
                {words.tabs[one]}
              </Tab>
            ))}
          </TabList>
          {!found && loaded && (
            <Notice tone="warning" title={words.removedTitle}>
              {words.removed}
            </Notice>
          )}
          <TabPanel tab={shown} row={row} />
        </div>
      ) : (
        <p className="muted">{loaded ? words.notFound : strings.list.loading}</p>
      )}
    </SidePane>
  );
}

/** The newest row there was: a backup that leaves the list must not take its details from the reader. */
function useLastSeen(row: BackupRow | null): BackupRow | null {
  const [lastSeen, setLastSeen] = useState(row);
  if (row !== null && row !== lastSeen) setLastSeen(row);
  return row ?? lastSeen;
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
      return <PowerShellTab backupId={row.id ?? ""} />;
    case "json":
      return <JsonTab document={document} failure={failure} />;
  }
}
