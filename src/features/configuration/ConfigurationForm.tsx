import { useEffect, useRef, useState, type FormEvent } from "react";
import { changesOf, settingsOf, type Field } from "../../domain/configuration.ts";
import { problemsOf } from "../../domain/configurationProblems.ts";
import { impactOf, type Impact } from "../../domain/configurationImpact.ts";
import type { BackupLocation } from "../../domain/location.ts";
import { useSession } from "../../queries/SessionContext.ts";
import { useBackupsState } from "../../queries/useBackupState.ts";
import { useLocationChange } from "../../queries/useLocationChange.ts";
import { InlineConfirm } from "../../ui/InlineConfirm.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { configurationStrings as words } from "../../ui/configurationStrings.ts";
import { CertificateField } from "./CertificateField.tsx";
import styles from "./ConfigurationForm.module.css";
import { boundsOf } from "./fieldText.tsx";
import { FormActions } from "./FormActions.tsx";
import { ImpactPreview } from "./ImpactPreview.tsx";
import { StoreFields, textOf } from "./StoreFields.tsx";
import { useConfigurationForm, type Shown } from "./useConfigurationForm.ts";
import { useLeaveGuard } from "./useLeaveGuard.ts";

/** The stamp's settings to change. What is typed stays until it is saved, discarded or left behind knowingly. */
export function ConfigurationForm({ location }: { location: BackupLocation | null }) {
  const { stamp, now } = useSession();
  const { rows, loaded, incomplete } = useBackupsState();
  const form = useConfigurationForm(settingsOf(location));
  const { state, change, dismiss } = useLocationChange();
  const [question, setQuestion] = useState(false);
  const [nothing, setNothing] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const [wanted, setWanted] = useState<{ field: Field } | null>(null);
  // Once it is drawn: only then is the field no longer read-only, and its problem there to be read out.
  useEffect(() => {
    if (wanted) element.current?.querySelector<HTMLElement>(`[name="${wanted.field}"]`)?.focus();
  }, [wanted]);
  const saving = state.kind === "saving";
  const guard = useLeaveGuard(form.touched || (saving && state.source === "form"));

  // What has been told is not told again when the form is opened anew; a change still under way is.
  useEffect(() => dismiss, [dismiss]);

  const sound = Object.keys(problemsOf(form.draft, form.settings)).length === 0;
  const changes = changesOf(form.draft, form.settings);
  const impact = sound ? impactOf(changes, form.settings, rows, now()) : NO_IMPACT;
  const list = !loaded ? "none" : incomplete ? "partial" : "whole";

  const save = async () => {
    setQuestion(false);
    const outcome = await change("form", changes, form.settings);
    if (outcome?.kind === "saved") form.rebase(settingsOf(outcome.location ?? location), false);
    if (outcome?.kind === "moved") form.rebase(outcome.settings, true);
    if (outcome?.kind === "refused" && outcome.field) {
      form.refuse(outcome.field, outcome.failure);
      setWanted({ field: outcome.field });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    dismiss();
    const wrong = form.check();
    setNothing(wrong === null && Object.keys(changes).length === 0);
    if (wrong !== null) setWanted({ field: wrong });
    else if (asksFirst(impact, list)) setQuestion(true);
    else if (Object.keys(changes).length > 0) void save();
  };
  const discard = () => {
    form.rebase(settingsOf(location), false);
    dismiss();
    setNothing(false);
  };
  return (
    <form ref={element} className={styles["form"]} noValidate onSubmit={submit} aria-busy={saving}>
      {guard.asking && (
        <InlineConfirm
          title={words.leave.title}
          text={saving ? words.leave.saving : words.leave.text}
          onYes={guard.leave}
          onNo={guard.stay}
        />
      )}
      <p className={styles["hint"]}>
        {!form.settings.configured && `${words.firstTime} `}
        {words.required}
      </p>
      <section className={styles["section"]} aria-label={words.storage}>
        <StoreFields form={form} saving={saving} canBlob={stamp.apiVersion === "2021-09-01"} />
      </section>
      <section className={styles["section"]} aria-label={words.schedule}>
        <h3 className={styles["group"]}>{words.schedule}</h3>
        {SCHEDULE.map((field) => (
          <TextField
            key={field}
            {...textOf(form, field, saving)}
            label={words[field]}
            required
            short
            inputMode="numeric"
            {...hintOf(form.shown[field], boundsOf(field))}
          />
        ))}
      </section>
      <section className={styles["section"]} aria-label={words.encryption}>
        <h3 className={styles["group"]}>{words.encryption}</h3>
        <CertificateField key={form.epoch} form={form} saving={saving} />
      </section>
      <ImpactPreview impact={impact} list={list} />
      {question && (
        <InlineConfirm
          title={words.confirmDeletion.title}
          text={deletionText(impact, list)}
          onYes={() => void save()}
          onNo={() => {
            setQuestion(false);
            element.current?.querySelector<HTMLElement>("[type=submit]")?.focus();
          }}
        />
      )}
      <FormActions
        state={state}
        nothing={nothing && !form.touched}
        touched={form.touched}
        onDiscard={discard}
        onDismiss={dismiss}
      />
    </form>
  );
}

/** A field that already says its bounds as what is wrong need not say them twice. */
function hintOf(shown: Shown | undefined, hint: string): { hint?: string } {
  return shown?.kind === "problem" && shown.problem === "outOfBounds" ? {} : { hint };
}

const SCHEDULE = ["frequency", "retention"] as const;
const NO_IMPACT: Impact = { deletion: null, oldThumbprint: null };

/** Deleting backups is for good, and so is asked about; where nobody can tell which, it may be all of them. */
function asksFirst({ deletion }: Impact, list: "whole" | "partial" | "none"): boolean {
  return deletion !== null && (list !== "whole" || deletion.backups.length > 0);
}

function deletionText({ deletion }: Impact, list: "whole" | "partial" | "none"): string {
  const { text, textUnknown } = words.confirmDeletion;
  const days = deletion?.retentionDays ?? 0;
  return list === "whole" ? text(deletion?.backups.length ?? 0, days) : textUnknown(days);
}
