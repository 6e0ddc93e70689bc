import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { MockedStamps } from "../features/demo/control.ts";
import { lazyPane } from "../ui/lazyPart.tsx";
import { demoStrings } from "../features/demo/strings.ts";
import { strings } from "../ui/strings.ts";

const DemoPane = lazyPane(() => import("../features/demo/DemoPane.tsx").then((module) => module.DemoPane));

/** Says that the stamp is a mock, so that it cannot be mistaken for a real one, and opens the presenter's controls. */
export function DemoBanner({ mocked }: { mocked: MockedStamps }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.altKey || event.code !== "KeyD") return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <div className="demo-banner">
      <strong>{strings.mockedStamp}</strong>
      <span>{demoStrings.banner.text(mocked.scenario.title, mocked.speed)}</span>
      <Button
        {...useRestoreFocusTarget()}
        size="small"
        className="demo-open"
        title={demoStrings.banner.keys}
        onClick={() => setOpen(true)}
      >
        {demoStrings.banner.controls}
      </Button>
      <DemoPane open={open} mocked={mocked} onClose={() => setOpen(false)} />
    </div>
  );
}
