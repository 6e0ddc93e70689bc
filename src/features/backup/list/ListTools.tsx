import { SearchBox, Select, Tag, TagGroup } from "@fluentui/react-components";
import {
  isFiltered,
  STATE_FILTERS,
  type BackupFilter,
  type Period,
  type StateFilter,
} from "../../../domain/backupFilter.ts";
import type { BackupRow } from "../../../domain/backupState.ts";
import { useDateFormat } from "../../../ui/dateFormat.ts";
import { formatDate, formatNumber, type DateFormat } from "../../../ui/format.ts";
import { backupStrings } from "../strings.ts";
import { stateTexts } from "../../../common/strings.ts";
import { ColumnsMenu, ExportMenu } from "./ListCommands.tsx";
import styles from "./ListTools.module.css";
import { listStrings } from "./strings.ts";
import { useShownRows } from "./useListView.ts";

const DAYS = [1, 7, 14, 30];

export interface ListToolsProps {
  rows: readonly BackupRow[];
}

/** What narrows the list; where the command bar has no room, also its columns and its export. */
export function ListTools({ rows }: ListToolsProps) {
  const { view, setView: onView, shown } = useShownRows(rows);
  const { filter } = view;
  const set = (part: Partial<BackupFilter>) => onView({ ...view, filter: { ...filter, ...part } });
  return (
    <div className={styles["tools"]} role="group" aria-label={listStrings.label}>
      {isFiltered(filter) && (
        <span className={styles["count"]} role="status">
          {listStrings.shown(formatNumber(shown.length), formatNumber(rows.length))}
        </span>
      )}
      <SearchBox
        aria-label={listStrings.name}
        placeholder={listStrings.name}
        className={styles["name"] ?? ""}
        value={filter.name}
        onChange={(_, { value }) => set({ name: value })}
      />
      <Select
        aria-label={listStrings.state}
        value={filter.states.length === 1 ? filter.states[0] : ""}
        onChange={(_, { value }) => set({ states: STATE_FILTERS.filter((state) => state === value) })}
      >
        <option value="">{listStrings.anyState}</option>
        {STATE_FILTERS.map((state) => (
          <option key={state} value={state}>
            {stateFilterText(state)}
          </option>
        ))}
      </Select>
      <Select
        aria-label={listStrings.trigger}
        value={filter.trigger ?? ""}
        onChange={(_, { value }) =>
          set({ trigger: value === "scheduled" || value === "onDemand" ? value : null })
        }
      >
        <option value="">{listStrings.anyTrigger}</option>
        <option value="scheduled">{backupStrings.list.scheduled}</option>
        <option value="onDemand">{backupStrings.list.onDemand}</option>
      </Select>
      <Select
        aria-label={listStrings.period}
        value={filter.period?.kind === "last" ? filter.period.days : ""}
        onChange={(_, { value }) =>
          set({ period: value === "" ? null : { kind: "last", days: Number(value) } })
        }
      >
        <option value="">{listStrings.anyPeriod}</option>
        {DAYS.map((days) => (
          <option key={days} value={days}>
            {listStrings.lastDays(days)}
          </option>
        ))}
      </Select>
      <span className={styles["narrow"]}>
        <ColumnsMenu view={view} onView={onView} />
        <ExportMenu rows={shown} />
      </span>
      <FilterTags filter={filter} onFilter={set} />
    </div>
  );
}

interface FilterTagsProps {
  filter: BackupFilter;
  onFilter: (part: Partial<BackupFilter>) => void;
}

/** What the list is filtered by, each to be taken off again. */
function FilterTags({ filter, onFilter }: FilterTagsProps) {
  const format = useDateFormat();
  const { states, trigger, period, name } = filter;
  const tags: { key: string; text: string; without: Partial<BackupFilter> }[] = states.map((state) => ({
    key: state,
    text: listStrings.tag(listStrings.state, stateFilterText(state)),
    without: { states: states.filter((other) => other !== state) },
  }));
  if (trigger) {
    const text = listStrings.tag(listStrings.trigger, backupStrings.list[trigger]);
    tags.push({ key: "trigger", text, without: { trigger: null } });
  }
  if (period) {
    const text = listStrings.tag(listStrings.period, periodText(period, format));
    tags.push({ key: "period", text, without: { period: null } });
  }
  if (name !== "") {
    tags.push({ key: "name", text: listStrings.tag(backupStrings.list.name, name), without: { name: "" } });
  }
  if (tags.length === 0) return null;
  return (
    <TagGroup
      aria-label={listStrings.tags}
      size="small"
      className={styles["tags"] ?? ""}
      onDismiss={(_, { value }) => {
        const tag = tags.find(({ key }) => key === value);
        if (tag) onFilter(tag.without);
      }}
    >
      {tags.map(({ key, text }) => (
        <Tag key={key} value={key} dismissible aria-label={listStrings.remove(text)}>
          {text}
        </Tag>
      ))}
    </TagGroup>
  );
}

function stateFilterText(state: StateFilter): string {
  if (state === "notSucceeded") return listStrings.notSucceeded;
  return state === "unknown" ? listStrings.unknown : stateTexts[state];
}

function periodText(period: Period, format: DateFormat): string {
  if (period.kind === "last") return listStrings.lastDays(period.days);
  const { fromAt, untilAt } = period;
  if (fromAt === null) return untilAt === null ? "" : listStrings.until(formatDate(untilAt, format));
  return untilAt === null
    ? listStrings.since(formatDate(fromAt, format))
    : listStrings.between(formatDate(fromAt, format), formatDate(untilAt, format));
}
