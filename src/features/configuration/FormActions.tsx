import type { Failure } from "../../domain/failure.ts";
import type { ChangeSource } from "../../queries/locationChange.ts";
import type { LocationChange } from "../../queries/useLocationChange.ts";
import { Button } from "@fluentui/react-components";
import styles from "./ConfigurationForm.module.css";
import { SaveNotice } from "./SaveNotice.tsx";
import { configurationStrings } from "./strings.ts";

export interface FormActionsProps {
  change: Pick<LocationChange, "state" | "trouble">;
  /** OK was pressed and there was nothing to save. */
  nothing: boolean;
  touched: boolean;
  onDiscard: () => void;
  onDismiss: () => void;
}

/** OK, how the last save went or goes, and back to what the stamp has. */
export function FormActions({ change, nothing, touched, onDiscard, onDismiss }: FormActionsProps) {
  const { state, trouble } = change;
  const saving = state?.status === "pending";
  return (
    <>
      {state?.data && state.variables === "form" && <SaveNotice outcome={state.data} onDismiss={onDismiss} />}
      <div className={styles["actions"]}>
        <Button type="submit" appearance="primary" disabledFocusable={saving}>
          {configurationStrings.ok}
        </Button>
        {touched && !saving && <Button onClick={onDiscard}>{configurationStrings.discard}</Button>}
        <p role="status" className={styles["status"]}>
          {saving ? savingText(state.variables, trouble) : nothing && configurationStrings.nothingChanged}
        </p>
      </div>
    </>
  );
}

function savingText(source: ChangeSource | undefined, trouble: Failure | null): string {
  if (source !== "form") return configurationStrings.savingOther;
  return trouble ? configurationStrings.savingTrouble : configurationStrings.saving;
}
