import { useEffect } from "react";
import { StampPopup, type StampPopupProps } from "../features/stamps/StampPopup.tsx";
import { StampsNotice } from "../features/stamps/StampsNotice.tsx";
import { StampsPage } from "../features/stamps/StampsPage.tsx";
import { findListed } from "../queries/findListed.ts";
import { useStamps } from "../queries/useStamps.ts";
import { MissingStampPage } from "./MissingStampPage.tsx";
import { NoStampsPage } from "./NoStampsPage.tsx";
import { ADD_STAMP_PATH, backupPath, STAMPS_PATH } from "./paths.ts";
import "./page.css";

export type LoadedStampsPartProps =
  /** The page without a stamp, and what is told over the pages of others. */
  | { part: "none" | "notice" }
  /** All stamps; the page in place of one that is not known. */
  | { part: "page" | "missing"; current: string }
  | ({ part: "popup" } & Pick<StampPopupProps, "current" | "onClose">);

/** The parts of `StampsPart`. While a stamp is to be found one of them is on the page, and sees to the finding. */
export function LoadedStampsPart(props: LoadedStampsPartProps) {
  const stamps = useStamps();
  useEffect(() => void findListed(stamps), [stamps]);
  switch (props.part) {
    case "none":
      return <NoStampsPage />;
    case "notice":
      return <StampsNotice href={STAMPS_PATH} />;
    case "page":
      return <StampsPage current={props.current} hrefOf={backupPath} addHref={ADD_STAMP_PATH} />;
    case "missing":
      return <MissingStampPage id={props.current} />;
    case "popup":
      return (
        <StampPopup
          current={props.current}
          hrefOf={backupPath}
          addHref={ADD_STAMP_PATH}
          manageHref={STAMPS_PATH}
          onClose={props.onClose}
        />
      );
  }
}
