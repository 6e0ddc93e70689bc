import { BoardRegular } from "@fluentui/react-icons/svg/board";
import { SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { Suspense } from "react";
import { Link, useLocation, useRoute } from "wouter";
import { BackupOverview } from "../features/backup/BackupOverview.tsx";
import { useSession } from "../queries/SessionContext.ts";
import { useToken } from "../queries/useToken.ts";
import { Blade } from "../ui/Blade.tsx";
import { BladeMenu } from "../ui/BladeMenu.tsx";
import { lazyPart } from "../ui/lazyPart.ts";
import { strings } from "../ui/strings.ts";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { backupDetailPath, backupPath, configurationPath, SERVICES_PATH } from "./paths.ts";

const BackupDetailPane = lazyPart(() =>
  import("../features/backup/detail/BackupDetailPane.tsx").then((module) => module.BackupDetailPane),
);

const ConfigurationPane = lazyPart(() =>
  import("../features/configuration/ConfigurationPane.tsx").then((module) => module.ConfigurationPane),
);

const SignIn = lazyPart(() => import("../features/stamps/SignIn.tsx").then((module) => module.SignIn));

/** Infrastructure backup of the open stamp: the overview, with Configuration or a backup's details beside it. */
export function BackupPage() {
  const { stamp } = useSession();
  const token = useToken();
  const [, navigate] = useLocation();
  const [configuring] = useRoute("/:stamp/backup/configuration");
  const [, detail] = useRoute("/:stamp/backup/backups/:id/:tab?");
  const overview = backupPath(stamp.id);
  return (
    <Blade
      title={strings.blade}
      subtitle={strings.region(stamp.region)}
      closeLabel={strings.nav.close}
      onClose={() => navigate(SERVICES_PATH)}
      breadcrumb={<Breadcrumb />}
      menu={
        <BladeMenu
          label={strings.nav.bladeLabel}
          entries={[
            {
              label: strings.nav.overview,
              href: overview,
              icon: <BoardRegular fontSize={18} aria-hidden />,
              current: !configuring,
              group: null,
            },
            {
              label: strings.nav.configuration,
              href: configurationPath(stamp.id),
              icon: <SettingsRegular fontSize={18} aria-hidden />,
              current: configuring,
              group: strings.nav.general,
            },
          ]}
        />
      }
      side={
        configuring && (
          <Suspense>
            <ConfigurationPane backHref={overview} onClose={() => navigate(overview)} />
          </Suspense>
        )
      }
    >
      <BackupOverview
        selected={detail?.id ?? null}
        hrefOf={(id, tab) => backupDetailPath(stamp.id, id, tab)}
        configurationHref={configurationPath(stamp.id)}
        signIn={(asked) =>
          (asked || token.wanted) && (
            <Suspense>
              <SignIn asked={asked} />
            </Suspense>
          )
        }
        signedIn={!token.wanted || (token.present && !token.refused)}
      />
      {detail && (
        <ErrorBoundary>
          <Suspense>
            <BackupDetailPane
              backupId={detail.id}
              tab={detail.tab}
              onTab={(tab) => navigate(backupDetailPath(stamp.id, detail.id, tab), { replace: true })}
              onClose={() => {
                navigate(overview);
                focusRow(detail.id);
              }}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </Blade>
  );
}

/** Focus goes back to where the details were opened from, once the pane is gone. */
function focusRow(backupId: string): void {
  requestAnimationFrame(() => {
    const link = [...document.querySelectorAll<HTMLElement>("[role=rowheader] a")].find(
      (one) => one.textContent === backupId,
    );
    link?.focus();
  });
}

function Breadcrumb() {
  return (
    <nav aria-label={strings.nav.breadcrumb} className="crumbs">
      <Link href={SERVICES_PATH}>{strings.home}</Link>
      <span aria-hidden>›</span>
      <span className="narrow-only">
        <Link href={SERVICES_PATH}>{strings.allServices}</Link> <span aria-hidden>›</span>
      </span>
      <span aria-current="page">{strings.blade}</span>
    </nav>
  );
}
