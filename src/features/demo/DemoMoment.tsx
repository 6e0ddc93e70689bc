import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { useStore } from "../../store.ts";
import { noteSpeed, type MockedStamps, type Tell } from "./control.ts";
import styles from "./DemoPane.module.css";
import { demoStrings } from "./strings.ts";

const SPEEDS = [1, 10, 60, 600];

/** Real time to the moment jumped to, so that the audience sees it happen. */
const LEAD_MS = 8_000;

/** The simulated clock: its speed, holding it, leaping, and what begins now. Nothing of it reloads the page. */
export function DemoMoment({ mocked: { pace }, tell }: { mocked: MockedStamps; tell: Tell }) {
  const speed = useStore(pace);
  // A story changes the speed, too; this is what the clock goes on at once it is no longer held.
  const [heldAt, setHeldAt] = useState(1);
  const running = speed || heldAt;
  const change = async (what: string, next: number) => {
    if (!(await tell(what, { speed: next }))) return;
    pace.set(next);
    noteSpeed(next);
    setHeldAt(running);
  };
  const action = (what: string, command: Record<string, unknown>) => (
    <Button size="small" onClick={() => void tell(what, command)}>
      {what}
    </Button>
  );
  const leadMs = LEAD_MS * speed;
  return (
    <section className={styles["group"]} aria-labelledby="demo-moment">
      <h3 id="demo-moment">{demoStrings.moment}</h3>
      <div className={styles["speed"]}>
        <Field label={demoStrings.speed}>
          <Select
            value={String(running)}
            onChange={(_, { value }) =>
              void change(`${demoStrings.speed} ${demoStrings.times(Number(value))}`, Number(value))
            }
          >
            {[...new Set([...SPEEDS, running])].map((one) => (
              <option key={one} value={one}>
                {demoStrings.times(one)}
              </option>
            ))}
          </Select>
        </Field>
        {speed === 0 ? (
          <Button onClick={() => void change(demoStrings.resume, running)}>{demoStrings.resume}</Button>
        ) : (
          <Button onClick={() => void change(demoStrings.pause, 0)}>{demoStrings.pause}</Button>
        )}
      </div>
      <div className={styles["buttons"]}>
        {action(demoStrings.jumpListed, { jump: { before: "listed", leadMs } })}
        {action(demoStrings.jumpEnd, { jump: { before: "end", leadMs } })}
        {action(demoStrings.nextSlot, { jump: { before: "nextSlot", leadMs } })}
        {action(demoStrings.elsewhere, { startElsewhere: { automatic: false } })}
        {action(demoStrings.scheduled, { startElsewhere: { automatic: true } })}
      </div>
    </section>
  );
}
