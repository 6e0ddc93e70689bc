import type { QueryClient } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./ui/shellTokens.css";
import "./ui/theme.css";
import { App, type AppProps } from "./app/App.tsx";
import { rememberShown, stopEarlyRequests } from "./session/earlyAnswers.ts";
import { createSessions, createSessionWorld } from "./stamps/sessions.ts";
import { backupPath } from "./app/paths.ts";
import { namesNothing, shownStamp } from "./stamps/shownStamp.ts";
import { loadStamps } from "./stamps/stampsFile.ts";
import { backupListQuery, locationQuery } from "./queries/backupQueries.ts";
import { createQueryClient } from "./queries/queryClient.ts";
import type { KeyValueStorage } from "./session/operationStore.ts";
import { createStampList, type ListedStamps, type Stamps } from "./stamps/stampList.ts";
import { createStore } from "./store.ts";
import { fetchPartsWhenIdle } from "./ui/lazyPart.tsx";
import { applyTheme, getPreferences, setPreferences } from "./ui/preferences.ts";

interface Start extends Pick<AppProps, "mocked"> {
  list: (storage: KeyValueStorage | null) => Promise<ListedStamps>;
}

applyTheme();
const element = document.getElementById("root");
if (!element) throw new Error("index.html has no #root");
const root = createRoot(element);

// Not awaited at the top level: the mocks' module shares a chunk with this one, so the two would deadlock.
void boot();

async function boot(): Promise<void> {
  try {
    // Back from a sign-in page: its answer is in the hash, where the router expects a path.
    if (/^#(?!\/).*\bstate=/.test(location.hash)) {
      await import("./session/signInAnswer.ts").then(({ takeAnswer }) => takeAnswer()).catch(() => undefined);
    }
    // Presenter keys and the notes window exist only in mocked builds; other builds drop these imports.
    if (import.meta.env.VITE_MOCKS === "true") {
      await import("./app/demo.css");
      await import("./features/demo/storyKeys.ts").then(({ listenForStoryKeys }) => listenForStoryKeys());
      if (new URLSearchParams(location.search).has("notes")) {
        const { NotesWindow } = await import("./app/NotesWindow.tsx");
        root.render(<NotesWindow />);
        return;
      }
    }
    const { list, mocked } = await start();
    const queryClient = createQueryClient();
    const world = createSessionWorld(mocked?.pace ?? null);
    const stamps: Stamps = {
      list: createStampList(await list(world.storage)),
      world,
      ...createSessions(world),
      mocked: mocked !== null,
    };
    const askedEarly = stopEarlyRequests();
    const asked = prefetchShownStamp(queryClient, stamps);
    // Render once with the answers that have already arrived.
    if (askedEarly) await Promise.race([asked, waitTurns(TURNS_TO_ARRIVE)]);
    root.render(
      <StrictMode>
        <App stamps={stamps} queryClient={queryClient} mocked={mocked} />
      </StrictMode>,
    );
    await asked;
    void fetchPartsWhenIdle();
  } catch (error) {
    console.error("The page could not be started.", error);
    const { StartFailedPage } = await import("./app/StartFailedPage.tsx");
    root.render(<StartFailedPage />);
  }
}

/** Turns of the event loop in which received answers reach the cache. Requests still in flight are not awaited. */
const TURNS_TO_ARRIVE = 8;

async function waitTurns(count: number): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  for (let turn = 0; turn < count; turn += 1) {
    const next = new Promise((done) => port1.addEventListener("message", done, { once: true }));
    port1.start();
    port2.postMessage(null);
    await next;
  }
}

/** Starts the mocks in a mocked build, and throws if that fails; other builds read stamps.json. */
async function start(): Promise<Start> {
  if (import.meta.env.VITE_MOCKS === "true") {
    const { startMocks } = await import("../mocks/adapters/browser.ts");
    const { stamps, clockRate, ...simulation } = await startMocks();
    const list = () => Promise.resolve({ stamps, own: [], unfound: [], found: [], problems: [] });
    return { list, mocked: { ...simulation, pace: createStore(clockRate) } };
  }
  return { list: loadStamps, mocked: null };
}

/** Requests the shown stamp's data before React renders: on a slow link the round trip takes longest. */
async function prefetchShownStamp(queryClient: QueryClient, { list, sessionOf }: Stamps): Promise<void> {
  const { stamps, unfound } = list.get();
  const shown = shownStamp(stamps, location.hash, getPreferences().stamp);
  if (!shown) return;
  // The requested stamp may be one that hasn't been found yet; the page decides then.
  if (unfound.length === 0) openAt(shown.id);
  if (shown.auth.kind !== "none") return;
  rememberShown(shown);
  const session = sessionOf(shown);
  await Promise.all([
    queryClient.prefetchQuery(backupListQuery(session)),
    queryClient.prefetchQuery(locationQuery(session)),
  ]);
}

/** Sets address and preference now; the page would do it after its first render and then render again. */
function openAt(stampId: string): void {
  if (namesNothing(location.hash)) history.replaceState(null, "", `#${backupPath(stampId)}`);
  if (getPreferences().stamp !== stampId) setPreferences({ stamp: stampId });
}
