import { Button } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/headless/svg/chevron-down";
import { useEffect, useState } from "react";
import type { Stamp } from "../domain/stamp.ts";
import { appStrings } from "./strings.ts";
import { lazyPart } from "../ui/lazyPart.tsx";
import { ADD_STAMP_PATH, backupPath, STAMPS_PATH } from "./paths.ts";

const StampPopup = lazyPart(
  () => import("../features/stamps/StampPopup.tsx").then((module) => module.StampPopup),
  "pane",
);

/** Set when another stamp is chosen: the page remounts, and the new picker takes the focus. */
let switched = false;

/** The open stamp in the top bar; pressing it opens the choice of all, which loads on first use. */
export function StampPicker({ current }: { current: Stamp }) {
  const [open, setOpen] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  useEffect(() => {
    if (!switched || !button) return;
    switched = false;
    button.focus();
  }, [button]);
  return (
    <>
      <Button
        ref={setButton}
        appearance="transparent"
        icon={<ChevronDownRegular />}
        iconPosition="after"
        className="bar-stamp"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="visually-hidden">{appStrings.stampPicker} </span>
        <bdi>{current.title}</bdi>
      </Button>
      {open && (
        <StampPopup
          current={current.id}
          hrefOf={backupPath}
          addHref={ADD_STAMP_PATH}
          manageHref={STAMPS_PATH}
          target={button}
          onClose={(back, other = false) => {
            setOpen(false);
            switched = other;
            if (back) button?.focus();
          }}
        />
      )}
    </>
  );
}
