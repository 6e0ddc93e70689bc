import { DismissRegular } from "@fluentui/react-icons/headless/svg/dismiss";
import { useId } from "react";
import { useLocationState } from "../../queries/useBackupState.ts";
import { useToken } from "../../session/useToken.ts";
import { Button } from "@fluentui/react-components";
import { AppLink } from "../../ui/AppLink.tsx";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { failureAdvice, failureTexts } from "../../common/failureStrings.ts";
import { ConfigurationForm } from "./ConfigurationForm.tsx";
import styles from "./ConfigurationPane.module.css";
import { configurationStrings } from "./strings.ts";

/** Configuration as a blade beside the list: the settings that decide whether there will be a backup at all. */
export function ConfigurationPane({ backHref, onClose }: { backHref: string; onClose: () => void }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles["pane"]}>
      <header className={styles["header"]}>
        <h2 id={id} className={styles["title"]}>
          {configurationStrings.title}
        </h2>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={configurationStrings.close}
          onClick={onClose}
        />
      </header>
      <p className={styles["back"]}>
        <AppLink to={backHref}>{configurationStrings.toBackups}</AppLink>
      </p>
      <Body />
    </section>
  );
}

/** The form, from the stamp's first answer on; it stays after later failures. */
function Body() {
  const { location, failure } = useLocationState();
  const { wanted, present } = useToken();
  if (location || failure?.kind === "notFound") {
    return (
      <>
        {failure && failure.kind !== "notFound" && (
          <Notice tone="warning" title={configurationStrings.stale}>
            {configurationStrings.staleText}
          </Notice>
        )}
        <ConfigurationForm location={location} />
      </>
    );
  }
  if (wanted && !present) return <p className="muted">{configurationStrings.signIn}</p>;
  if (!failure) return <p className="muted">{configurationStrings.loading}</p>;
  return (
    <Notice tone="error" title={configurationStrings.failed} details={<FailureDetails failure={failure} />}>
      {failureTexts[failure.kind]} {configurationStrings.failedStill} {failureAdvice[failure.kind]}
    </Notice>
  );
}
