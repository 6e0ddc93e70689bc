import { useEffect, useRef, useState } from "react";
import { changesOf, FIELDS, settingsOf, type Field } from "../../domain/configuration.ts";
import { impactOf, type Impact } from "../../domain/configurationImpact.ts";
import { problemsOf } from "../../domain/configurationProblems.ts";
import type { BackupLocation } from "../../domain/location.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useBackupsState } from "../../queries/useBackupState.ts";
import { useLocationChange } from "../../queries/useLocationChange.ts";
import { ViewApi } from "../../common/ViewApi.tsx";
import { InlineConfirm } from "../../ui/InlineConfirm.tsx";
import { CertificateField } from "./CertificateField.tsx";
import styles from "./ConfigurationForm.module.css";
import { boundsOf } from "./configurationSchema.ts";
import { FormActions } from "./FormActions.tsx";
import { CertificateImpact, DeletionImpact } from "./ImpactPreview.tsx";
import { StoreFields } from "./StoreFields.tsx";
import { configurationStrings } from "./strings.ts";
import { TextRow } from "./TextRow.tsx";
import { useConfigurationForm } from "./useConfigurationForm.ts";
import { useLeaveGuard } from "./useLeaveGuard.ts";

/** The stamp's settings to change. What is typed stays until it is saved, discarded or left behind knowingly. */
export function ConfigurationForm({ location }: { location: BackupLocation | null }) {
  const { stamp, now } = useSession();
  const { rows, loaded, incomplete } = useBackupsState();
  const form = useConfigurationForm(settingsOf(location));
  const { state, trouble, change, dismiss } = useLocationChange();
  const [question, setQuestion] = useState(false);
  const [nothing, setNothing] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const [wanted, setWanted] = useState<{ field: Field } | null>(null);
  const { setFocus } = form;
  // Once it is drawn: only then is the field no longer read-only, and its problem there to be read out.
  useEffect(() => {
    if (wanted) setFocus(wanted.field);
  }, [wanted, setFocus]);
  const saving = state?.status === "pending";
  const guard = useLeaveGuard(form.touched || (saving && state.variables === "form"));

  // A reopened form doesn't repeat an outcome, but shows a change still in progress.
  useEffect(() => dismiss, [dismiss]);

  const problems = problemsOf(form.draft, form.settings);
  const sound = Object.keys(problems).length === 0;
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
  const submit = form.handleSubmit(
    () => {
      dismiss();
      const isSame = Object.keys(changes).length === 0;
      setNothing(isSame);
      if (asksFirst(impact, list)) setQuestion(true);
      else if (!isSame) void save();
    },
    () => {
      dismiss();
      setNothing(false);
      const field = FIELDS.find((one) => problems[one]);
      if (field) setWanted({ field });
    },
  );
  const discard = () => {
    form.rebase(settingsOf(location), false);
    dismiss();
    setNothing(false);
  };
  return (
    <form
      ref={element}
      className={styles["form"]}
      noValidate
      onSubmit={(event) => void submit(event)}
      aria-busy={saving}
    >
      {guard.asking && (
        <InlineConfirm
          title={configurationStrings.leave.title}
          text={saving ? configurationStrings.leave.saving : configurationStrings.leave.text}
          onYes={guard.leave}
          onNo={guard.stay}
        />
      )}
      <p className={styles["hint"]}>
        {!form.settings.configured && `${configurationStrings.firstTime} `}
        {configurationStrings.required}
      </p>
      <section className={styles["section"]} aria-label={configurationStrings.storage}>
        <StoreFields form={form} saving={saving} canBlob={stamp.apiVersion === "2021-09-01"} />
      </section>
      <section className={styles["section"]} aria-label={configurationStrings.schedule}>
        <h3 className={styles["group"]}>{configurationStrings.schedule}</h3>
        <div className={styles["pair"]}>
          {SCHEDULE.map((name) => (
            <TextRow
              key={name}
              form={form}
              saving={saving}
              name={name}
              label={configurationStrings[name]}
              required
              inputMode="numeric"
              hint={boundsOf(name)}
            />
          ))}
        </div>
        {impact.deletion && <DeletionImpact deletion={impact.deletion} list={list} />}
      </section>
      <section className={styles["section"]} aria-label={configurationStrings.encryption}>
        <h3 className={styles["group"]}>{configurationStrings.encryption}</h3>
        <CertificateField form={form} saving={saving} />
        {impact.oldThumbprint !== null && <CertificateImpact oldThumbprint={impact.oldThumbprint} />}
      </section>
      <ViewApi
        actions={["settings", "testShare"]}
        sharePath={problems.path || form.draft.path === form.settings.path ? null : form.draft.path.trim()}
      />
      <div className={styles["footer"]}>
        {question && (
          <InlineConfirm
            title={configurationStrings.confirmDeletion.title}
            text={deletionText(impact, list)}
            onYes={() => void save()}
            onNo={() => {
              setQuestion(false);
              element.current?.querySelector<HTMLElement>("[type=submit]")?.focus();
            }}
          />
        )}
        <FormActions
          change={{ state, trouble }}
          nothing={nothing && !form.touched}
          touched={form.touched}
          onDiscard={discard}
          onDismiss={dismiss}
        />
      </div>
    </form>
  );
}

const SCHEDULE = ["frequency", "retention"] as const;
const NO_IMPACT: Impact = { deletion: null, oldThumbprint: null };

/** Deleting backups is permanent and needs confirmation; if it is unknown which are deleted, it may be all. */
function asksFirst({ deletion }: Impact, list: "whole" | "partial" | "none"): boolean {
  return deletion !== null && (list !== "whole" || deletion.backups.length > 0);
}

function deletionText({ deletion }: Impact, list: "whole" | "partial" | "none"): string {
  const { text, textUnknown } = configurationStrings.confirmDeletion;
  const days = deletion?.retentionDays ?? 0;
  return list === "whole" ? text(deletion?.backups.length ?? 0, days) : textUnknown(days);
}
