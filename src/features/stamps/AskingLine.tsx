import { Spinner } from "@fluentui/react-components";
import type { FindStep } from "../../api/findStamp";
import { stampStrings } from "./strings.ts";

const steps: Record<FindStep, string> = stampStrings.steps;

export interface AskingLineProps {
  /** What the stamp is being asked for, null before the first question; undefined: it is not being asked. */
  step: FindStep | null | undefined;
}

/** What a stamp is being asked for while it is found. In the page from the beginning, so that its changes are spoken. */
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
