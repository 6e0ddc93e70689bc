import { memo, useMemo, type ReactNode } from "react";
import type { Failure } from "../../domain/failure.ts";
import type { BackupLocation } from "../../domain/location.ts";
import { useBackupsState, useLocationState, type BackupsState } from "../../queries/useBackupState.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { Essentials, type Essential } from "../../ui/Essentials.tsx";
import { failureTexts } from "../../common/failureStrings.ts";
import { strings } from "../../ui/strings.ts";
import { backupStrings } from "./strings.ts";
import { Time } from "../../ui/Time.tsx";
import { LastBackup, lastSuccessOf } from "./LastBackups.tsx";

const essentialsStrings = backupStrings.essentials;

/**
 * The portal's Essentials: left the location, right the schedule. They fail by themselves, without the list
 * (docs/faults.md "List and operation"). Remembered: what is asked above them must be on the page at once.
 */
export const BackupEssentials = memo(function BackupEssentials({ signedIn }: { signedIn: boolean }) {
  const { location, failure } = useLocationState();
  const state = useBackupsState();
  const left = useMemo(() => (location ? leftOf(location) : []), [location]);
  const right = useMemo(() => (location ? rightOf(location, state) : []), [location, state]);
  return (
    <Essentials
      title={essentialsStrings.title}
      left={left}
      right={right}
      note={location ? null : noteOf(signedIn, failure, state.failure)}
      loading={signedIn && location === null && failure === null}
    />
  );
});

/** `listFailure`: already shown in the page's bar, so the same failure isn't repeated. */
function noteOf(signedIn: boolean, failure: Failure | null, listFailure: Failure | null): ReactNode {
  if (!signedIn) return essentialsStrings.signIn;
  if (failure === null) return essentialsStrings.loading;
  if (failure.kind === listFailure?.kind) return essentialsStrings.nothingYet;
  if (failure.kind === "notFound") return essentialsStrings.onStamp;
  return (
    <>
      <p>
        {essentialsStrings.failed} {failureTexts[failure.kind]}
      </p>
      {failure.kind === "forbidden" && <FailureDetails failure={failure} />}
    </>
  );
}

function leftOf(location: BackupLocation): Essential[] {
  return [
    { label: essentialsStrings.location, value: <Path location={location} /> },
    { label: essentialsStrings.capacity, value: location.capacity ?? strings.none },
    { label: essentialsStrings.frequencyAndRetention, value: cadence(location) },
  ];
}

function rightOf(location: BackupLocation, state: BackupsState): Essential[] {
  return [
    { label: essentialsStrings.last, value: <LastBackup location={location} state={state} /> },
    { label: essentialsStrings.next, value: <NextBackup location={location} /> },
    { label: essentialsStrings.certificate, value: <Thumbprint thumbprint={location.thumbprint} /> },
    // Last, as it comes and goes with a run: no other line moves for it.
    ...lastSuccessOf(state),
  ];
}

function Path({ location: { path, storage } }: { location: BackupLocation }): ReactNode {
  if (path === null) return storage === "unknown" ? essentialsStrings.unreadable : essentialsStrings.onStamp;
  return (
    <>
      <bdi className="mono">{path}</bdi>{" "}
      <CopyButton text={path} what={essentialsStrings.location.toLowerCase()} />
    </>
  );
}

/** The date keeps advancing while automatic backups are off, hence "(Disabled)" before it, as in the portal. */
function NextBackup({ location }: { location: BackupLocation }): ReactNode {
  const disabled = location.schedulerEnabled === false;
  if (location.nextBackupAt === null) return disabled ? essentialsStrings.disabled : strings.none;
  return (
    <>
      {disabled && `${essentialsStrings.disabled} `}
      <Time at={location.nextBackupAt} />
    </>
  );
}

function Thumbprint({ thumbprint }: { thumbprint: string | null }): ReactNode {
  if (!thumbprint) return strings.none;
  const short = thumbprint.length > 16 ? `${thumbprint.slice(0, 8)}…${thumbprint.slice(-5)}` : thumbprint;
  return (
    <>
      <bdi className="mono" title={thumbprint}>
        {short}
      </bdi>{" "}
      <CopyButton text={thumbprint} what={essentialsStrings.certificate.toLowerCase()} />
    </>
  );
}

function cadence({ frequencyHours, retentionDays }: BackupLocation): string {
  const parts = [
    frequencyHours === null ? null : essentialsStrings.frequency(frequencyHours),
    retentionDays === null ? null : essentialsStrings.retention(retentionDays),
  ].filter((part) => part !== null);
  return parts.join(", ") || strings.none;
}
