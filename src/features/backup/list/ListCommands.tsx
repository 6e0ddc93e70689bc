import {
  Menu,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
} from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons/headless/svg/arrow-download";
import { ColumnTripleRegular } from "@fluentui/react-icons/headless/svg/column-triple";
import { exportCsv, exportedBackups } from "../../../domain/backupExport.ts";
import { OPTIONAL_COLUMNS, type ListView } from "../../../domain/backupFilter.ts";
import type { BackupRow } from "../../../domain/backupState.ts";
import { useSession } from "../../../session/SessionContext.ts";
import { download } from "../../../ui/download.ts";
import styles from "./ListTools.module.css";
import { columnTexts, listStrings } from "./strings.ts";
import { useShownRows } from "./useListView.ts";

/** The list's export and columns in the command bar, where that is wide enough. */
export function ListCommands({ rows }: { rows: readonly BackupRow[] }) {
  const { view, setView, shown } = useShownRows(rows);
  return (
    <span className={styles["wide"]}>
      <ExportMenu rows={shown} />
      <ColumnsMenu view={view} onView={setView} />
    </span>
  );
}

/** Which further columns the list shows. */
export function ColumnsMenu({ view, onView }: { view: ListView; onView: (view: ListView) => void }) {
  return (
    <Menu
      checkedValues={{ columns: [...view.columns] }}
      onCheckedValueChange={(_, { checkedItems }) =>
        onView({ ...view, columns: OPTIONAL_COLUMNS.filter((column) => checkedItems.includes(column)) })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<ColumnTripleRegular />}>{listStrings.columns}</ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {OPTIONAL_COLUMNS.map((column) => (
            <MenuItemCheckbox key={column} name="columns" value={column}>
              {columnTexts[column]}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The rows that are shown, as a file. */
export function ExportMenu({ rows }: { rows: readonly BackupRow[] }) {
  const { stamp } = useSession();
  const name = `backups-${stamp.id}`;
  const json = () => `${JSON.stringify(exportedBackups(rows), null, 2)}\n`;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton icon={<ArrowDownloadRegular />}>{listStrings.export}</ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => download(`${name}.csv`, "text/csv", exportCsv(rows))}>
            {listStrings.csv}
          </MenuItem>
          <MenuItem onClick={() => download(`${name}.json`, "application/json", json())}>
            {listStrings.json}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
