import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { useController } from "react-hook-form";
import type { Store } from "../../domain/configuration.ts";
import { hasShortHost } from "../../domain/configurationProblems.ts";
import styles from "./ConfigurationForm.module.css";
import { configurationStrings } from "./strings.ts";
import { TextRow, type FieldsProps } from "./TextRow.tsx";

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
  const { field } = useController({ control: form.control, name: "store" });
  return (
    <Field label={configurationStrings.store}>
      <RadioGroup
        layout="horizontal"
        value={field.value}
        disabled={saving}
        onChange={(_, { value }) => {
          field.onChange(value);
          form.clearErrors();
        }}
      >
        {STORES.map((store) => (
          <Radio key={store} value={store} label={configurationStrings.stores[store]} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function ShareFields({ form, saving }: FieldsProps) {
  const { draft, settings } = form;
  const hasPassword = settings.configured && settings.store === "share";
  const common = { form, saving, required: true };
  const secret = { ...common, secret: true, required: !hasPassword };
  return (
    <>
      <TextRow
        {...common}
        name="path"
        label={configurationStrings.path}
        hint={hasShortHost(draft.path) ? configurationStrings.shortHost : configurationStrings.pathHint}
      />
      <TextRow
        {...common}
        name="userName"
        label={configurationStrings.userName}
        hint={configurationStrings.userNameHint}
      />
      <div className={styles["pair"]}>
        <TextRow
          {...secret}
          name="password"
          label={configurationStrings.password}
          {...(hasPassword && { hint: configurationStrings.passwordHint })}
        />
        <TextRow {...secret} name="confirmation" label={configurationStrings.confirmation} />
      </div>
    </>
  );
}

function BlobFields({ form, saving }: FieldsProps) {
  const hasKey = form.settings.store === "blob" && form.draft.blobUrl.trim() === form.settings.blobUrl;
  const common = { form, saving };
  return (
    <>
      <TextRow
        {...common}
        name="blobUrl"
        label={configurationStrings.blobUrl}
        required
        hint={configurationStrings.blobUrlHint}
        inputMode="url"
      />
      <TextRow
        {...common}
        name="blobKey"
        label={configurationStrings.blobKey}
        secret
        required={!hasKey}
        {...(hasKey && { hint: configurationStrings.blobKeyHint })}
      />
    </>
  );
}
