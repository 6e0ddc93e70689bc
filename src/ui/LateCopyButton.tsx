import { AtRest } from "./AtRest.tsx";
import type { CopyButtonProps } from "./CopyButton.tsx";
import { lazyPart } from "./lazyPart.ts";

const CopyButton = lazyPart(() => import("./CopyButton.tsx").then((module) => module.CopyButton));

/** A CopyButton that the first load does not have; its place is kept. */
export function LateCopyButton(props: CopyButtonProps) {
  return (
    <span className="late-copy">
      <AtRest>
        <CopyButton {...props} />
      </AtRest>
    </span>
  );
}
