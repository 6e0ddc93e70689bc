import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/headless/svg/dismiss";
import { useEffect, useRef, useState } from "react";
import { useRefresh } from "../../queries/useRefresh.ts";
import { useSession } from "../../session/SessionContext.ts";
import { tellSimulation, type MockedStamps, type Tell } from "./control.ts";
import styles from "./DemoPane.module.css";
import { setDemoOpen, takeOpenedByHand } from "./demoOpen.ts";
import { DemoMoment } from "./DemoMoment.tsx";
import { DemoScenario } from "./DemoScenario.tsx";
import { DemoTrouble } from "./DemoTrouble.tsx";
import { StoryList } from "./StoryList.tsx";
import { StoryPlayer } from "./StoryPlayer.tsx";
import { demoStrings } from "./strings.ts";
import { useStory } from "./useStory.ts";

/** A presenter's controls over the mocked stamps, beside the page that they drive. Only in mocked builds, on first use. */
export function DemoPane({ mocked }: { mocked: MockedStamps }) {
  const { stamp } = useSession();
  const refresh = useRefresh();
  const [said, setSaid] = useState("");
  const stage = useStory(mocked);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeOpenedByHand()) heading.current?.focus();
  }, []);
  const tell: Tell = async (what, command) => {
    const done = await tellSimulation(mocked.controlPath, { stamp: stamp.id, ...command });
    setSaid(done ? demoStrings.done(what) : demoStrings.refused(what));
    refresh();
    return done;
  };
  return (
    // Escape closes it wherever the focus is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={demoStrings.title}
      className={styles["pane"]}
      data-demo
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) setDemoOpen(false);
      }}
    >
      <div className={styles["head"]}>
        <h2 ref={heading} tabIndex={-1}>
          {demoStrings.title}
        </h2>
        <Button
          appearance="subtle"
          aria-label={demoStrings.close}
          icon={<DismissRegular />}
          onClick={() => setDemoOpen(false)}
        />
      </div>
      {stage.playing ? (
        <StoryPlayer playing={stage.playing} />
      ) : (
        <>
          <p className="muted">{demoStrings.lead}</p>
          <StoryList {...stage} />
        </>
      )}
      <DemoScenario mocked={mocked} />
      <DemoMoment mocked={mocked} tell={tell} />
      <DemoTrouble tell={tell} />
      <p role="status">{said}</p>
    </section>
  );
}
