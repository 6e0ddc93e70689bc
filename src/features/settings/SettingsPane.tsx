import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import {
  setPreferences,
  usePreferences,
  type ThemeChoice,
  type TimeZoneChoice,
} from "../../ui/preferences.ts";
import { SidePane } from "../../ui/SidePane.tsx";
import { paneStrings } from "../../ui/paneStrings.ts";
import styles from "./SettingsPane.module.css";

const words = paneStrings.settings;

const THEMES: ThemeChoice[] = ["system", "dark", "light"];
const ZONES: TimeZoneChoice[] = ["local", "utc", "stamp"];

/** Portal settings of this browser: theme and time zone. */
export function SettingsPane({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { theme, timeZone } = usePreferences();
  return (
    <SidePane open={open} label={words.title} title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className={styles["body"]}>
        <Field label={words.theme}>
          <RadioGroup
            value={theme}
            onChange={(_, { value }) =>
              setPreferences({ theme: THEMES.find((one) => one === value) ?? "system" })
            }
          >
            {THEMES.map((one) => (
              <Radio key={one} value={one} label={words.themes[one]} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={words.timeZone}>
          <RadioGroup
            value={timeZone}
            onChange={(_, { value }) =>
              setPreferences({ timeZone: ZONES.find((one) => one === value) ?? "local" })
            }
          >
            {ZONES.map((one) => (
              <Radio key={one} value={one} label={words.zones[one]} />
            ))}
          </RadioGroup>
        </Field>
      </div>
    </SidePane>
  );
}
