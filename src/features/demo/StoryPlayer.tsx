import { Button, ProgressBar } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { CopyButton } from "../../ui/CopyButton.tsx";
import styles from "./DemoPane.module.css";
import { openNotesChannel, type NotesChannel } from "./notesChannel.ts";
import { storyLink } from "./story.ts";
import { useStoryKeys } from "./storyKeys.ts";
import { StoryPointer } from "./StoryPointer.tsx";
import { demoStrings } from "./strings.ts";
import type { Playing } from "./useStory.ts";

const storiesStrings = demoStrings.stories;

/** A story at its step: what to say, what to look at, and the way on. The page points to the place meanwhile. */
export function StoryPlayer({ playing }: { playing: Playing }) {
  const { story, step, busy, go, leave } = playing;
  useStoryKeys((steps) => go(step + steps));
  useNotes(playing);
  const shown = story.steps[step];
  if (!shown) return null;
  const count = story.steps.length;
  return (
    <section className={styles["player"]} aria-label={storiesStrings.player} aria-busy={busy}>
      <h3>{story.title}</h3>
      <div>
        <p className="muted">{storiesStrings.step(step + 1, count)}</p>
        <ProgressBar
          value={(step + 1) / count}
          thickness="large"
          aria-label={storiesStrings.progress(story.title)}
        />
      </div>
      <div className={styles["said"]} aria-live="polite">
        <h4>{shown.title}</h4>
        <p>{shown.say}</p>
        <p>
          <strong>{demoStrings.lookAt}:</strong> {shown.look}
        </p>
      </div>
      <div className={styles["buttons"]}>
        <Button disabledFocusable={step === 0 || busy} onClick={() => go(step - 1)}>
          {storiesStrings.back}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={step === count - 1 || busy}
          onClick={() => go(step + 1)}
        >
          {storiesStrings.next}
        </Button>
        <span className="muted" role="status">
          {busy ? storiesStrings.busy : ""}
        </span>
      </div>
      <p className="muted">{storiesStrings.keys}</p>
      <div className={styles["buttons"]}>
        <Button size="small" onClick={openNotesWindow}>
          {storiesStrings.notes}
        </Button>
        <Button size="small" onClick={leave}>
          {storiesStrings.leave}
        </Button>
        <span>
          {storiesStrings.link}{" "}
          <CopyButton text={storyLink(story, step)} what={storiesStrings.link.toLowerCase()} />
        </span>
      </div>
      {!busy && <StoryPointer place={shown.point} />}
    </section>
  );
}

function openNotesWindow() {
  const url = new URL("?notes", document.baseURI);
  window.open(url, "azs-backup-notes", "popup,width=560,height=640");
}

/** Keeps windows of notes in step, and goes where they say. */
function useNotes({ story, step, go }: Playing): void {
  const channel = useRef<NotesChannel>(null);
  const latest = useRef({ send: () => {}, go });
  useEffect(() => {
    const opened = openNotesChannel((message) => {
      if (message.kind === "hello") latest.current.send();
      else if (message.kind === "go") latest.current.go(step + message.steps);
    });
    channel.current = opened;
    return () => opened.close();
  }, [step]);
  useEffect(() => {
    const { title, say, look } = story.steps[step] ?? { title: "", say: "", look: "" };
    const send = () =>
      channel.current?.send({
        kind: "notes",
        story: story.title,
        step: step + 1,
        count: story.steps.length,
        title,
        say,
        look,
        next: story.steps[step + 1]?.title ?? null,
      });
    latest.current = { send, go };
    send();
  });
  useEffect(
    () => () => {
      const farewell = openNotesChannel(() => {});
      farewell.send({ kind: "left" });
      farewell.close();
    },
    [],
  );
}
