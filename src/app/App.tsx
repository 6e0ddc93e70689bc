import { FluentProvider } from "@fluentui/react-components";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { Redirect, Route, Router, Switch, useRoute } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import type { Stamp } from "../domain/stamp.ts";
import type { MockedStamps } from "../features/demo/control.ts";
import { SessionContext } from "../queries/SessionContext.ts";
import type { StampSession } from "../queries/stampSession.ts";
import { lazyPart } from "../ui/lazyPart.ts";
import { setPreferences, usePreferences } from "../ui/preferences.ts";
import { BackupPage } from "./BackupPage.tsx";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { SERVICES_PATH, backupPath } from "./paths.ts";
import { Shell } from "./Shell.tsx";
import { StampBackground } from "./StampBackground.tsx";

const AllServicesPage = lazyPart(() =>
  import("./AllServicesPage.tsx").then((module) => module.AllServicesPage),
);
const NoStampsPage = lazyPart(() => import("./NoStampsPage.tsx").then((module) => module.NoStampsPage));

export interface AppProps {
  stamps: Stamp[];
  sessionOf: (stamp: Stamp) => StampSession;
  queryClient: QueryClient;
  /** What a mocked build tells about its simulation; null in any other. */
  mocked: MockedStamps | null;
  /** Why stamps.json could not be read. */
  problem: string | null;
}

// Tokens come from the build's static style sheet, for the page and for what Fluent renders outside of it; a theme
// object here would only repeat them at run time.
const NO_THEME = {};

export function App({ stamps, sessionOf, queryClient, mocked, problem }: AppProps) {
  const [first] = stamps;
  return (
    <FluentProvider theme={NO_THEME} className="app">
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation}>
          {first ? (
            <StampRoutes stamps={stamps} fallback={first} sessionOf={sessionOf} mocked={mocked} />
          ) : (
            <Suspense>
              <NoStampsPage problem={problem} />
            </Suspense>
          )}
        </Router>
      </QueryClientProvider>
    </FluentProvider>
  );
}

type StampRoutesProps = Pick<AppProps, "stamps" | "sessionOf" | "mocked"> & { fallback: Stamp };

/** The stamp of the address, else the one opened last. */
function StampRoutes({ stamps, fallback, sessionOf, mocked }: StampRoutesProps) {
  const [inStamp, params] = useRoute("/:stamp/backup/*?");
  const preferences = usePreferences();
  const wanted = inStamp ? params.stamp : preferences.stamp;
  const stamp = stamps.find(({ id }) => id === wanted) ?? fallback;
  useEffect(() => {
    if (stamp.id !== preferences.stamp) setPreferences({ stamp: stamp.id });
  }, [stamp.id, preferences.stamp]);
  // Keyed by the stamp, so that nothing of another stamp stays under its heading (I10).
  return (
    <SessionContext key={stamp.id} value={sessionOf(stamp)}>
      <StampBackground />
      <Shell stamps={stamps} current={stamp} mocked={mocked}>
        <ErrorBoundary>
          <Switch>
            <Route path={SERVICES_PATH}>
              <Suspense>
                <AllServicesPage stamp={stamp} />
              </Suspense>
            </Route>
            <Route path="/:stamp/backup/*?">
              <BackupPage />
            </Route>
            <Route>
              <Redirect to={backupPath(stamp.id)} replace />
            </Route>
          </Switch>
        </ErrorBoundary>
      </Shell>
    </SessionContext>
  );
}
