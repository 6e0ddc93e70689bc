import { QueryClient } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import "virtual:fluent-tokens.css";
import "./ui/theme.css";
import { App, type AppProps } from "./app/App.tsx";
import { createSessions } from "./app/sessions.ts";
import { loadStamps } from "./app/stampsFile.ts";
import type { Stamp } from "./domain/stamp.ts";
import { backupListQuery, locationQuery } from "./queries/backupQueries.ts";
import { fetchPartsWhenIdle } from "./ui/lazyPart.ts";
import { applyTheme, getPreferences } from "./ui/preferences.ts";

type Start = Pick<AppProps, "stamps" | "mocked" | "problem"> & { clockRate: number };

applyTheme();
const element = document.getElementById("root");
if (!element) throw new Error("index.html has no #root");
const root = createRoot(element);

// Not awaited at the top level: the mocks' module shares a chunk with this one and would wait for it for ever.
void boot();

async function boot(): Promise<void> {
  try {
    // Back from a sign-in page, whose answer stands where this page's addresses do.
    if (/^#(?!\/).*\bstate=/.test(location.hash)) {
      await import("./queries/signInAnswer.ts").then(({ takeAnswer }) => takeAnswer()).catch(() => undefined);
    }
    const { stamps, mocked, problem, clockRate } = await start();
    const queryClient = new QueryClient();
    const sessionOf = createSessions(clockRate);
    const asked = askAhead(queryClient, sessionOf, stamps);
    root.render(
      <App
        stamps={stamps}
        sessionOf={sessionOf}
        queryClient={queryClient}
        mocked={mocked}
        problem={problem}
      />,
    );
    await asked;
    void fetchPartsWhenIdle();
  } catch {
    const { MockFailedPage } = await import("./app/MockFailedPage.tsx");
    root.render(<MockFailedPage />);
  }
}

/** Mocked builds start their mocks and raise where that fails; others read stamps.json. */
async function start(): Promise<Start> {
  if (import.meta.env.VITE_MOCKS === "true") {
    const { startMocks } = await import("../mocks/adapters/browser.ts");
    const { stamps, clockRate, ...simulation } = await startMocks();
    return { stamps, clockRate, mocked: { ...simulation, speed: clockRate }, problem: null };
  }
  try {
    return { stamps: await loadStamps(), clockRate: 1, mocked: null, problem: null };
  } catch (error) {
    return { stamps: [], clockRate: 1, mocked: null, problem: error instanceof Error ? error.message : null };
  }
}

/** The requests of the stamp that will be shown leave before React renders: on a thin link their way is the longest. */
async function askAhead(
  queryClient: QueryClient,
  sessionOf: AppProps["sessionOf"],
  stamps: Stamp[],
): Promise<void> {
  const { stamp: last } = getPreferences();
  const shown =
    stamps.find(({ id }) => location.hash.startsWith(`#/${encodeURIComponent(id)}/`)) ??
    stamps.find(({ id }) => id === last) ??
    stamps[0];
  if (!shown || shown.auth.kind !== "none") return;
  const session = sessionOf(shown);
  await Promise.all([
    queryClient.prefetchQuery(backupListQuery(session)),
    queryClient.prefetchQuery(locationQuery(session)),
  ]);
}
