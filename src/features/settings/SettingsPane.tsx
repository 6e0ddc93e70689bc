import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { use } from "react";
import { useSession } from "../../session/SessionContext.ts";
import { StampTimeZone } from "../../ui/dateFormat.ts";
import { formatDateTime, type DateFormatChoice } from "../../ui/format.ts";
import {
  setPreferences,
  usePreferences,
  type PowerShellModule,
  type ThemeChoice,
  type TimeZoneChoice,
} from "../../ui/preferences.ts";
import { SidePane } from "../../ui/SidePane.tsx";
import styles from "./SettingsPane.module.css";
import { settingsStrings } from "./strings.ts";

const THEMES: ThemeChoice[] = ["system", "dark", "light"];
const ZONES: TimeZoneChoice[] = ["local", "utc", "stamp"];
const MODULES: PowerShellModule[] = ["az", "azureRm"];
const FORMATS: DateFormatChoice[] = ["browser", "iso"];

/** Portal settings of this browser: theme, time zone, form of dates; the last two with this moment as an example. */
export function SettingsPane({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { theme, timeZone, dateFormat, powershellModule } = usePreferences();
  const stampZone = use(StampTimeZone);
  const now = useSession().now();
  const zoneOf = (choice: TimeZoneChoice) =>
    choice === "local" ? undefined : choice === "utc" ? "UTC" : (stampZone ?? undefined);
  const zoneHint = (zone: TimeZoneChoice) =>
    zone === "stamp" && stampZone === null
      ? settingsStrings.noStampZone
      : formatDateTime(now, { choice: dateFormat, timeZone: zoneOf(zone) });
  return (
    <SidePane
      open={open}
      label={settingsStrings.title}
      title={settingsStrings.title}
      closeLabel={settingsStrings.close}
      onClose={onClose}
    >
      <div className={styles["body"]}>
        <Choices
          label={settingsStrings.theme}
          names={settingsStrings.themes}
          all={THEMES}
          chosen={theme}
          onChoose={(one) => setPreferences({ theme: one })}
        />
        <Choices
          label={settingsStrings.timeZone}
          names={settingsStrings.zones}
          all={ZONES}
          chosen={timeZone}
          disabled={stampZone === null ? "stamp" : null}
          hintOf={zoneHint}
          onChoose={(one) => setPreferences({ timeZone: one })}
        />
        <Choices
          label={settingsStrings.powershellModule}
          names={settingsStrings.powershellModules}
          all={MODULES}
          chosen={powershellModule}
          onChoose={(one) => setPreferences({ powershellModule: one })}
        />
        <Choices
          label={settingsStrings.dateFormat}
          names={settingsStrings.dateFormats}
          all={FORMATS}
          chosen={dateFormat}
          hintOf={(choice) => formatDateTime(now, { choice, timeZone: zoneOf(timeZone) })}
          onChoose={(one) => setPreferences({ dateFormat: one })}
        />
      </div>
    </SidePane>
  );
}

interface ChoicesProps<T extends string> {
  label: string;
  names: Record<T, string>;
  all: readonly T[];
  chosen: T;
  disabled?: T | null;
  hintOf?: (choice: T) => string;
  onChoose: (choice: T) => void;
}

function Choices<T extends string>({
  label,
  names,
  all,
  chosen,
  disabled = null,
  hintOf,
  onChoose,
}: ChoicesProps<T>) {
  return (
    <Field label={label}>
      <RadioGroup
        value={chosen}
        onChange={(_, { value }) => onChoose(all.find((one) => one === value) ?? chosen)}
      >
        {all.map((one) => (
          <Radio
            key={one}
            value={one}
            disabled={one === disabled}
            label={
              hintOf ? (
                <span className={styles["choice"]}>
                  {names[one]}
                  <span className={styles["hint"]}>{hintOf(one)}</span>
                </span>
              ) : (
                names[one]
              )
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
