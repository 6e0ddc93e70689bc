import { useCallback, useEffect, useRef, useState } from "react";
import { useRefresh } from "../../queries/useRefresh.ts";
import { tellSimulation, type MockedStamps } from "./control.ts";
import { needsReplay, playStep } from "./play.ts";
import {
  noteStep,
  positionInAddress,
  storedPosition,
  storePosition,
  type Story,
  type StoryPosition,
  storyLink,
} from "./story.ts";

export interface Playing {
  story: Story;
  step: number;
  /** The page does not yet show what the step promises. */
  busy: boolean;
  go: (step: number) => void;
  leave: () => void;
}

export interface StoryStage {
  stories: readonly Story[];
  playing: Playing | null;
  /** The step at which a story was left; 0 where it was not. */
  leftAt: (story: Story) => number;
  start: (story: Story, step: number) => void;
}

/**
 * The story that this tab plays: named by the address, remembered over reloads. A story begins with a fresh load of its
 * scenario, and a later step with the steps before it, so that a step is the same however one came to it.
 */
export function useStory(mocked: MockedStamps): StoryStage {
  const { controlPath, pace } = mocked;
  const refresh = useRefresh();
  const [stories, setStories] = useState<readonly Story[]>([]);
  const [position, setPosition] = useState<StoryPosition | null>(null);
  const [busy, setBusy] = useState(false);
  const playing = useRef(false);

  const playOn = useCallback(
    async (story: Story, from: StoryPosition) => {
      if (playing.current) return;
      playing.current = true;
      setBusy(true);
      const tell = async (command: Record<string, unknown>) => {
        const done = await tellSimulation(controlPath, command);
        if (done && typeof command["speed"] === "number") pace.set(command["speed"]);
        return done;
      };
      for (let next = from.done + 1; next <= from.step; next += 1) {
        const step = story.steps[next];
        if (step) await playStep(step, { tell, refresh });
        const reached = { ...from, done: next };
        storePosition(reached);
        setPosition(reached);
      }
      playing.current = false;
      setBusy(false);
    },
    [controlPath, pace, refresh],
  );

  const restart = useCallback(
    async (story: Story, step: number) => {
      const fresh = { story: story.id, step, done: -1 };
      storePosition(fresh);
      // Without storage a load would begin here again, for ever.
      if (storedPosition() === null) {
        setPosition(fresh);
        return void playOn(story, fresh);
      }
      await tellSimulation(controlPath, { scenario: story.scenario, speed: 1 });
      history.replaceState(null, "", storyLink(story, step));
      location.reload();
    },
    [controlPath, playOn],
  );

  // Once: the address says what a load of the page begins with.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void mocked.stories().then((all) => {
      setStories(all);
      const asked = positionInAddress();
      const story = all.find(({ id }) => id === asked?.story);
      if (!asked || !story) return;
      const step = Math.min(asked.step, story.steps.length - 1);
      const stored = storedPosition();
      if (stored?.story !== story.id || stored.step !== step) return void restart(story, step);
      setPosition(stored);
      void playOn(story, stored);
    });
  }, [mocked, restart, playOn]);

  const story = stories.find(({ id }) => id === position?.story);
  const go = (step: number) => {
    if (!story || !position || busy || step < 0 || step >= story.steps.length) return;
    if (step <= position.done && needsReplay(story, position.done, step)) return void restart(story, step);
    const back = step <= position.done;
    const next = { story: story.id, step, done: back ? step : step - 1 };
    noteStep(next);
    storePosition(next);
    setPosition(next);
    const path = story.steps.slice(0, step + 1).findLast((one) => one.path)?.path;
    if (back && path) location.hash = path;
    else void playOn(story, next);
  };
  const leave = () => {
    noteStep(null);
    setPosition(null);
  };
  return {
    stories,
    playing: story && position ? { story, step: position.step, busy, go, leave } : null,
    leftAt: ({ id }) => {
      const stored = storedPosition();
      return stored?.story === id ? stored.step : 0;
    },
    start: (chosen, step) => void restart(chosen, step),
  };
}
