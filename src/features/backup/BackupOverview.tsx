import { useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import type { OverviewAction } from "../../domain/alert.ts";
import type { Busy } from "../../domain/backupState.ts";
import { storageOf, type BackupLocation } from "../../domain/location.ts";
import { useBackupsState, useLocationState } from "../../queries/useBackupState.ts";
import { useCurrentRun } from "../../queries/useCurrentRun.ts";
import { useStartBackup } from "../../queries/useStartBackup.ts";
import { BladeContent } from "../../ui/Blade.tsx";
import { InlineConfirm } from "../../ui/InlineConfirm.tsx";
import { lazyPane, lazyPart } from "../../ui/lazyPart.tsx";
import { commonStrings } from "../../common/strings.ts";
import { backupStrings } from "./strings.ts";
import { busyReason } from "../../common/busyReason.ts";
import { AvailableBackups } from "./AvailableBackups.tsx";
import { BackupCommandBar, type Question } from "./BackupCommandBar.tsx";
import { BackupEssentials } from "./BackupEssentials.tsx";
import styles from "./BackupOverview.module.css";
import { CurrentRun, preloadRunCard } from "./CurrentRun.tsx";
import { ProtectionVerdict, type VerdictActions } from "./ProtectionVerdict.tsx";
import type { RunCardProps } from "./RunCard.tsx";
import { StartNotice } from "./StartNotice.tsx";
import { StaleNotice } from "./StaleNotice.tsx";
import { UnfollowedNotice, UnknownOutcomeNotice } from "./UncertainRunNotice.tsx";

const AutomaticBackups = lazyPart(() =>
  import("./automatic/AutomaticBackups.tsx").then((module) => module.AutomaticBackups),
);
const CommandsPane = lazyPane(() => import("./CommandsPane.tsx").then((module) => module.CommandsPane));
const PrunePane = lazyPane(() => import("./prune/PrunePane.tsx").then((module) => module.PrunePane));

export interface BackupOverviewProps {
  /** Id of the backup whose details are open. */
  selected: string | null;
  hrefOf: RunCardProps["hrefOf"];
  configurationHref: string;
  /** The sign-in bar; `asked`: the stamp requires sign-in, shown instead of "no connection". */
  signIn: (asked: boolean) => ReactNode;
  /** Whether there is a token to send, where the stamp wants one, and the stamp has not refused it. */
  signedIn: boolean;
  /** Action chosen on another page, to open with. */
  asked: OverviewAction | null;
  /** The stamp's alerts, below the verdict. */
  alerts: (props: OverviewAlerts) => ReactNode;
  /** In the verdict: what opens recovery readiness. */
  readiness: ReactNode;
  /** Above the list, once there are backups. */
  history: ReactNode;
}

export interface OverviewAlerts {
  onAct: (action: OverviewAction) => void;
  signedIn: boolean;
  /** Why Backup now cannot be pressed. */
  backupDisabledReason: string | null;
  /** Whether the page already says that the stamp does not answer. */
  connectionLost: boolean;
}

/** The blade's overview: commands, verdict, current run, Essentials, Available backups. */
export function BackupOverview({
  selected,
  hrefOf,
  configurationHref,
  signIn,
  signedIn,
  asked,
  alerts,
  readiness,
  history,
}: BackupOverviewProps) {
  const state = useBackupsState();
  const { location, failure: locationFailure } = useLocationState();
  const start = useStartBackup();
  const [question, setQuestion] = useState<Question>(questionOf(asked));
  const [commandsOpen, setCommandsOpen] = useState(false);
  const [pruning, setPruning] = useState(asked === "prune");
  // Once a change of automatic backups has started, its component stays mounted and shows progress.
  const [changing, setChanging] = useState<"busy" | "told" | null>(null);
  const unknown = state.operations.find((operation) => operation.kind === "unknown");
  // From the click on, before the request is sent.
  const busy: Busy = start.pending && state.busy === null ? { kind: "posting" } : state.busy;
  const { run, close } = useCurrentRun(state, busy);
  useEffect(() => {
    // Where it fails, the card says so when there is a run to show.
    if (question !== null) preloadRunCard().catch(() => undefined);
  }, [question]);
  const configured = storageOf(location, locationFailure) !== "none";
  const asksSignIn = !signedIn || state.failure?.kind === "auth";
  const act = useCallback((action: OverviewAction) => {
    setQuestion(questionOf(action));
    setPruning(action === "prune");
  }, []);
  const backupDisabledReason = asksSignIn
    ? commonStrings.busy.signIn
    : configured
      ? busyReason(busy)
      : backupStrings.list.notConfiguredTitle;
  const connectionLost = asksSignIn || state.failure !== null;
  const alertsBar = useMemo(
    () => alerts({ onAct: act, signedIn: !asksSignIn, backupDisabledReason, connectionLost }),
    [alerts, act, asksSignIn, backupDisabledReason, connectionLost],
  );
  const verdictActions: VerdictActions = {
    onBackupNow: () => act("backupNow"),
    backupDisabledReason,
    onEnableAutomatic: () => act("enableAutomatic"),
    configurationHref,
    hrefOf,
  };
  return (
    <>
      <BackupCommandBar
        rows={state.rows}
        busy={busy}
        backupDisabledReason={backupDisabledReason}
        signedIn={signedIn}
        question={question}
        onQuestion={setQuestion}
        automatic={location?.schedulerEnabled ?? null}
        automaticDisabledReason={
          changing === "busy" ? commonStrings.busy.saving : automaticDisabledReason(configured, location)
        }
        onPrune={() => setPruning(true)}
        onCommands={() => setCommandsOpen(true)}
      />
      {question !== null && question !== "automatic" && (
        <InlineConfirm
          {...backupStrings.confirmBackup[question]}
          onYes={() => {
            setQuestion(null);
            void start.start(question !== "backup");
          }}
          onNo={() => setQuestion(null)}
        />
      )}
      {location && (question === "automatic" || changing) && (
        <AutomaticBackups
          location={location}
          asking={question === "automatic"}
          onChanging={setChanging}
          onAnswered={() => setQuestion(null)}
          onDismiss={() => setChanging(null)}
        />
      )}
      <PrunePane open={pruning} onClose={() => setPruning(false)} />
      <CommandsPane open={commandsOpen} onClose={() => setCommandsOpen(false)} />
      <BladeContent className={styles["content"]}>
        {signIn(asksSignIn)}
        {!asksSignIn && state.failure && <StaleNotice failure={state.failure} />}
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
        <ProtectionVerdict
          state={state}
          signedIn={!asksSignIn}
          connectionLost={connectionLost}
          actions={verdictActions}
          readiness={readiness}
        />
        {alertsBar}
        <CurrentRun run={run} hrefOf={hrefOf} onClose={close} />
        <div className={connectionLost ? styles["stale"] : styles["parts"]}>
          <BackupEssentials signedIn={!asksSignIn} />
          {(state.rows.length > 0 || (!state.loaded && !connectionLost)) && (
            <div className={styles["history"]}>{history}</div>
          )}
          <AvailableBackups
            rows={state.rows}
            loaded={state.loaded}
            incomplete={state.incomplete}
            failure={state.failure}
            location={location}
            locationFailure={locationFailure}
            configurationHref={configurationHref}
            selected={selected}
            hrefOf={hrefOf}
            signedIn={!asksSignIn}
          />
        </div>
      </BladeContent>
    </>
  );
}

function questionOf(asked: OverviewAction | null): Question {
  if (asked === "backupNow") return "backup";
  return asked === "enableAutomatic" ? "automatic" : null;
}

/** Why automatic backups can be turned neither on nor off. */
function automaticDisabledReason(configured: boolean, location: BackupLocation | null): string | null {
  if (!configured) return backupStrings.list.notConfiguredTitle;
  return location ? null : backupStrings.essentials.loading;
}
