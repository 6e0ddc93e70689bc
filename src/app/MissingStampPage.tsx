import { UnfoundStamps } from "../features/stamps/UnfoundStamps.tsx";
import { stampStrings } from "../features/stamps/strings.ts";
import { useFindListed, useListedStamps } from "../stamps/useStamps.ts";
import { AppLink } from "../ui/AppLink.tsx";
import { Notice } from "../ui/Notice.tsx";
import { STAMPS_PATH } from "./paths.ts";
import { PlainPage } from "./PlainPage.tsx";

const missingStrings = stampStrings.missing;

/** In place of a stamp that the address names and this page does not know, or not yet. */
export function MissingStampPage({ id }: { id: string }) {
  const { unfound } = useListedStamps();
  useFindListed();
  const awaited = unfound.find(({ hint }) => hint.id === id);
  const stamps = { label: stampStrings.page.title, to: STAMPS_PATH };
  return (
    <PlainPage
      title={awaited ? missingStrings.finding(awaited.hint.title ?? awaited.hint.id) : missingStrings.title}
      trail={[stamps]}
    >
      {awaited ? (
        <UnfoundStamps only={id} />
      ) : (
        <Notice
          tone="warning"
          title={missingStrings.title}
          actions={<AppLink to={STAMPS_PATH}>{stampStrings.picker.manage}</AppLink>}
        >
          {missingStrings.text(id)}
        </Notice>
      )}
    </PlainPage>
  );
}
