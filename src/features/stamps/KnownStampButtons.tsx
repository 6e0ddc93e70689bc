import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import type { Stamp, StampHint } from "../../domain/stamp.ts";
import { askAgain } from "../../stamps/findListed.ts";
import { useStamps } from "../../stamps/useStamps.ts";
import { stampStrings } from "./strings.ts";

const words = stampStrings.page;

/** Removes a stamp that was added in this browser, after a question. */
export function RemoveButton({ stamp, onRemove }: { stamp: Stamp; onRemove: (stamp: Stamp) => void }) {
  return (
    <Button
      {...useRestoreFocusTarget()}
      size="small"
      aria-label={words.removeOf(stamp.title)}
      onClick={() => onRemove(stamp)}
    >
      {words.remove}
    </Button>
  );
}

/** Asks a stamp anew for what stamps.json leaves out. */
export function AskAgainButton({ stamp, hint }: { stamp: Stamp; hint: StampHint }) {
  const stamps = useStamps();
  return (
    <Button
      size="small"
      aria-label={words.askAgainOf(stamp.title)}
      onClick={() => void askAgain(stamps, hint)}
    >
      {words.askAgain}
    </Button>
  );
}
