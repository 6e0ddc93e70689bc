import { Button, Field } from "@fluentui/react-components";
import { useController } from "react-hook-form";
import { validityOf, type PublicCertificate } from "../../domain/certificate.ts";
import { useSession } from "../../session/SessionContext.ts";
import { Card } from "../../ui/Card.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { FileButton } from "../../ui/FileButton.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./ConfigurationForm.module.css";
import { configurationStrings } from "./strings.ts";
import { problemOf, type FieldsProps } from "./TextRow.tsx";

/** The encryption certificate: the present one's thumbprint, a file for another, and what that file holds. */
export function CertificateField({ form, saving }: FieldsProps) {
  const { field, fieldState } = useController({ control: form.control, name: "certificate" });
  const chosen = form.draft.certificate;
  const { thumbprint } = form.settings;
  const required = thumbprint === "";
  const message = problemOf(form, "certificate", fieldState.error?.message);
  return (
    <>
      <Facts
        facts={[
          {
            label: configurationStrings.thumbprint,
            ...(required
              ? { value: configurationStrings.noThumbprint }
              : { value: thumbprint, copy: thumbprint }),
          },
        ]}
      />
      <Field
        label={configurationStrings.certificate}
        required={required}
        hint={configurationStrings.certificateHint}
        {...(message && { validationMessage: <span>{message}</span> })}
      >
        {(control) => (
          <div className={styles["file"]}>
            <FileButton
              buttonRef={field.ref}
              labelId={control["aria-labelledby"]}
              describedBy={control["aria-describedby"]}
              accept=".cer,.crt,.pem,.der"
              disabled={saving}
              onFile={(file) => void form.chooseFile(file)}
            >
              {configurationStrings.chooseFile}
            </FileButton>
            {chosen && <bdi>{chosen.name}</bdi>}
          </div>
        )}
      </Field>
      {chosen?.read.kind === "certificate" && (
        <Chosen certificate={chosen.read.certificate} present={thumbprint} />
      )}
      {!required && chosen && (
        <Button
          size="small"
          className={styles["start"] ?? ""}
          disabledFocusable={saving}
          onClick={() => {
            void form.chooseFile(null);
            form.setFocus("certificate");
          }}
        >
          {configurationStrings.keepCertificate}
        </Button>
      )}
    </>
  );
}

/** What the file holds, before anything is saved. */
function Chosen({ certificate, present }: { certificate: PublicCertificate; present: string }) {
  const { now } = useSession();
  const validity = validityOf(certificate, now());
  const { chosen } = configurationStrings;
  return (
    <Card aria-label={chosen.title}>
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
      {validity === "notYet" && <Notice tone="warning" title={chosen.notYet} />}
      {certificate.thumbprint === present.toUpperCase() && <p role="status">{chosen.same}</p>}
    </Card>
  );
}
