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
        <Field label={settingsStrings.theme}>
          <RadioGroup
            value={theme}
            onChange={(_, { value }) =>
              setPreferences({ theme: THEMES.find((one) => one === value) ?? "system" })
            }
          >
            {THEMES.map((one) => (
              <Radio key={one} value={one} label={settingsStrings.themes[one]} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={settingsStrings.timeZone}>
          <RadioGroup
            value={timeZone}
            onChange={(_, { value }) =>
              setPreferences({ timeZone: ZONES.find((one) => one === value) ?? "local" })
            }
          >
            {ZONES.map((one) => (
              <Radio
                key={one}
                value={one}
                disabled={one === "stamp" && stampZone === null}
                label={<Choice name={settingsStrings.zones[one]} hint={zoneHint(one)} />}
              />
            ))}
          </RadioGroup>
        </Field>
        <Field label={settingsStrings.powershellModule}>
          <RadioGroup
            value={powershellModule}
            onChange={(_, { value }) =>
              setPreferences({ powershellModule: MODULES.find((one) => one === value) ?? "az" })
            }
          >
            {MODULES.map((one) => (
              <Radio key={one} value={one} label={settingsStrings.powershellModules[one]} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={settingsStrings.dateFormat}>
          <RadioGroup
            value={dateFormat}
            onChange={(_, { value }) =>
              setPreferences({ dateFormat: FORMATS.find((one) => one === value) ?? "browser" })
            }
          >
            {FORMATS.map((one) => (
              <Radio
                key={one}
                value={one}
                label={
                  <Choice
                    name={settingsStrings.dateFormats[one]}
                    hint={formatDateTime(now, { choice: one, timeZone: zoneOf(timeZone) })}
                  />
                }
              />
            ))}
          </RadioGroup>
        </Field>
      </div>
    </SidePane>
  );
}

function Choice({ name, hint }: { name: string; hint: string }) {
  return (
    <span className={styles["choice"]}>
      {name}
      <span className={styles["hint"]}>{hint}</span>
    </span>
  );
}
