import { Button, Field, SpinButton } from "@fluentui/react-components";
import { useState } from "react";
import type { Tell } from "./control.ts";
import styles from "./DemoPane.module.css";
import { demoStrings } from "./strings.ts";

const FAULTS: [what: string, fault: Record<string, unknown>][] = [
  [demoStrings.faults.server, { kind: "status", status: 503 }],
  [demoStrings.faults.throttled, { kind: "status", status: 429, headers: { "Retry-After": "30" } }],
  [demoStrings.faults.network, { kind: "network" }],
  [demoStrings.faults.html, { kind: "html" }],
  [demoStrings.faults.truncated, { kind: "truncated" }],
  [demoStrings.faults.slow, { kind: "delay", ms: 4_000 }],
  [demoStrings.faults.unauthorized, { kind: "unauthorizedUntilSignIn" }],
];

/** What goes wrong: the running backup, the connection, and faults of the next requests whatever they ask. */
export function DemoTrouble({ tell }: { tell: Tell }) {
  const [count, setCount] = useState(3);
  const action = (what: string, command: Record<string, unknown>) => (
    <Button key={what} size="small" onClick={() => void tell(what, command)}>
      {what}
    </Button>
  );
  return (
    <section className={styles["group"]} aria-labelledby="demo-trouble">
      <h3 id="demo-trouble">{demoStrings.trouble}</h3>
      <div className={styles["buttons"]}>
        {action(demoStrings.fail, { failRunning: { code: "BackupFailed", message: demoStrings.failText } })}
        {action(demoStrings.lose, { connection: "lost" })}
        {action(demoStrings.restore, { connection: "restored" })}
        {action(demoStrings.endTrouble, { trouble: null, block: null })}
      </div>
      <h4>{demoStrings.faultsTitle}</h4>
      <Field label={demoStrings.count}>
        <SpinButton
          value={count}
          min={1}
          max={100}
          onChange={(_, { value, displayValue }) =>
            setCount(Math.max(1, value ?? (Number(displayValue) || 1)))
          }
        />
      </Field>
      <div className={styles["buttons"]}>
        {FAULTS.map(([what, fault]) => action(what, { fault: { ...fault, remaining: count } }))}
        {action(demoStrings.clear, { clearFaults: true, signIn: true })}
      </div>
    </section>
  );
}
