import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { useStore } from "../../store.ts";
import { noteSpeed, type MockedStamps, type Tell } from "./control.ts";
import styles from "./DemoPane.module.css";
import { demoStrings as words } from "./strings.ts";

const SPEEDS = [1, 10, 60, 600];

/** Real time to the moment jumped to, so that the audience sees it happen. */
const LEAD_MS = 8_000;

/** The simulated clock: its speed, holding it, leaping, and what begins now. Nothing of it reloads the page. */
export function DemoMoment({ mocked: { pace }, tell }: { mocked: MockedStamps; tell: Tell }) {
  const speed = useStore(pace);
  const [running, setRunning] = useState(speed || 1);
  const change = async (what: string, next: number) => {
    if (!(await tell(what, { speed: next }))) return;
    pace.set(next);
    noteSpeed(next);
    if (next > 0) setRunning(next);
  };
  const action = (what: string, command: Record<string, unknown>) => (
    <Button size="small" onClick={() => void tell(what, command)}>
      {what}
    </Button>
  );
  const leadMs = LEAD_MS * speed;
  return (
    <section className={styles["group"]} aria-labelledby="demo-moment">
      <h3 id="demo-moment">{words.moment}</h3>
      <div className={styles["speed"]}>
        <Field label={words.speed}>
          <Select
            value={String(running)}
            onChange={(_, { value }) =>
              void change(`${words.speed} ${words.times(Number(value))}`, Number(value))
            }
          >
            {[...new Set([...SPEEDS, running])].map((one) => (
              <option key={one} value={one}>
                {words.times(one)}
              </option>
            ))}
          </Select>
        </Field>
        {speed === 0 ? (
          <Button onClick={() => void change(words.resume, running)}>{words.resume}</Button>
        ) : (
          <Button onClick={() => void change(words.pause, 0)}>{words.pause}</Button>
        )}
      </div>
      <div className={styles["buttons"]}>
        {action(words.jumpListed, { jump: { before: "listed", leadMs } })}
        {action(words.jumpEnd, { jump: { before: "end", leadMs } })}
        {action(words.nextSlot, { jump: { before: "nextSlot", leadMs } })}
        {action(words.elsewhere, { startElsewhere: { automatic: false } })}
        {action(words.scheduled, { startElsewhere: { automatic: true } })}
      </div>
    </section>
  );
}
