import type { Failure } from "../domain/failure.ts";
import { lazyPart } from "../ui/lazyPart.tsx";
import { commonStrings } from "./strings.ts";

const PermissionNeeded = lazyPart(
  () => import("./PermissionNeeded.tsx").then((module) => module.PermissionNeeded),
  "background",
);

/** The server's message, code, status and request id, for support. Shown as plain text. */
export function FailureDetails({ failure }: { failure: Failure }) {
  const facts = [
    failure.code,
    failure.status === null ? null : `HTTP ${failure.status}`,
    failure.requestId === null ? null : commonStrings.requestId(failure.requestId),
  ].filter((fact) => fact !== null);
  if (facts.length === 0 && failure.text === null) return null;
  return (
    <>
      {failure.kind === "forbidden" && <PermissionNeeded text={failure.text} />}
      {failure.text !== null && <p>“{failure.text}”</p>}
      {facts.length > 0 && <p>{facts.join(" · ")}</p>}
    </>
  );
}
