import { Button, Field, Select } from "@fluentui/react-components";
import { useStore } from "../../store.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { shareLink, tellSimulation, type MockedStamps } from "./control.ts";
import styles from "./DemoPane.module.css";
import { demoStrings as words } from "./strings.ts";

/** Which stamp is simulated and what to look at there, starting over, and the link to it. Another one is a fresh load. */
export function DemoScenario({ mocked }: { mocked: MockedStamps }) {
  const speed = useStore(mocked.pace) || 1;
  const { name } = mocked.scenario;
  const look = mocked.scenarios.find((one) => one.name === name)?.look;
  const startOver = async () => {
    await tellSimulation(mocked.controlPath, { reset: true });
    location.reload();
  };
  return (
    <section className={styles["group"]} aria-labelledby="demo-setup">
      <h3 id="demo-setup">{words.setup}</h3>
      <Field label={words.scenario}>
        <Select value={name} onChange={(_, { value }) => location.assign(shareLink(value, speed))}>
          {mocked.scenarios.map((one) => (
            <option key={one.name} value={one.name}>
              {one.title}
            </option>
          ))}
        </Select>
      </Field>
      <p>
        <strong>{words.lookAt}:</strong> {look}
      </p>
      <div className={styles["buttons"]}>
        <Button size="small" onClick={() => void startOver()}>
          {words.reset}
        </Button>
        <span>
          {words.link} <CopyButton text={shareLink(name, speed)} what={words.link.toLowerCase()} />
        </span>
      </div>
    </section>
  );
}
