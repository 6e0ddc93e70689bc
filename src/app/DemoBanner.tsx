import { Button } from "@fluentui/react-components";
import { useEffect } from "react";
import type { MockedStamps } from "../features/demo/control.ts";
import { DEMO_BUTTON_ID, setDemoOpen, useDemoOpen } from "../features/demo/demoOpen.ts";
import { demoStrings } from "../features/demo/strings.ts";
import { useSession } from "../session/SessionContext.ts";
import { useStore } from "../store.ts";
import { useEverySecond } from "../ui/clock.ts";
import { useDateFormat } from "../ui/dateFormat.ts";
import { formatMinute } from "../ui/format.ts";
import { appStrings } from "./strings.ts";

/** Says that the stamp is a mock and what time it is there, and opens the presenter's controls. */
export function DemoBanner({ mocked }: { mocked: MockedStamps }) {
  const open = useDemoOpen();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.altKey || event.code !== "KeyD") return;
      event.preventDefault();
      setDemoOpen(!open);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [open]);
  return (
    <div className="demo-banner">
      <strong>{appStrings.mockedStamp}</strong>
      <SimulatedTime mocked={mocked} />
      <Button
        id={DEMO_BUTTON_ID}
        size="small"
        className="demo-open"
        title={demoStrings.banner.keys}
        aria-expanded={open}
        onClick={() => setDemoOpen(!open)}
      >
        {demoStrings.banner.controls}
      </Button>
    </div>
  );
}

function SimulatedTime({ mocked: { scenario, pace } }: { mocked: MockedStamps }) {
  const session = useSession();
  const speed = useStore(pace);
  const dates = useDateFormat();
  useEverySecond();
  return <span>{demoStrings.banner.text(scenario.title, speed, formatMinute(session.now(), dates))}</span>;
}
