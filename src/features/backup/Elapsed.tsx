import type { Since } from "../../domain/backupState.ts";
import { formatElapsed } from "../../domain/duration.ts";
import { commonStrings } from "../../common/strings.ts";
import { useStampNow } from "./useStampNow.ts";

/** A running clock in stamp time; never live for screen readers, never below zero. */
export function Elapsed({ since }: { since: Since }) {
  const now = useStampNow();
  return (
    <span role="timer" aria-live="off">
      {!since.exact && `${commonStrings.atLeast} `}
      {formatElapsed(Math.max(0, now - since.at))}
    </span>
  );
}
