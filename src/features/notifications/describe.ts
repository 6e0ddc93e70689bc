import { formatSpan } from "../../domain/duration.ts";
import type { Operation } from "../../domain/operation.ts";
import { elapsedMs } from "../../domain/progress.ts";
import { runStrings } from "../../ui/runStrings.ts";

const words = runStrings.notifications;

/** One sentence on a run as it stands: for the bell, for toasts and for screen readers. `now` is stamp time. */
export function describe(operation: Operation, now: number): string {
  const name = operation.id?.split("-")[0] ?? "";
  const span = elapsedMs(operation, now);
  const took = span === null ? "" : ` ${words.took(formatSpan(span))}`;
  switch (operation.kind) {
    case "posting":
      return words.starting;
    case "unknown":
      return words.unknown;
    case "running":
      return words.running(name);
    case "succeeded":
      return words.succeeded(name) + took;
    case "partiallySucceeded":
      return words.partiallySucceeded(name) + took;
    case "failed":
      return words.failed(name) + took;
    case "lost":
      return words.lost(name);
  }
}
