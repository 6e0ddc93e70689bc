import { Field as FluentField, Input } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import type { Field } from "../../domain/configuration.ts";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { SecretInput } from "../../ui/SecretInput.tsx";
import { configurationStrings } from "./strings.ts";
import type { ConfigurationForm } from "./useConfigurationForm.ts";

export interface FieldsProps {
  form: ConfigurationForm;
  saving: boolean;
}

export interface TextRowProps extends FieldsProps {
  name: Exclude<Field, "certificate">;
  label: string;
  required?: boolean;
  hint?: string;
  /** A password or key, which must not be in the page's markup. */
  secret?: boolean;
  inputMode?: "numeric" | "url";
}

/** A labelled text field. What is wrong with it takes the place of its hint, so that nothing below it moves. */
export function TextRow({ form, saving, name, label, hint, secret, required, inputMode }: TextRowProps) {
  const { field, fieldState } = useController({ control: form.control, name });
  const message = problemOf(form, name, fieldState.error?.message);
  const common = { ...field, readOnly: saving, autoComplete: secret ? "new-password" : "off" };
  return (
    <FluentField
      label={label}
      required={required ?? false}
      {...(message ? { validationMessage: <span>{message}</span> } : hint && { hint })}
    >
      {secret ? <SecretInput {...common} /> : <Input {...common} inputMode={inputMode} spellCheck={false} />}
    </FluentField>
  );
}

/** What a field shows as wrong: the stamp's refusal, else our own rule. */
export function problemOf(form: ConfigurationForm, field: Field, message: string | undefined): ReactNode {
  const refusal = form.refusalOf(field);
  if (!refusal) return message;
  return (
    <>
      <p>{configurationStrings.refusedField}:</p>
      <FailureDetails failure={refusal} />
    </>
  );
}
