import type { Failure } from "../../../domain/failure.ts";
import type { BackupDocument } from "../../../queries/useBackupDocument.ts";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { FailureDetails } from "../../../common/FailureDetails.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { failureTexts } from "../../../common/failureStrings.ts";
import { detailStrings } from "./strings.ts";
import { DetailLoading } from "./DetailLoading.tsx";

/** The stamp's own fields. Those this console does not know are left out, keys and secrets among them. */
export function JsonTab({ document, failure }: { document: BackupDocument | null; failure: Failure | null }) {
  if (document) {
    return (
      <>
        <p className="muted">{detailStrings.jsonLead}</p>
        <CodeBlock text={JSON.stringify(document, null, 2)} what={detailStrings.tabs.json} />
      </>
    );
  }
  if (!failure) return <DetailLoading />;
  return (
    <Notice tone="warning" title={detailStrings.jsonFailed} details={<FailureDetails failure={failure} />}>
      {failureTexts[failure.kind]}
    </Notice>
  );
}
