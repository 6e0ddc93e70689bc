import { useState } from "react";
import { useLocation, useRoute } from "wouter";
import type { OverviewAction } from "../domain/alert.ts";
import { BackupOverview } from "../features/backup/BackupOverview.tsx";
import { useSession } from "../session/SessionContext.ts";
import { useToken } from "../session/useToken.ts";
import { Crumbs } from "../ui/Crumbs.tsx";
import { useHashQuery } from "../ui/hashLocation.ts";
import { Blade } from "../ui/Blade.tsx";
import { lazyPane, lazyPart, whenIdle } from "../ui/lazyPart.tsx";
import { strings } from "../ui/strings.ts";
import { appStrings } from "./strings.ts";
import { BackupMenu } from "./BackupMenu.tsx";
import {
  alertsPath,
  backupDetailPath,
  backupPath,
  configurationPath,
  fromSegment,
  historyPath,
  readinessPath,
  SERVICES_PATH,
  type DetailTab,
} from "./paths.ts";

const BackupDetailPane = lazyPane(() =>
  import("../features/backup/detail/BackupDetailPane.tsx").then((module) => module.BackupDetailPane),
);

const ConfigurationPane = lazyPart(() =>
  import("../features/configuration/ConfigurationPane.tsx").then((module) => module.ConfigurationPane),
);

// After the rows, as the alerts themselves (StampBackground.tsx).
const AlertsBar = lazyPart(
  () => whenIdle().then(() => import("../features/alerts/AlertsBar.tsx").then((module) => module.AlertsBar)),
  "background",
);

const HistoryStrip = lazyPart(
  () =>
    whenIdle().then(() =>
      import("../features/history/HistoryStrip.tsx").then((module) => module.HistoryStrip),
    ),
  "background",
);

const ReadinessLink = lazyPart(
  () =>
    whenIdle().then(() =>
      import("../features/history/ReadinessLink.tsx").then((module) => module.ReadinessLink),
    ),
  "background",
);

const ReadinessPane = lazyPane(() =>
  import("../features/history/ReadinessPane.tsx").then((module) => module.ReadinessPane),
);

const HistoryPage = lazyPart(() =>
  import("../features/history/HistoryPage.tsx").then((module) => module.HistoryPage),
);

const RecordPage = lazyPart(() =>
  import("../features/history/RecordPage.tsx").then((module) => module.RecordPage),
);

const AlertsPage = lazyPart(() =>
  import("../features/alerts/AlertsPage.tsx").then((module) => module.AlertsPage),
);

const SignIn = lazyPart(() => import("../features/stamps/SignIn.tsx").then((module) => module.SignIn));

/** Infrastructure backup of the open stamp: the overview, with Configuration or a backup's details beside it. */
export function BackupPage() {
  const { stamp } = useSession();
  const token = useToken();
  const [, navigate] = useLocation();
  const [configuring] = useRoute("/:stamp/backup/configuration");
  const [, detail] = useRoute("/:stamp/backup/backups/:id/:tab?");
  const [onReadiness] = useRoute("/:stamp/backup/readiness");
  const [onHistory] = useRoute("/:stamp/backup/history");
  const onRecord = detail?.tab === "record";
  const [onAlerts] = useRoute("/:stamp/backup/alerts");
  const backupId = detail === null ? null : fromSegment(detail.id);
  const [asked, setAsked] = useState<OverviewAction | null>(null);
  // What the list is filtered and sorted by stays while something else is open.
  const [query] = useHashQuery();
  const withQuery = (path: string) => (query === "" ? path : `${path}?${query}`);
  const hrefs = {
    overview: withQuery(backupPath(stamp.id)),
    configuration: withQuery(configurationPath(stamp.id)),
    alerts: withQuery(alertsPath(stamp.id)),
    history: withQuery(historyPath(stamp.id)),
  };
  const hrefOf = (id: string, tab?: DetailTab) => withQuery(backupDetailPath(stamp.id, id, tab));
  // Not by wouter's navigate, which would put a query before the hash.
  const close = () => {
    location.hash = hrefs.overview;
  };
  const signedIn = !token.wanted || (token.present && !token.refused);
  return (
    <Blade
      title={strings.blade}
      subtitle={appStrings.region(stamp.region)}
      closeLabel={appStrings.nav.close}
      onClose={() => navigate(SERVICES_PATH)}
      breadcrumb={
        <Crumbs
          trail={[
            { label: strings.home, to: SERVICES_PATH },
            onRecord
              ? { label: strings.blade, to: hrefs.overview }
              : { label: appStrings.allServices, to: SERVICES_PATH },
          ]}
          current={onRecord ? appStrings.nav.record : strings.blade}
        />
      }
      menu={
        <BackupMenu
          hrefs={hrefs}
          current={onAlerts ? "alerts" : onHistory ? "history" : configuring ? "configuration" : "overview"}
        />
      }
      side={configuring && <ConfigurationPane backHref={hrefs.overview} onClose={close} />}
    >
      {backupId !== null && onRecord ? (
        <RecordPage backupId={backupId} />
      ) : onHistory ? (
        <HistoryPage hrefOf={hrefOf} historyHref={hrefs.history} />
      ) : onAlerts ? (
        <AlertsPage
          signedIn={signedIn}
          overviewHref={hrefs.overview}
          configurationHref={hrefs.configuration}
          onAct={setAsked}
        />
      ) : (
        <BackupOverview
          selected={backupId?.toLowerCase() ?? null}
          hrefOf={hrefOf}
          configurationHref={hrefs.configuration}
          signIn={(asked) => (asked || token.wanted) && <SignIn asked={asked} />}
          signedIn={signedIn}
          asked={asked}
          alerts={(props) => (
            <AlertsBar {...props} href={hrefs.alerts} configurationHref={hrefs.configuration} />
          )}
          readiness={
            <ReadinessLink
              to={withQuery(readinessPath(stamp.id))}
              fallback={<span className="readiness-room" />}
            />
          }
          history={<HistoryStrip hrefOf={hrefOf} historyHref={hrefs.history} />}
        />
      )}
      <BackupDetailPane
        open={backupId !== null && !onRecord}
        backupId={backupId ?? ""}
        tab={detail?.tab}
        hrefOf={hrefOf}
        recordHref={hrefOf(backupId ?? "", "record")}
        onTab={(tab) => backupId !== null && location.replace(`#${hrefOf(backupId, tab)}`)}
        onClose={close}
      />
      <ReadinessPane open={onReadiness} hrefOf={hrefOf} links={hrefs} onClose={close} />
    </Blade>
  );
}
