import { Suspense } from "react";
import type { AlertsPartProps } from "../features/alerts/AlertsPart.tsx";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { lazyPart, usePageAtRest } from "../ui/lazyPart.ts";

const AlertsPart = lazyPart(() =>
  import("../features/alerts/AlertsPart.tsx").then((module) => module.AlertsPart),
);

/** A part of the alerts, once the page is at rest; their own page at once. It fails alone (docs/faults.md "Page and build"). */
export function Alerts(props: AlertsPartProps) {
  const onPage = props.part === "page";
  const atRest = usePageAtRest();
  return (
    <ErrorBoundary silent={!onPage}>
      <Suspense>{(onPage || atRest) && <AlertsPart {...props} />}</Suspense>
    </ErrorBoundary>
  );
}
