import type { ReactNode } from "react";
import { FREQUENCY_HOURS, RETENTION_DAYS, type Field } from "../../domain/configuration.ts";
import { FailureDetails } from "../../ui/FailureDetails.tsx";
import {
  certificateWords,
  configurationStrings as words,
  problemWords,
} from "../../ui/configurationStrings.ts";
import type { Shown } from "./useConfigurationForm.ts";

/** What a field shows as wrong, in words; undefined while there is nothing to show. */
export function problemText(field: Field, shown: Shown | undefined): ReactNode {
  switch (shown?.kind) {
    case undefined:
      return undefined;
    case "refusal":
      return (
        <>
          <p>{words.refusedField}:</p>
          <FailureDetails failure={shown.failure} />
        </>
      );
    case "file":
      return certificateWords[shown.problem];
    case "problem":
      if (field === "certificate") return certificateWords.missing;
      return shown.problem === "outOfBounds" ? boundsOf(field) : problemWords[shown.problem];
  }
}

/** "A whole number from 4 to 12." */
export function boundsOf(field: Field): string {
  const { from, to } = field === "frequency" ? FREQUENCY_HOURS : RETENTION_DAYS;
  return words.bounds(from, to);
}
