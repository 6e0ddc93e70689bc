import type { ChangeState } from "../../queries/locationChange.ts";
import { Button } from "@fluentui/react-components";
import styles from "./ConfigurationForm.module.css";
import { SaveNotice } from "./SaveNotice.tsx";
import { configurationStrings as words } from "./strings.ts";

export interface FormActionsProps {
  state: ChangeState;
  /** OK was pressed and there was nothing to save. */
  nothing: boolean;
  touched: boolean;
  onDiscard: () => void;
  onDismiss: () => void;
}

/** OK, how the last save went or goes, and back to what the stamp has. */
export function FormActions({ state, nothing, touched, onDiscard, onDismiss }: FormActionsProps) {
  const saving = state.kind === "saving";
  return (
    <>
      {state.kind === "ended" && state.source === "form" && (
        <SaveNotice outcome={state.outcome} onDismiss={onDismiss} />
      )}
      <div className={styles["actions"]}>
        <Button type="submit" appearance="primary" disabledFocusable={saving}>
          {words.ok}
        </Button>
        {touched && !saving && <Button onClick={onDiscard}>{words.discard}</Button>}
        <p role="status" className={styles["status"]}>
          {saving ? savingText(state) : nothing && words.nothingChanged}
        </p>
      </div>
    </>
  );
}

function savingText({ source, trouble }: Extract<ChangeState, { kind: "saving" }>): string {
  if (source !== "form") return words.savingOther;
  return trouble ? words.savingTrouble : words.saving;
}
