import { Button, Field, Select } from "@fluentui/react-components";
import { useStore } from "../../store.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { shareLink, tellSimulation, type MockedStamps } from "./control.ts";
import styles from "./DemoPane.module.css";
import { demoStrings } from "./strings.ts";

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
    <section className={styles["group"]} aria-labelledby="demo-story">
      <h3 id="demo-story">{demoStrings.story}</h3>
      <Field label={demoStrings.scenario}>
        <Select value={name} onChange={(_, { value }) => location.assign(shareLink(value, speed))}>
          {mocked.scenarios.map((one) => (
            <option key={one.name} value={one.name}>
              {one.title}
            </option>
          ))}
        </Select>
      </Field>
      <p>
        <strong>{demoStrings.lookAt}:</strong> {look}
      </p>
      <div className={styles["buttons"]}>
        <Button size="small" onClick={() => void startOver()}>
          {demoStrings.reset}
        </Button>
        <span>
          {demoStrings.link}{" "}
          <CopyButton text={shareLink(name, speed)} what={demoStrings.link.toLowerCase()} />
        </span>
      </div>
    </section>
  );
}
