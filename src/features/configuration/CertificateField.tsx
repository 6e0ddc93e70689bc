import { useId, useRef, type ChangeEvent } from "react";
import { useSession } from "../../queries/SessionContext.ts";
import { validityOf, type PublicCertificate } from "../../domain/certificate.ts";
import { Button } from "@fluentui/react-components";
import { Facts } from "../../ui/Facts.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Time } from "../../ui/Time.tsx";
import { configurationStrings as words } from "../../ui/configurationStrings.ts";
import styles from "./ConfigurationForm.module.css";
import { problemText } from "./fieldText.tsx";
import { readCertificate } from "./readCertificate.ts";
import type { FieldsProps } from "./StoreFields.tsx";

/** The encryption certificate: the present one's thumbprint, a file for another, and what that file holds. */
export function CertificateField({ form, saving }: FieldsProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { certificate } = form.draft;
  const problem = problemText("certificate", form.shown.certificate);
  const required = form.settings.thumbprint === "";
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    form.set("certificate", null);
    form.setFileProblem(null);
    if (!file) return;
    // The bytes stay in this function: a private key chosen by mistake goes nowhere.
    const bytes = await file.arrayBuffer().catch(() => null);
    const read = bytes && readCertificate(new Uint8Array(bytes));
    if (read?.kind === "certificate") form.set("certificate", read.certificate);
    else form.setFileProblem(read ? read.problem : "unreadable");
  };
  const keep = () => {
    if (input.current) input.current.value = "";
    form.set("certificate", null);
    form.setFileProblem(null);
    input.current?.focus();
  };
  return (
    <div className={styles["field"]}>
      <label htmlFor={id}>
        {words.certificate}
        {required && (
          <span className={styles["star"]} aria-hidden>
            *
          </span>
        )}
      </label>
      <input
        ref={input}
        id={id}
        name="certificate"
        type="file"
        accept=".cer,.crt,.pem,.der"
        className={styles["file"]}
        disabled={saving}
        onChange={(event) => void choose(event)}
        aria-required={required}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem ${id}-hint` : `${id}-hint`}
      />
      <div role="alert">{problem && <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>}</div>
      <p id={`${id}-hint`} className={styles["hint"]}>
        {words.certificateHint}
      </p>
      {certificate && <Chosen certificate={certificate} present={form.settings.thumbprint} />}
      {!required && (certificate || form.shown.certificate?.kind === "file") && (
        <Button size="small" className={styles["start"]} onClick={keep} disabledFocusable={saving}>
          {words.keepCertificate}
        </Button>
      )}
      <div className={styles["present"]}>
        <Facts facts={[{ label: words.thumbprint, ...presentOf(form.settings.thumbprint) }]} />
      </div>
    </div>
  );
}

function presentOf(thumbprint: string) {
  return thumbprint === "" ? { value: words.noThumbprint } : { value: thumbprint, copy: thumbprint };
}

/** What the file holds, before anything is saved. */
function Chosen({ certificate, present }: { certificate: PublicCertificate; present: string }) {
  const { now } = useSession();
  const validity = validityOf(certificate, now());
  const { chosen } = words;
  return (
    <section className={styles["chosen"]} aria-label={chosen.title}>
      <Facts
        facts={[
          { label: chosen.subject, value: <bdi>{certificate.subject}</bdi> },
          { label: chosen.issuer, value: <bdi>{certificate.issuer}</bdi> },
          { label: chosen.expires, value: <Time at={certificate.expiresAt} /> },
          { label: chosen.thumbprint, value: null, copy: certificate.thumbprint },
        ]}
      />
      {validity === "expired" && (
        <Notice tone="warning" title={chosen.expired}>
          {chosen.expiredText}
        </Notice>
      )}
      {validity === "notYet" && (
        <Notice tone="warning" title={chosen.notYet}>
          {chosen.notYetText}
        </Notice>
      )}
      {certificate.thumbprint === present.toUpperCase() && <p role="status">{chosen.same}</p>}
    </section>
  );
}
