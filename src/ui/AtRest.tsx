import { Suspense, type ReactNode } from "react";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { usePageAtRest } from "./lazyPart.ts";

/** What can wait until the page has shown what it was opened for; nothing, and in silence, where that fails. */
export function AtRest({ children }: { children: ReactNode }) {
  const atRest = usePageAtRest();
  return (
    <ErrorBoundary silent>
      <Suspense>{atRest && children}</Suspense>
    </ErrorBoundary>
  );
}
