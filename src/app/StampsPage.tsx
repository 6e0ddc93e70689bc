import { StampsPage as Stamps } from "../features/stamps/StampsPage.tsx";
import { ADD_STAMP_PATH, backupPath } from "./paths.ts";

/** Stamps of this page, with their addresses here. */
export function StampsPage({ current }: { current: string }) {
  return <Stamps current={current} hrefOf={backupPath} addHref={ADD_STAMP_PATH} />;
}
