import { useId } from "react";
import type { Field, Store } from "../../domain/configuration.ts";
import { hasShortHost } from "../../domain/configurationProblems.ts";
import { afterPress } from "../../ui/afterPress.ts";
import { TextField } from "../../ui/TextField.tsx";
import { configurationStrings as words } from "../../ui/configurationStrings.ts";
import styles from "./ConfigurationForm.module.css";
import { problemText } from "./fieldText.tsx";
import type { ConfigurationForm } from "./useConfigurationForm.ts";

export interface FieldsProps {
  form: ConfigurationForm;
  saving: boolean;
}

/** Where backups go and who may write there: a file share, or with 2021-09-01 also a blob container. */
export function StoreFields({ form, saving, canBlob }: FieldsProps & { canBlob: boolean }) {
  return (
    <>
      {canBlob && <StoreChoice form={form} saving={saving} />}
      {form.draft.store === "share" ? (
        <ShareFields form={form} saving={saving} />
      ) : (
        <BlobFields form={form} saving={saving} />
      )}
    </>
  );
}

const STORES: readonly Store[] = ["share", "blob"];

function StoreChoice({ form, saving }: FieldsProps) {
  const name = useId();
  return (
    <fieldset className={styles["choice"]} disabled={saving}>
      <legend>{words.store}</legend>
      {STORES.map((store) => (
        <label key={store}>
          <input
            type="radio"
            name={name}
            checked={form.draft.store === store}
            onChange={() => form.setStore(store)}
          />{" "}
          {words.stores[store]}
        </label>
      ))}
    </fieldset>
  );
}

function ShareFields({ form, saving }: FieldsProps) {
  const { draft, settings } = form;
  const hasPassword = settings.configured && settings.store === "share";
  return (
    <>
      <TextField
        {...textOf(form, "path", saving)}
        label={words.path}
        required
        hint={hasShortHost(draft.path) ? words.shortHost : words.pathHint}
      />
      <TextField
        {...textOf(form, "userName", saving)}
        label={words.userName}
        required
        hint={words.userNameHint}
        autoComplete="off"
      />
      <TextField
        {...textOf(form, "password", saving)}
        label={words.password}
        type="password"
        required={!hasPassword}
        {...(hasPassword ? { hint: words.passwordHint } : {})}
        autoComplete="new-password"
      />
      <TextField
        {...textOf(form, "confirmation", saving)}
        label={words.confirmation}
        type="password"
        required={!hasPassword}
        autoComplete="new-password"
      />
    </>
  );
}

function BlobFields({ form, saving }: FieldsProps) {
  const hasKey = form.settings.store === "blob" && form.draft.blobUrl.trim() === form.settings.blobUrl;
  return (
    <>
      <TextField
        {...textOf(form, "blobUrl", saving)}
        label={words.blobUrl}
        required
        hint={words.blobUrlHint}
        inputMode="url"
      />
      <TextField
        {...textOf(form, "blobKey", saving)}
        label={words.blobKey}
        type="password"
        required={!hasKey}
        {...(hasKey ? { hint: words.blobKeyHint } : {})}
        autoComplete="new-password"
      />
    </>
  );
}

/** What every text field of the form has in common. */
export function textOf(form: ConfigurationForm, field: Exclude<Field, "certificate">, saving: boolean) {
  return {
    name: field,
    value: form.draft[field],
    onChange: (value: string) => form.set(field, value),
    onBlur: () => afterPress(() => form.leaveField(field)),
    problem: problemText(field, form.shown[field]),
    readOnly: saving,
    autoComplete: "off",
  };
}
