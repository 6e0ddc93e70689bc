import { Badge } from "@fluentui/react-components";
import { expiryOf } from "../../domain/certificate.ts";
import type { KeyToKeep, RecoveryPoint } from "../../domain/recoveryPoint.ts";
import { readCertificateExpiries } from "../../session/certificateExpiries.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useReadiness } from "../../queries/useReadiness.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { useEveryHalfMinute } from "../../ui/clock.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { DataTable, type DataColumn } from "../../ui/DataTable.tsx";
import { useDateFormat } from "../../ui/dateFormat.ts";
import { Facts } from "../../ui/Facts.tsx";
import { formatDate } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { SidePane } from "../../ui/SidePane.tsx";
import { Age, Time } from "../../ui/Time.tsx";
import { ReadinessChecks, type ReadinessLinks } from "./ReadinessChecks.tsx";
import parts from "./parts.module.css";
import styles from "./ReadinessPane.module.css";
import { readinessStrings } from "./readinessStrings.ts";

export interface ReadinessPaneProps {
  open: boolean;
  hrefOf: (backupId: string) => string;
  links: ReadinessLinks;
  onClose: () => void;
}

/** Could the stamp be recovered today: which backup that would use, which keys to keep, and what each check says. */
export function ReadinessPane({ open, hrefOf, links, onClose }: ReadinessPaneProps) {
  useEveryHalfMinute();
  const { stamp } = useSession();
  const readiness = useReadiness();
  return (
    <SidePane
      open={open}
      label={readinessStrings.title}
      closeLabel={readinessStrings.close}
      onClose={onClose}
      title={readinessStrings.title}
      subtitle={readinessStrings.subtitle(stamp.region)}
    >
      {readiness === null ? (
        <p className="muted">{readinessStrings.loading}</p>
      ) : (
        <div className={styles["body"]}>
          <Point point={readiness.point} hrefOf={hrefOf} />
          <section className={parts["part"]} aria-label={readinessStrings.keys.title}>
            <h3 className={parts["heading"]}>{readinessStrings.keys.title}</h3>
            <Keys keys={readiness.keys} />
          </section>
          <ReadinessChecks checks={readiness.checks} links={links} />
        </div>
      )}
    </SidePane>
  );
}

function Point({ point, hrefOf }: { point: RecoveryPoint | null; hrefOf: (id: string) => string }) {
  const { now } = useSession();
  const text = readinessStrings.point;
  if (point === null) {
    return (
      <Notice tone="error" title={text.none}>
        {text.noneText}
      </Notice>
    );
  }
  const { row, version, thumbprint, externalPath, passedOver, recoverability } = point;
  const at = row.completedAt;
  const isSure = recoverability === "recoverable";
  return (
    <Card aria-label={text.title} tone={isSure && passedOver.length === 0 ? "good" : "warning"}>
      <h3 className={parts["heading"]}>{isSure ? text.title : text.titleUnsure}</h3>
      {!isSure && <p>{text.unsure}</p>}
      {passedOver.length > 0 && <p>{text.passedOver(passedOver.length)}</p>}
      <Facts
        facts={[
          {
            label: text.backup,
            value: row.id && (
              <AppLink to={hrefOf(row.id)}>
                <span className="mono">{row.id}</span>
              </AppLink>
            ),
          },
          {
            label: text.dataAsOf,
            value: at !== null && (
              <>
                <Time at={at} /> · <Age at={at} now={now} />
              </>
            ),
          },
          { label: text.word, value: point.word === "job" ? text.byJob : text.byList },
          { label: text.path, value: null, copy: externalPath },
          {
            label: text.certificate,
            value: thumbprint && (
              <>
                <Thumbprint text={thumbprint} /> {text.keyNeeded}
              </>
            ),
          },
          {
            label: text.version,
            value: version.backup && (
              <>
                {text.versionRule(version.backup)}
                {version.stamp === "newer" && version.newest && ` ${text.updated(version.newest)}`}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Keys({ keys }: { keys: readonly KeyToKeep[] }) {
  const { now } = useSession();
  const format = useDateFormat();
  const text = readinessStrings.keys;
  const expiries = readCertificateExpiries();
  const current = keys.find(({ isCurrent }) => isCurrent);
  const currentEnd = current && expiries[current.thumbprint];
  const expiry = currentEnd === undefined ? "later" : expiryOf(currentEnd, now());
  if (keys.length === 0) return <p className="muted">{text.none}</p>;
  const columns: DataColumn<KeyToKeep & { key: string }>[] = [
    {
      key: "thumbprint",
      label: text.thumbprint,
      rowHeader: true,
      cell: ({ thumbprint, isCurrent }) => (
        <span>
          <Thumbprint text={thumbprint} />{" "}
          {isCurrent && (
            <Badge appearance="outline" color="informative">
              {text.current}
            </Badge>
          )}
        </span>
      ),
    },
    { key: "backups", label: text.backups, cell: ({ backups }) => backups },
    {
      key: "expires",
      label: text.expires,
      cell: ({ thumbprint }) => {
        const at = expiries[thumbprint];
        return at === undefined
          ? text.expiryUnknown
          : text.expiry[expiryOf(at, now())](formatDate(at, format));
      },
    },
    {
      key: "until",
      label: text.until,
      cell: ({ until }) => (until.kind === "until" ? formatDate(until.at, format) : text[until.kind]),
    },
  ];
  return (
    <>
      {currentEnd !== undefined && expiry !== "later" && (
        <Notice tone="warning" title={text.expiryTitle[expiry](formatDate(currentEnd, format))}>
          {text.expiryText}
        </Notice>
      )}
      <DataTable
        label={text.title}
        columns={columns}
        rows={keys.map((key) => ({ ...key, key: key.thumbprint }))}
      />
      {keys.some(({ thumbprint }) => expiries[thumbprint] === undefined) && (
        <p className="muted">{text.expiryHint}</p>
      )}
    </>
  );
}

function Thumbprint({ text }: { text: string }) {
  const short = text.length > 16 ? `${text.slice(0, 8)}…${text.slice(-5)}` : text;
  return (
    <span>
      <bdi className="mono" title={text}>
        {short}
      </bdi>
      <CopyButton text={text} what={readinessStrings.keys.thumbprint.toLowerCase()} />
    </span>
  );
}
