import { ChevronDownRegular } from "@fluentui/react-icons/headless/svg/chevron-down";
import { useEffect, useRef, useState } from "react";
import type { Stamp } from "../domain/stamp.ts";
import { strings } from "../ui/strings.ts";
import { StampsPart } from "./StampsPart.tsx";

/** Another stamp was chosen here: the page is drawn anew for it, and the focus is to be on the new picker. */
let switched = false;

/** The open stamp in the top bar; pressing it opens the choice of all. */
export function StampPicker({ current }: { current: Stamp }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (switched) button.current?.focus();
    switched = false;
  }, []);
  return (
    <div className="bar-picker">
      <button
        ref={button}
        type="button"
        className="bar-stamp"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="visually-hidden">{strings.stampPicker} </span>
        <bdi>{current.title}</bdi>
        <ChevronDownRegular aria-hidden />
      </button>
      {open && (
        <StampsPart
          part="popup"
          current={current.id}
          onClose={(back, other = false) => {
            setOpen(false);
            switched = other;
            if (back) button.current?.focus();
          }}
        />
      )}
    </div>
  );
}
