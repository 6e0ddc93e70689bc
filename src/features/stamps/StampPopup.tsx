import { AddRegular } from "@fluentui/react-icons/headless/svg/add";
import { CheckmarkRegular } from "@fluentui/react-icons/headless/svg/checkmark";
import { SettingsRegular } from "@fluentui/react-icons/headless/svg/settings";
import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { Link, useLocation } from "wouter";
import { searchStamps } from "../../domain/searchStamps.ts";
import { useListedStamps } from "../../queries/useStamps.ts";
import { stampStrings } from "../../ui/stampStrings.ts";
import styles from "./StampPopup.module.css";

const words = stampStrings.picker;

/** So many options a page key moves by. */
const PAGE = 8;

export interface StampPopupProps {
  current: string;
  hrefOf: (stampId: string) => string;
  addHref: string;
  manageHref: string;
  /** `back`: the focus is to return to what opened it. `other`: another stamp was chosen. */
  onClose: (back: boolean, other?: boolean) => void;
}

/** The choice of a stamp: typing searches, arrows move, Enter opens, Escape closes; adding and managing below. */
export function StampPopup({ current, hrefOf, addHref, manageHref, onClose }: StampPopupProps) {
  const id = useId();
  const { stamps, unfound } = useListedStamps();
  const [, navigate] = useLocation();
  const [text, setText] = useState("");
  const shown = searchStamps(stamps, text);
  const [chosen, setChosen] = useState(current);
  const active = Math.max(
    0,
    shown.findIndex((stamp) => stamp.id === chosen),
  );
  const popup = useRef<HTMLDivElement>(null);
  const activeId = shown[active] && `${id}-${active}`;

  useEffect(() => popup.current?.querySelector("input")?.focus(), []);
  useEffect(() => {
    popup.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  useEffect(() => {
    // Of the whole picker: pressing its button closes by itself.
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !popup.current?.parentElement?.contains(target)) onClose(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [onClose]);

  const open = (stampId: string) => {
    onClose(true, stampId !== current);
    navigate(hrefOf(stampId));
  };
  const move = (to: number) => setChosen(shown[Math.min(Math.max(to, 0), shown.length - 1)]?.id ?? chosen);
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => move(active === shown.length - 1 ? 0 : active + 1),
      ArrowUp: () => move(active === 0 ? shown.length - 1 : active - 1),
      PageDown: () => move(active + PAGE),
      PageUp: () => move(active - PAGE),
      Enter: () => shown[active] && open(shown[active].id),
    };
    const act = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    // A word still being composed has its own use for these keys.
    if (!act || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && !popup.current?.parentElement?.contains(relatedTarget)) onClose(false);
  };

  return (
    // Escape works wherever the focus is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={popup}
      role="dialog"
      aria-label={words.title}
      className={styles["popup"]}
      onBlur={onBlur}
      onKeyDown={(event) => event.key === "Escape" && onClose(true)}
    >
      <input
        role="combobox"
        aria-label={words.search}
        placeholder={words.search}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        className={styles["search"]}
        value={text}
        onChange={(event) => {
          const next = event.target.value;
          setText(next);
          setChosen(searchStamps(stamps, next)[0]?.id ?? current);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={words.list} className={styles["list"]}>
        {shown.map((stamp, index) => (
          // Reached by arrows in the field above, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={stamp.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            aria-current={stamp.id === current ? "true" : undefined}
            className={styles["option"]}
            onPointerMove={() => setChosen(stamp.id)}
            onClick={() => open(stamp.id)}
          >
            <span className={styles["mark"]}>{stamp.id === current && <CheckmarkRegular aria-hidden />}</span>
            <bdi className={styles["name"]}>{stamp.title}</bdi>
            <bdi className={styles["region"]}>{stamp.region}</bdi>
          </div>
        ))}
      </div>
      <p role="status" className={styles["count"]}>
        {shown.length === 0 ? words.none(text) : words.count(shown.length, stamps.length)}
        {unfound.length > 0 && ` · ${words.finding(unfound.length)}`}
      </p>
      <div className={styles["links"]}>
        <Link href={addHref} className={styles["link"]} onClick={() => onClose(false)}>
          <AddRegular fontSize={18} aria-hidden />
          {words.add}
        </Link>
        <Link href={manageHref} className={styles["link"]} onClick={() => onClose(false)}>
          <SettingsRegular fontSize={18} aria-hidden />
          {words.manage}
        </Link>
      </div>
    </div>
  );
}
