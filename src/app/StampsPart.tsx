import { Suspense } from "react";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { lazyPart } from "../ui/lazyPart.ts";
import type { LoadedStampsPartProps } from "./LoadedStampsPart.tsx";

const LoadedStampsPart = lazyPart(() =>
  import("./LoadedStampsPart.tsx").then((module) => module.LoadedStampsPart),
);

/** What has to do with more than the open stamp, all of it loaded at first use, together: each file costs the first load. */
export function StampsPart(props: LoadedStampsPartProps) {
  return (
    <ErrorBoundary>
      <Suspense>
        <LoadedStampsPart {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
