import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Redirect, Route, Router, Switch, useRoute } from "wouter";
import type { Stamp } from "../domain/stamp.ts";
import type { MockedStamps } from "../features/demo/control.ts";
import { SessionContext } from "../session/SessionContext.ts";
import { useStore } from "../store.ts";
import { StampsContext, type ListedStamps, type Stamps } from "../stamps/stampList.ts";
import { lazyPart } from "../ui/lazyPart.tsx";
import { StampTimeZone } from "../ui/dateFormat.ts";
import { ConsoleTheme } from "../ui/theme.tsx";
import { setPreferences, usePreferences } from "../ui/preferences.ts";
import { BackupPage } from "./BackupPage.tsx";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { FLEET_PATH, SERVICES_PATH, STAMPS_PATH, backupPath, fromSegment, useAddress } from "./paths.ts";
import { Shell } from "./Shell.tsx";
import { StampBackground } from "./StampBackground.tsx";

const AllServicesPage = lazyPart(() =>
  import("./AllServicesPage.tsx").then((module) => module.AllServicesPage),
);
const FleetPage = lazyPart(() => import("./FleetPage.tsx").then((module) => module.FleetPage));
const StampsPage = lazyPart(() => import("./StampsPage.tsx").then((module) => module.StampsPage));
const NoStampsPage = lazyPart(() => import("./NoStampsPage.tsx").then((module) => module.NoStampsPage));
const MissingStampPage = lazyPart(() =>
  import("./MissingStampPage.tsx").then((module) => module.MissingStampPage),
);
const StampsNotice = lazyPart(() =>
  import("../features/stamps/StampsNotice.tsx").then((module) => module.StampsNotice),
);

export interface AppProps {
  stamps: Stamps;
  queryClient: QueryClient;
  /** A mocked build's simulation; null in other builds. */
  mocked: MockedStamps | null;
}

export function App({ stamps, queryClient, mocked }: AppProps) {
  const listed = useStore(stamps.list);
  const [first] = listed.stamps;
  return (
    <ConsoleTheme>
      <QueryClientProvider client={queryClient}>
        <StampsContext value={stamps}>
          <Router hook={useAddress} hrefs={(path) => `#${path}`}>
            {first ? (
              <StampRoutes listed={listed} fallback={first} sessionOf={stamps.sessionOf} mocked={mocked} />
            ) : (
              <NoStampsPage />
            )}
          </Router>
        </StampsContext>
      </QueryClientProvider>
    </ConsoleTheme>
  );
}

type StampRoutesProps = Pick<AppProps, "mocked"> &
  Pick<Stamps, "sessionOf"> & { listed: ListedStamps; fallback: Stamp };

/** The stamp of the address, else the one opened last. */
function StampRoutes({ listed, fallback, sessionOf, mocked }: StampRoutesProps) {
  const [inFleet] = useRoute(FLEET_PATH);
  const [inStamp, params] = useRoute("/:stamp/backup/*?");
  const preferences = usePreferences();
  const wanted = inStamp ? fromSegment(params.stamp) : preferences.stamp;
  const known = listed.stamps.find(({ id }) => id === wanted);
  const stamp = known ?? fallback;
  // Asked for and not there, perhaps not yet: another stamp must not open in its place.
  const missing =
    !known && (inStamp || listed.unfound.some(({ hint }) => hint.id === wanted)) ? wanted : undefined;
  useEffect(() => {
    if (missing === undefined && stamp.id !== preferences.stamp) setPreferences({ stamp: stamp.id });
  }, [missing, stamp.id, preferences.stamp]);
  // Keyed by the stamp, so that nothing of another stamp stays under its heading (I10).
  return (
    <SessionContext key={stamp.id} value={sessionOf(stamp)}>
      <StampTimeZone value={stamp.timeZone ?? null}>
        <StampBackground onStampPage={!inFleet} />
        <Shell current={stamp} mocked={mocked}>
          <ErrorBoundary>
            {listed.problems.length + listed.unfound.length > 0 && <StampsNotice href={STAMPS_PATH} />}
            <Switch>
              <Route path={SERVICES_PATH}>
                <AllServicesPage stamp={stamp} />
              </Route>
              <Route path={FLEET_PATH}>
                <FleetPage stamps={listed.stamps} sessionOf={sessionOf} />
              </Route>
              <Route path={`${STAMPS_PATH}/*?`}>
                <StampsPage current={stamp.id} />
              </Route>
              <Route path="/:stamp/backup/*?">
                {known ? <BackupPage /> : <MissingStampPage id={wanted ?? ""} />}
              </Route>
              <Route>
                <Redirect to={backupPath(missing ?? stamp.id)} replace />
              </Route>
            </Switch>
          </ErrorBoundary>
        </Shell>
      </StampTimeZone>
    </SessionContext>
  );
}
