import type { Failure } from "../../../domain/failure.ts";
import type { BackupDocument } from "../../../queries/useBackupDocument.ts";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { FailureDetails } from "../../../ui/FailureDetails.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { failureWords } from "../../../ui/failureStrings.ts";
import { paneStrings } from "../../../ui/paneStrings.ts";
import { strings } from "../../../ui/strings.ts";

/** The stamp's own words. Fields this console does not know are left out, keys and secrets among them. */
export function JsonTab({ document, failure }: { document: BackupDocument | null; failure: Failure | null }) {
  if (document) {
    return (
      <>
        <p className="muted">{paneStrings.detail.jsonLead}</p>
        <CodeBlock text={JSON.stringify(document, null, 2)} what={paneStrings.detail.tabs.json} />
      </>
    );
  }
  if (!failure) return <p className="muted">{strings.list.loading}</p>;
  return (
    <Notice
      tone="warning"
      title={paneStrings.detail.jsonFailed}
      details={<FailureDetails failure={failure} />}
    >
      {failureWords[failure.kind]}
    </Notice>
  );
}
