import { useState } from "react";
import { useLocation, useRoute } from "wouter";
import { BackupOverview } from "../features/backup/BackupOverview.tsx";
import { useSession } from "../queries/SessionContext.ts";
import { useToken } from "../queries/useToken.ts";
import { Crumbs } from "../ui/Crumbs.tsx";
import { Blade } from "../ui/Blade.tsx";
import { lazyPane, lazyPart, whenIdle } from "../ui/lazyPart.tsx";
import { strings } from "../ui/strings.ts";
import { BackupMenu } from "./BackupMenu.tsx";
import {
  alertsPath,
  backupDetailPath,
  backupPath,
  configurationPath,
  historyPath,
  SERVICES_PATH,
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
  const [onAlerts] = useRoute("/:stamp/backup/alerts");
  const [asking, setAsking] = useState(false);
  const overview = backupPath(stamp.id);
  const signedIn = !token.wanted || (token.present && !token.refused);
  return (
    <Blade
      title={strings.blade}
      subtitle={strings.region(stamp.region)}
      closeLabel={strings.nav.close}
      onClose={() => navigate(SERVICES_PATH)}
      breadcrumb={
        <Crumbs
          path={[
            { label: strings.home, to: SERVICES_PATH },
            { label: strings.allServices, to: SERVICES_PATH },
          ]}
          current={strings.blade}
        />
      }
      menu={
        <BackupMenu
          stampId={stamp.id}
          current={onAlerts ? "alerts" : configuring ? "configuration" : "overview"}
        />
      }
      side={configuring && <ConfigurationPane backHref={overview} onClose={() => navigate(overview)} />}
    >
      {onAlerts ? (
        <AlertsPage signedIn={signedIn} overviewHref={overview} onAsk={setAsking} />
      ) : (
        <BackupOverview
          selected={detail?.id ?? null}
          hrefOf={(id, tab) => backupDetailPath(stamp.id, id, tab)}
          configurationHref={configurationPath(stamp.id)}
          signIn={(asked) => (asked || token.wanted) && <SignIn asked={asked} />}
          signedIn={signedIn}
          asking={asking}
          alerts={(props) => <AlertsBar {...props} href={alertsPath(stamp.id)} />}
          history={
            <HistoryStrip
              hrefOf={(id) => backupDetailPath(stamp.id, id)}
              historyHref={historyPath(stamp.id)}
            />
          }
        />
      )}
      <BackupDetailPane
        open={detail !== null}
        backupId={detail?.id ?? ""}
        tab={detail?.tab}
        onTab={(tab) => detail && navigate(backupDetailPath(stamp.id, detail.id, tab), { replace: true })}
        onClose={() => navigate(overview)}
      />
    </Blade>
  );
}
