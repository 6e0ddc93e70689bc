import { StampsPage as Stamps } from "../features/stamps/StampsPage.tsx";
import { stampStrings } from "../features/stamps/strings.ts";
import { ADD_STAMP_PATH, backupPath } from "./paths.ts";
import { PlainPage } from "./PlainPage.tsx";

const pageStrings = stampStrings.page;

/** The stamps of this console, and another one to add. */
export function StampsPage({ current }: { current: string }) {
  return (
    <PlainPage title={pageStrings.title} lead={pageStrings.lead} trail={[]}>
      <Stamps current={current} hrefOf={backupPath} addHref={ADD_STAMP_PATH} />
    </PlainPage>
  );
}
