import { Button, Field, Select, SpinButton } from "@fluentui/react-components";
import { useState } from "react";
import { useSession } from "../../queries/SessionContext.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { demoStrings as words } from "./strings.ts";
import { SidePane } from "../../ui/SidePane.tsx";
import { shareLink, tellSimulation, type MockedStamps } from "./control.ts";
import styles from "./DemoPane.module.css";

const SPEEDS = [1, 10, 60, 600];

/** Real time to the moment jumped to, so that the audience sees it happen. */
const LEAD_MS = 8_000;

/** A presenter's controls over the mocked stamps. Only in mocked builds, loaded on first use. */
export function DemoPane({
  open,
  mocked,
  onClose,
}: {
  open: boolean;
  mocked: MockedStamps;
  onClose: () => void;
}) {
  const { stamp } = useSession();
  const refresh = useRefresh();
  const [said, setSaid] = useState("");
  const tell = async (what: string, command: Record<string, unknown>) => {
    const done = await tellSimulation(mocked.controlPath, { stamp: stamp.id, ...command });
    setSaid(done ? words.done(what) : words.refused(what));
    refresh();
  };
  const action = (what: string, command: Record<string, unknown>) => (
    <Button onClick={() => void tell(what, command)}>{what}</Button>
  );
  const leadMs = LEAD_MS * mocked.speed;
  return (
    <SidePane open={open} label={words.title} title={words.title} closeLabel={words.close} onClose={onClose}>
      <div className={styles["body"]}>
        <p className="muted">{words.lead}</p>
        <SetUp mocked={mocked} />
        <section className={styles["group"]} aria-label={words.run}>
          <h3>{words.run}</h3>
          <div className={styles["buttons"]}>
            {action(words.jumpListed, { jump: { before: "listed", leadMs } })}
            {action(words.jumpEnd, { jump: { before: "end", leadMs } })}
            {action(words.fail, { failRunning: { code: "BackupFailed", message: words.failText } })}
            {action(words.elsewhere, { startElsewhere: { automatic: false } })}
            {action(words.scheduled, { startElsewhere: { automatic: true } })}
            {action(words.nextSlot, { jump: { before: "nextSlot", leadMs } })}
            {action(words.endTrouble, { trouble: null, block: null })}
          </div>
        </section>
        <section className={styles["group"]} aria-label={words.connection}>
          <h3>{words.connection}</h3>
          <div className={styles["buttons"]}>
            {action(words.lose, { connection: "lost" })}
            {action(words.restore, { connection: "restored" })}
          </div>
        </section>
        <Faults
          onFault={(what, fault) => void tell(what, { fault })}
          onClear={() => void tell(words.clear, { clearFaults: true, signIn: true })}
        />
        <p role="status">{said}</p>
      </div>
    </SidePane>
  );
}

/** Scenario, speed, starting over and the link to all that. Each is a fresh load, so that the address tells it. */
function SetUp({ mocked }: { mocked: MockedStamps }) {
  const { name } = mocked.scenario;
  const look = mocked.scenarios.find((one) => one.name === name)?.look;
  const link = shareLink(name, mocked.speed);
  const open = (address: string) => location.assign(address);
  const startOver = async () => {
    await tellSimulation(mocked.controlPath, { reset: true });
    location.reload();
  };
  return (
    <section className={styles["group"]} aria-label={words.setUp}>
      <h3>{words.setUp}</h3>
      <Field label={words.scenario} hint={look ?? ""}>
        <Select value={name} onChange={(_, { value }) => open(shareLink(value, mocked.speed))}>
          {mocked.scenarios.map((one) => (
            <option key={one.name} value={one.name}>
              {one.title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.speed}>
        <Select
          value={String(mocked.speed)}
          onChange={(_, { value }) => open(shareLink(name, Number(value)))}
        >
          {[...new Set([...SPEEDS, mocked.speed])].map((speed) => (
            <option key={speed} value={speed}>
              {words.times(speed)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles["buttons"]}>
        <Button onClick={() => void startOver()}>{words.reset}</Button>
        <span>
          {words.link} <CopyButton text={link} what={words.link.toLowerCase()} />
        </span>
      </div>
    </section>
  );
}

const FAULTS: Record<keyof typeof words.faults, Record<string, unknown>> = {
  server: { kind: "status", status: 503 },
  throttled: { kind: "status", status: 429, headers: { "Retry-After": "30" } },
  network: { kind: "network" },
  html: { kind: "html" },
  truncated: { kind: "truncated" },
  slow: { kind: "delay", ms: 4_000 },
  unauthorized: { kind: "unauthorizedUntilSignIn" },
};

interface FaultsProps {
  onFault: (what: string, fault: Record<string, unknown>) => void;
  onClear: () => void;
}

/** Faults for the next requests, whatever they ask. */
function Faults({ onFault, onClear }: FaultsProps) {
  const [count, setCount] = useState(3);
  return (
    <section className={styles["group"]} aria-label={words.faultsTitle}>
      <h3>{words.faultsTitle}</h3>
      <Field label={words.count}>
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
        {faultNames().map((name) => (
          <Button
            key={name}
            onClick={() => onFault(words.faults[name], { ...FAULTS[name], remaining: count })}
          >
            {words.faults[name]}
          </Button>
        ))}
        <Button appearance="subtle" onClick={onClear}>
          {words.clear}
        </Button>
      </div>
    </section>
  );
}

function faultNames(): (keyof typeof words.faults)[] {
  return ["server", "throttled", "network", "html", "truncated", "slow", "unauthorized"];
}
