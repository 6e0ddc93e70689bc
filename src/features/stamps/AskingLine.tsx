import { Spinner } from "@fluentui/react-components";
import type { FindStep } from "../../api/findStamp.ts";
import { stampStrings } from "./strings.ts";

const steps: Record<FindStep, string> = stampStrings.steps;

export interface AskingLineProps {
  /** The current step; null before the first, undefined while no search runs. */
  step: FindStep | null | undefined;
}

/** The current step of a search. Always in the page, so that screen readers announce its changes. */
export function AskingLine({ step }: AskingLineProps) {
  return (
    <div role="status">
      {step !== undefined && (
        <Spinner
          size="tiny"
          label={step === null ? stampStrings.asking : stampStrings.askingFor(steps[step])}
        />
      )}
    </div>
  );
}
