import { Suspense, useCallback, useMemo, useState, type ReactNode } from "react";
import type { Busy } from "../../domain/backupState.ts";
import { storageOf, type BackupLocation } from "../../domain/location.ts";
import { useBackupsState, useLocationState } from "../../queries/useBackupState.ts";
import { useStartBackup } from "../../queries/useStartBackup.ts";
import { ErrorBoundary } from "../../ui/ErrorBoundary.tsx";
import { InlineConfirm } from "../../ui/InlineConfirm.tsx";
import { lazyPart } from "../../ui/lazyPart.ts";
import { strings } from "../../ui/strings.ts";
import { whyBusy } from "../../ui/whyBusy.ts";
import { AvailableBackups } from "./AvailableBackups.tsx";
import { BackupCommandBar, type CommandPanel } from "./BackupCommandBar.tsx";
import { BackupEssentials } from "./BackupEssentials.tsx";
import styles from "./BackupOverview.module.css";
import { CurrentRun, type CurrentRunProps } from "./CurrentRun.tsx";
import { StartNotice } from "./StartNotice.tsx";
import { StaleNotice } from "./StaleNotice.tsx";
import { UnfollowedNotice } from "./UnfollowedNotice.tsx";
import { UnknownOutcomeNotice } from "./UnknownOutcomeNotice.tsx";

const CommandPanels = lazyPart(() => import("./CommandPanels.tsx").then((module) => module.CommandPanels));

export interface BackupOverviewProps {
  /** Id of the backup whose details are open. */
  selected: string | null;
  hrefOf: CurrentRunProps["hrefOf"];
  configurationHref: string;
  /** The sign-in's own bar; `asked`: the stamp wants it now, which is said in place of "no connection". */
  signIn: (asked: boolean) => ReactNode;
  /** Whether there is a token to send, where the stamp wants one, and the stamp has not refused it. */
  signedIn: boolean;
  /** Opens with the question of Backup now, which was asked for on another page. */
  asking: boolean;
  /** The stamp's alerts, above the list. */
  alerts: (props: OverviewAlerts) => ReactNode;
}

export interface OverviewAlerts {
  onBackupNow: () => void;
  /** Why Backup now cannot be pressed. */
  blocked: string | null;
  /** Whether the page already says that the stamp does not answer. */
  connectionLost: boolean;
}

type Question = "backup" | "anyway" | "unfollowed" | null;

/** The blade's overview: commands, what is going on, Essentials, Available backups. */
export function BackupOverview({
  selected,
  hrefOf,
  configurationHref,
  signIn,
  signedIn,
  asking,
  alerts,
}: BackupOverviewProps) {
  const state = useBackupsState();
  const { location, failure: locationFailure } = useLocationState();
  const start = useStartBackup();
  const [question, setQuestion] = useState<Question>(asking ? "backup" : null);
  const [panel, setPanel] = useState<CommandPanel | null>(null);
  // Turning automatic backups on or off has begun: from then on its part stays and tells how it goes.
  const [changing, setChanging] = useState<"busy" | "told" | null>(null);
  const unknown = state.operations.find((operation) => operation.kind === "unknown");
  // From the click on, not only from when the stamp is being asked.
  const busy: Busy = start.pending && state.busy === null ? { kind: "posting" } : state.busy;
  const configured = storageOf(location, locationFailure) !== "none";
  const asksSignIn = !signedIn || state.failure?.kind === "auth";
  const askBackup = useCallback(() => {
    setQuestion("backup");
    setPanel(null);
  }, []);
  const blocked = asksSignIn ? strings.busy.signIn : whyBusy(busy);
  const connectionLost = asksSignIn || state.failure !== null;
  const alertsBar = useMemo(
    () => alerts({ onBackupNow: askBackup, blocked, connectionLost }),
    [alerts, askBackup, blocked, connectionLost],
  );
  return (
    <>
      <BackupCommandBar
        busy={busy}
        signedIn={signedIn}
        asking={question !== null}
        onBackupNow={() => {
          setQuestion(question === null ? (busy?.kind === "unfollowed" ? "unfollowed" : "backup") : null);
          setPanel(null);
        }}
        automatic={location?.schedulerEnabled ?? null}
        automaticBlocked={changing === "busy" ? strings.busy.saving : whyFixed(configured, location)}
        panel={panel}
        onPanel={(wanted) => {
          setQuestion(null);
          setPanel(panel === wanted ? null : wanted);
        }}
      />
      {question !== null && (
        <InlineConfirm
          {...strings.confirmBackup[question]}
          onYes={() => {
            setQuestion(null);
            void start.start(question !== "backup");
          }}
          onNo={() => setQuestion(null)}
        />
      )}
      {(panel ?? changing) && (
        <ErrorBoundary>
          <Suspense>
            <CommandPanels
              panel={panel}
              changing={changing}
              location={location}
              onChanging={setChanging}
              onClose={() => setPanel(null)}
            />
          </Suspense>
        </ErrorBoundary>
      )}
      <div className={styles["content"]}>
        {signIn(asksSignIn)}
        {!asksSignIn && state.failure && state.loaded && <StaleNotice failure={state.failure} />}
        {start.outcome && start.outcome.kind !== "sent" && (
          <StartNotice
            outcome={start.outcome}
            configurationHref={configurationHref}
            onDismiss={start.dismiss}
          />
        )}
        {unknown && <UnknownOutcomeNotice operation={unknown} onStartAnyway={() => setQuestion("anyway")} />}
        {busy?.kind === "unfollowed" && (
          <UnfollowedNotice {...busy} onStartAnyway={() => setQuestion("unfollowed")} />
        )}
        <BackupEssentials signedIn={!asksSignIn} alerts={alertsBar} />
        <CurrentRun busy={busy} hrefOf={hrefOf} />
        <AvailableBackups
          rows={state.rows}
          loaded={state.loaded}
          incomplete={state.incomplete}
          failure={state.failure}
          location={location}
          locationFailure={locationFailure}
          selected={selected}
          hrefOf={hrefOf}
          signedIn={!asksSignIn}
        />
      </div>
    </>
  );
}

/** Why automatic backups can be turned neither on nor off. */
function whyFixed(configured: boolean, location: BackupLocation | null): string | null {
  if (!configured) return strings.list.notConfiguredTitle;
  return location ? null : strings.essentials.loading;
}
