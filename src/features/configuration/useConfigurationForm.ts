import { valibotResolver } from "@hookform/resolvers/valibot";
import { useEffect, useRef, useState } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import {
  draftOf,
  FIELDS,
  isTouched,
  rebased,
  type Draft,
  type Field,
  type Settings,
} from "../../domain/configuration.ts";
import type { Failure } from "../../domain/failure.ts";
import { rememberCertificateExpiry } from "../../session/certificateExpiries.ts";
import { configurationSchema } from "./configurationSchema.ts";
import { readCertificateFile } from "./readCertificate.ts";

export interface ConfigurationForm extends Pick<
  UseFormReturn<Draft>,
  "control" | "handleSubmit" | "setFocus" | "clearErrors"
> {
  /** What the stamp had when the form was filled. */
  settings: Settings;
  draft: Draft;
  touched: boolean;
  /** The stamp's no to a field, until what it is about is changed. */
  refusalOf: (field: Field) => Failure | null;
  refuse: (field: Field, failure: Failure) => void;
  /** Reads a file as the certificate; null keeps the stamp's own. */
  chooseFile: (file: File | null) => Promise<void>;
  /** Other settings below what was typed; `keep` false drops that too, secrets with it. */
  rebase: (fresh: Settings, keep: boolean) => void;
}

/** Fields that a refusal of one of them may be mended by. */
const TOGETHER: readonly (readonly Field[])[] = [
  ["path", "userName", "password", "confirmation"],
  ["blobUrl", "blobKey"],
];

/** The form's state. `stored` are the settings as last read; they never overwrite what was typed. */
export function useConfigurationForm(stored: Settings): ConfigurationForm {
  const [settings, setSettings] = useState(stored);
  const [refusal, setRefusal] = useState<{ field: Field; failure: Failure; draft: Draft } | null>(null);
  const form = useForm<Draft>({
    defaultValues: draftOf(stored),
    resolver: valibotResolver(configurationSchema(settings)),
    mode: "onTouched",
    shouldFocusError: false,
  });
  const draft = form.watch();
  const touched = isTouched(draft, settings);
  const latest = useRef<File | null>(null);

  const rebase = (fresh: Settings, keep: boolean) => {
    if (!keep) latest.current = null;
    form.reset(keep ? rebased(draft, settings, fresh) : draftOf(fresh));
    setSettings(fresh);
    setRefusal(null);
  };
  // An unedited form follows the stamp.
  useEffect(() => {
    if (!touched && JSON.stringify(stored) !== JSON.stringify(settings)) rebase(stored, false);
  });

  // What another field's change has mended is no longer shown.
  const wrong = FIELDS.filter((field) => form.formState.errors[field]);
  const { trigger } = form;
  const { userName, password, blobUrl } = draft;
  useEffect(() => {
    if (wrong.length > 0) void trigger(wrong);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when one of the fields changes that others depend on
  }, [userName, password, blobUrl, trigger]);

  return {
    control: form.control,
    handleSubmit: form.handleSubmit,
    setFocus: form.setFocus,
    clearErrors: form.clearErrors,
    settings,
    draft,
    touched,
    refusalOf: (field) => {
      if (refusal?.field !== field) return null;
      const together = TOGETHER.find((group) => group.includes(field)) ?? [field];
      return together.every((one) => draft[one] === refusal.draft[one]) ? refusal.failure : null;
    },
    refuse: (field, failure) => setRefusal({ field, failure, draft }),
    chooseFile: async (file) => {
      latest.current = file;
      const set = (certificate: Draft["certificate"]) =>
        form.setValue("certificate", certificate, { shouldValidate: certificate?.read.kind !== "reading" });
      set(file && { name: file.name, read: { kind: "reading" } });
      if (!file) return;
      // The bytes stay in this function: a private key chosen by mistake goes nowhere.
      const read = await readCertificateFile(file);
      if (read.kind === "certificate")
        rememberCertificateExpiry(read.certificate.thumbprint, read.certificate.expiresAt);
      // Another file was chosen meanwhile, or none is wanted any more.
      if (latest.current === file) set({ name: file.name, read });
    },
    rebase,
  };
}
