import type { MockedStamps } from "../features/demo/control.ts";
import { useDemoOpen } from "../features/demo/demoOpen.ts";
import { lazyPart } from "../ui/lazyPart.tsx";
import { strings } from "../ui/strings.ts";

const DemoPane = lazyPart(() => import("../features/demo/DemoPane.tsx").then((module) => module.DemoPane));

/** The presenter's controls in a column of their own: they cover nothing of the page they drive. */
export function DemoSide({ mocked }: { mocked: MockedStamps }) {
  const open = useDemoOpen();
  return (
    open && (
      <div className="demo-side">
        <DemoPane mocked={mocked} fallback={<p role="status">{strings.loadingPart}</p>} />
      </div>
    )
  );
}
