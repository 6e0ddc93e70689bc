/** A place on the page, by role and a part of its accessible name. */
export interface Place {
  role: string;
  name: string;
  within?: Place;
}

type StoryAct =
  | { kind: "tell"; command: Record<string, unknown> }
  | { kind: "press"; place: Place }
  | { kind: "fill"; label: string; text: string };

/** A step as mocks/stories/story.ts describes it. */
export interface StoryStep {
  title: string;
  say: string;
  look: string;
  point: Place;
  path?: string;
  acts?: readonly StoryAct[];
  shows: readonly string[];
}

export interface Story {
  id: string;
  title: string;
  summary: string;
  scenario: string;
  steps: readonly StoryStep[];
}

/** How far a story has come in this tab; `done` is the last step that was played, below `step` while it is replayed. */
export interface StoryPosition {
  story: string;
  step: number;
  done: number;
}

const KEY = "azs-backup.demo.story";

/** Where the tab's story was left; null where there is none. */
export function storedPosition(): StoryPosition | null {
  try {
    const [story, step, done] = (sessionStorage.getItem(KEY) ?? "").split(" ");
    return story ? { story, step: Number(step) || 0, done: Number(done) } : null;
  } catch {
    return null;
  }
}

export function storePosition({ story, step, done }: StoryPosition): void {
  try {
    sessionStorage.setItem(KEY, `${story} ${step} ${done}`);
  } catch {
    // Without storage the address alone says which step it is.
  }
}

/** The story and the step that the address names, counted from 1 there; null where it names none. */
export function positionInAddress(): { story: string; step: number } | null {
  const query = new URLSearchParams(location.search);
  const story = query.get("story");
  return story === null ? null : { story, step: Math.max(1, Number(query.get("step")) || 1) - 1 };
}

/** The address that opens the story at a step in any browser. */
export function storyLink(story: Story, step: number): string {
  const url = new URL(location.href);
  url.search = new URLSearchParams({
    scenario: story.scenario,
    story: story.id,
    step: String(step + 1),
  }).toString();
  url.hash = "";
  return url.href;
}

/** Puts the step into this page's address; none takes the story out of it. */
export function noteStep(position: { story: string; step: number } | null): void {
  const url = new URL(location.href);
  if (position) {
    url.searchParams.set("story", position.story);
    url.searchParams.set("step", String(position.step + 1));
  } else {
    url.searchParams.delete("story");
    url.searchParams.delete("step");
  }
  history.replaceState(history.state, "", url);
}
