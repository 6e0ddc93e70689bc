import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { useRef, useState } from "react";
import type { Stamp } from "../domain/stamp.ts";
import { strings } from "../ui/strings.ts";
import { StampsPart } from "./StampsPart.tsx";

/** The open stamp in the top bar; pressing it opens the choice of all. */
export function StampPicker({ current }: { current: Stamp }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
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
          onClose={(back) => {
            setOpen(false);
            if (back) button.current?.focus();
          }}
        />
      )}
    </div>
  );
}
