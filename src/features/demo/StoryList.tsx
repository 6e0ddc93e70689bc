import { Button } from "@fluentui/react-components";
import styles from "./DemoPane.module.css";
import { demoStrings } from "./strings.ts";
import type { StoryStage } from "./useStory.ts";

const storiesStrings = demoStrings.stories;

/** The guided demos; an unfinished one resumes where it was left. */
export function StoryList({ stories, leftAt, start }: StoryStage) {
  return (
    <section className={styles["group"]} aria-labelledby="demo-stories">
      <h3 id="demo-stories">{storiesStrings.title}</h3>
      <p className="muted">{storiesStrings.lead}</p>
      <ul className={styles["stories"]}>
        {stories.map((story) => {
          const left = leftAt(story);
          return (
            <li key={story.id}>
              <strong>{story.title}</strong>
              <p>{story.summary}</p>
              <div className={styles["buttons"]}>
                <Button
                  size="small"
                  aria-label={storiesStrings.play(story.title)}
                  onClick={() => start(story, 0)}
                >
                  {storiesStrings.playShort}
                </Button>
                {left > 0 && (
                  <Button
                    size="small"
                    aria-label={storiesStrings.resume(left + 1, story.title)}
                    onClick={() => start(story, left)}
                  >
                    {storiesStrings.resumeShort(left + 1)}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
