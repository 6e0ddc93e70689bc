import { useState } from "react";
import type { CertificateProblem } from "../../domain/certificate.ts";
import {
  draftOf,
  FIELDS,
  isTouched,
  rebased,
  touchedFields,
  type Draft,
  type Field,
  type Settings,
  type Store,
} from "../../domain/configuration.ts";
import { problemsOf, type Problem } from "../../domain/configurationProblems.ts";
import type { Failure } from "../../domain/failure.ts";

/** Why the file that was chosen is no certificate to use. */
export type FileProblem = CertificateProblem | "unreadable";

/** What a field shows as wrong: our own rule's word, the chosen file's, or the stamp's. */
export type Shown =
  | { kind: "problem"; problem: Problem }
  | { kind: "file"; problem: FileProblem }
  | { kind: "refusal"; failure: Failure };

export interface ConfigurationForm {
  /** Another one whenever all that was typed is gone: for what a browser keeps by itself, a chosen file. */
  epoch: number;
  settings: Settings;
  draft: Draft;
  touched: boolean;
  /** By field, only what may be shown yet: after leaving the field or pressing OK, until it is mended. */
  shown: Partial<Record<Field, Shown>>;
  set: <F extends Field>(field: F, value: Draft[F]) => void;
  setStore: (store: Store) => void;
  setFileProblem: (problem: FileProblem | null) => void;
  leaveField: (field: Field) => void;
  /** Shows everything wrong; the first such field, or null where there is none. */
  check: () => Field | null;
  refuse: (field: Field, failure: Failure) => void;
  /** Other settings below what was typed; `keep` false drops that too, secrets with it. */
  rebase: (fresh: Settings, keep: boolean) => void;
}

interface State {
  epoch: number;
  settings: Settings;
  draft: Draft;
  asked: readonly Field[];
  fileProblem: FileProblem | null;
  refusal: { field: Field; failure: Failure } | null;
}

/** Fields that a refusal of one of them may be mended by. */
const TOGETHER: readonly (readonly Field[])[] = [
  ["path", "userName", "password", "confirmation"],
  ["blobUrl", "blobKey"],
];

/** The form's state, and when what is shown. `stored` are the settings as last read; they never overwrite typing. */
export function useConfigurationForm(stored: Settings): ConfigurationForm {
  const [state, setState] = useState<State>(() => stateOf(stored, 0));
  const { settings, draft } = state;
  const touched = isTouched(draft, settings) || state.fileProblem !== null;
  // A form that nobody has typed into follows the stamp.
  if (!touched && JSON.stringify(stored) !== JSON.stringify(settings)) setState(stateOf(stored, state.epoch));

  const problems = problemsOf(draft, settings);
  const wrong = (field: Field): Shown | null => {
    if (state.refusal?.field === field) return { kind: "refusal", failure: state.refusal.failure };
    if (field === "certificate" && state.fileProblem) return { kind: "file", problem: state.fileProblem };
    const problem = problems[field];
    return problem ? { kind: "problem", problem } : null;
  };
  const shown: Partial<Record<Field, Shown>> = {};
  for (const field of FIELDS) {
    const found = wrong(field);
    const known = found?.kind !== "problem" || state.asked.includes(field);
    if (found && known) shown[field] = found;
  }
  const change = (field: Field, next: (old: State) => Partial<State>) =>
    setState((old) => {
      const changed = { ...old, ...next(old) };
      const mended = problemsOf(changed.draft, changed.settings);
      const together = TOGETHER.find((group) => group.includes(field)) ?? [field];
      return {
        ...changed,
        // Once mended it is not to be shown again while typing goes on.
        asked: changed.asked.filter((one) => mended[one] !== undefined),
        refusal: old.refusal && together.includes(old.refusal.field) ? null : old.refusal,
      };
    });
  return {
    epoch: state.epoch,
    settings,
    draft,
    touched,
    shown,
    set: (field, value) => change(field, (old) => ({ draft: { ...old.draft, [field]: value } })),
    setStore: (store) =>
      setState((old) => ({ ...old, draft: { ...old.draft, store }, asked: [], refusal: null })),
    setFileProblem: (fileProblem) => change("certificate", () => ({ fileProblem })),
    leaveField: (field) =>
      setState((old) =>
        touchedFields(old.draft, old.settings).includes(field)
          ? { ...old, asked: [...new Set([...old.asked, field])] }
          : old,
      ),
    check: () => {
      setState((old) => ({ ...old, asked: FIELDS, refusal: null }));
      return (
        FIELDS.find((field) => problems[field] ?? (field === "certificate" && state.fileProblem)) ?? null
      );
    },
    refuse: (field, failure) => setState((old) => ({ ...old, refusal: { field, failure } })),
    rebase: (fresh, keep) =>
      setState((old) =>
        keep
          ? { ...old, settings: fresh, draft: rebased(old.draft, old.settings, fresh) }
          : stateOf(fresh, old.epoch + 1),
      ),
  };
}

function stateOf(settings: Settings, epoch: number): State {
  return { epoch, settings, draft: draftOf(settings), asked: [], fileProblem: null, refusal: null };
}
