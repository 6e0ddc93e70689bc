import { memo, useCallback, useMemo, type ReactNode } from "react";
import type { Failure } from "../../domain/failure.ts";
import type { BackupLocation } from "../../domain/location.ts";
import { useLocationState } from "../../queries/useBackupState.ts";
import { AtRest } from "../../ui/AtRest.tsx";
import { LateCopyButton } from "../../ui/LateCopyButton.tsx";
import { FailureDetails } from "../../ui/FailureDetails.tsx";
import { Essentials, type Essential } from "../../ui/Essentials.tsx";
import { failureWords } from "../../ui/failureStrings.ts";
import { lazyPart } from "../../ui/lazyPart.ts";
import { strings } from "../../ui/strings.ts";
import { Time } from "../../ui/Time.tsx";
import type { ProtectionProps } from "./Protection.tsx";

const Protection = lazyPart(() => import("./Protection.tsx").then((module) => module.Protection));

const words = strings.essentials;

export interface BackupEssentialsProps {
  signedIn: boolean;
  alerts: ReactNode;
}

/**
 * The verdict, the stamp's alerts, and the portal's Essentials: left the location, right the schedule. Fails by itself, without the list
 * (FAULTS 47). What follows from the list and the location together comes once both are on the page. Remembered: what
 * is asked and told around it must be on the page at once.
 */
export const BackupEssentials = memo(function BackupEssentials(props: BackupEssentialsProps) {
  const { signedIn, alerts } = props;
  const { location, failure } = useLocationState();
  const later = useCallback(
    (show: ProtectionProps["show"]) => (
      <AtRest>
        <Protection show={show} signedIn={signedIn} />
      </AtRest>
    ),
    [signedIn],
  );
  const left = useMemo(() => (location ? leftOf(location) : []), [location]);
  const right = useMemo(
    () => (location ? rightOf(location, later("success"), later("attempt")) : []),
    [location, later],
  );
  return (
    <Essentials
      title={words.title}
      lead={later("verdict")}
      aside={alerts}
      left={left}
      right={right}
      note={location ? null : noteOf(signedIn, failure)}
      loading={signedIn && location === null && failure === null}
    />
  );
});

function noteOf(signedIn: boolean, failure: Failure | null): ReactNode {
  if (!signedIn) return words.signIn;
  if (failure === null) return words.loading;
  if (failure.kind === "notFound") return words.onStamp;
  return (
    <>
      <p>
        {words.failed} {failureWords[failure.kind]}
      </p>
      {failure.kind === "forbidden" && <FailureDetails failure={failure} />}
    </>
  );
}

function leftOf(location: BackupLocation): Essential[] {
  return [
    { label: words.location, value: <Path location={location} /> },
    { label: words.capacity, value: location.capacity ?? words.none },
    { label: words.frequencyAndRetention, value: cadence(location) },
    { label: words.certificate, value: <Thumbprint thumbprint={location.thumbprint} /> },
  ];
}

function rightOf(location: BackupLocation, success: ReactNode, attempt: ReactNode): Essential[] {
  return [
    // Blank when there was none, as in the portal.
    { label: words.last, value: location.lastBackupAt === null ? null : <Time at={location.lastBackupAt} /> },
    { label: words.lastSuccess, value: success },
    { label: words.lastAttempt, value: attempt },
    { label: words.next, value: <NextBackup location={location} /> },
  ];
}

function Path({ location: { path, storage } }: { location: BackupLocation }): ReactNode {
  if (path === null) return storage === "unknown" ? words.unreadable : words.onStamp;
  return (
    <>
      <bdi className="mono">{path}</bdi> <LateCopyButton text={path} what={words.location.toLowerCase()} />
    </>
  );
}

/** The date keeps advancing while automatic backups are off, hence "(Disabled)" before it, as in the portal. */
function NextBackup({ location }: { location: BackupLocation }): ReactNode {
  const disabled = location.schedulerEnabled === false;
  if (location.nextBackupAt === null) return disabled ? words.disabled : words.none;
  return (
    <>
      {disabled && `${words.disabled} `}
      <Time at={location.nextBackupAt} />
    </>
  );
}

function Thumbprint({ thumbprint }: { thumbprint: string | null }): ReactNode {
  if (!thumbprint) return words.none;
  const short = thumbprint.length > 16 ? `${thumbprint.slice(0, 8)}…${thumbprint.slice(-5)}` : thumbprint;
  return (
    <>
      <bdi className="mono" title={thumbprint}>
        {short}
      </bdi>{" "}
      <LateCopyButton text={thumbprint} what={words.certificate.toLowerCase()} />
    </>
  );
}

function cadence({ frequencyHours, retentionDays }: BackupLocation): string {
  const parts = [
    frequencyHours === null ? null : words.frequency(frequencyHours),
    retentionDays === null ? null : words.retention(retentionDays),
  ].filter((part) => part !== null);
  return parts.join(", ") || words.none;
}
