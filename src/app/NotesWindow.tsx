import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { openNotesChannel, type Notes, type NotesChannel } from "../features/demo/notesChannel.ts";
import { useStoryKeys } from "../features/demo/storyKeys.ts";
import { demoStrings } from "../features/demo/strings.ts";
import { ConsoleTheme } from "../ui/theme.tsx";

const storiesStrings = demoStrings.stories;

/** A presenter's second screen: the notes of the step that another window of this browser shows, and the way on. */
export function NotesWindow() {
  const [notes, setNotes] = useState<Notes | null>(null);
  const channel = useRef<NotesChannel>(null);
  useEffect(() => {
    const opened = openNotesChannel((message) => {
      if (message.kind === "notes") setNotes(message);
      else if (message.kind === "left") setNotes(null);
    });
    channel.current = opened;
    opened.send({ kind: "hello" });
    return () => opened.close();
  }, []);
  useEffect(() => {
    document.title = notes ? `${storiesStrings.notesTitle} – ${notes.story}` : storiesStrings.notesTitle;
  }, [notes]);
  const step = (steps: 1 | -1) => channel.current?.send({ kind: "go", steps });
  useStoryKeys(step);
  return (
    <ConsoleTheme>
      <main className="demo-notes">
        {notes === null ? (
          <p>{storiesStrings.waiting}</p>
        ) : (
          <>
            <p className="muted">
              {notes.story} · {storiesStrings.step(notes.step, notes.count)}
            </p>
            <div aria-live="polite">
              <h1>{notes.title}</h1>
              <p className="demo-notes-say">{notes.say}</p>
              <p>
                <strong>{demoStrings.lookAt}:</strong> {notes.look}
              </p>
            </div>
            <p className="muted">
              {notes.next === null ? storiesStrings.last : storiesStrings.nextIs(notes.next)}
            </p>
            <div className="demo-notes-buttons">
              <Button disabledFocusable={notes.step === 1} onClick={() => step(-1)}>
                {storiesStrings.back}
              </Button>
              <Button appearance="primary" disabledFocusable={notes.next === null} onClick={() => step(1)}>
                {storiesStrings.next}
              </Button>
            </div>
          </>
        )}
      </main>
    </ConsoleTheme>
  );
}
