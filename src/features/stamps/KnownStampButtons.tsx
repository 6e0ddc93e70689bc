import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import type { Stamp, StampHint } from "../../domain/stamp.ts";
import { askAgain } from "../../stamps/findListed.ts";
import { useStamps } from "../../stamps/useStamps.ts";
import { stampStrings } from "./strings.ts";

const pageStrings = stampStrings.page;

/** Removes a stamp that was added in this browser, after a question. */
export function RemoveButton({ stamp, onRemove }: { stamp: Stamp; onRemove: (stamp: Stamp) => void }) {
  return (
    <Button
      {...useRestoreFocusTarget()}
      size="small"
      aria-label={pageStrings.removeOf(stamp.title)}
      onClick={() => onRemove(stamp)}
    >
      {pageStrings.remove}
    </Button>
  );
}

/** Asks a stamp anew for what stamps.json leaves out. */
export function AskAgainButton({ stamp, hint }: { stamp: Stamp; hint: StampHint }) {
  const stamps = useStamps();
  return (
    <Button
      size="small"
      aria-label={pageStrings.askAgainOf(stamp.title)}
      onClick={() => void askAgain(stamps, hint)}
    >
      {pageStrings.askAgain}
    </Button>
  );
}
