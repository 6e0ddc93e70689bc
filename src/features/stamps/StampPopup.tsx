import { List, ListItem, Popover, PopoverSurface, SearchBox } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/headless/svg/add";
import { CheckmarkRegular } from "@fluentui/react-icons/headless/svg/checkmark";
import { SettingsRegular } from "@fluentui/react-icons/headless/svg/settings";
import { useRef, useState, type KeyboardEvent } from "react";
import { useLocation } from "wouter";
import { searchStamps } from "../../domain/searchStamps.ts";
import { useListedStamps } from "../../stamps/useStamps.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import styles from "./StampPopup.module.css";
import { stampStrings } from "./strings.ts";

const pickerStrings = stampStrings.picker;

export interface StampPopupProps {
  current: string;
  hrefOf: (stampId: string) => string;
  addHref: string;
  manageHref: string;
  /** The button it belongs to: it opens below it, and a press on it is the button's own matter. */
  target: HTMLElement | null;
  /** `back`: the focus is to return to what opened it. `other`: another stamp was chosen. */
  onClose: (back: boolean, other?: boolean) => void;
}

/** The choice of a stamp: typing searches, Enter opens the first match, the arrows go through the list. */
export function StampPopup({ current, hrefOf, addHref, manageHref, target, onClose }: StampPopupProps) {
  const { stamps, unfound } = useListedStamps();
  const [, navigate] = useLocation();
  const [text, setText] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const shown = searchStamps(stamps, text);
  const open = (stampId: string) => {
    onClose(true, stampId !== current);
    navigate(hrefOf(stampId));
  };
  const onSearchKey = (event: KeyboardEvent) => {
    // A word still being composed has its own use for these keys.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && shown[0]) open(shown[0].id);
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    list.current?.querySelector("li")?.focus();
  };
  return (
    <Popover
      open
      positioning={{ target, position: "below", align: "end" }}
      onOpenChange={(event) => {
        const onButton = event.target instanceof Node && target?.contains(event.target);
        if (!onButton) onClose(event.type === "keydown");
      }}
    >
      {/* Not modal: choosing a stamp remounts the page, and a modal unmounted while open would leave it hidden. */}
      <PopoverSurface
        role="dialog"
        aria-label={pickerStrings.title}
        className={styles["popup"] ?? ""}
        // Enter would press the picker's button too, where the focus goes.
        onKeyDown={(event) => {
          if (event.key === "Enter" && !(event.target instanceof HTMLAnchorElement)) event.preventDefault();
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          const left = relatedTarget && !currentTarget.contains(relatedTarget);
          if (left && !target?.contains(relatedTarget)) onClose(false);
        }}
      >
        <SearchBox
          aria-label={pickerStrings.search}
          placeholder={pickerStrings.search}
          autoComplete="off"
          spellCheck={false}
          className={styles["search"] ?? ""}
          value={text}
          onChange={(_, data) => setText(data.value)}
          onKeyDown={onSearchKey}
        />
        <List
          ref={(element: HTMLUListElement | null) => {
            list.current = element;
            if (text === "") element?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
          }}
          navigationMode="items"
          selectionMode="single"
          selectedItems={[current]}
          aria-label={pickerStrings.list}
          className={styles["list"] ?? ""}
        >
          {shown.map((stamp) => (
            <ListItem
              key={stamp.id}
              value={stamp.id}
              checkmark={null}
              aria-current={stamp.id === current ? "true" : undefined}
              className={styles["option"] ?? ""}
              onAction={(event) => {
                event.preventDefault();
                open(stamp.id);
              }}
            >
              <span className={styles["mark"]}>
                {stamp.id === current && <CheckmarkRegular aria-hidden />}
              </span>
              <bdi className={styles["name"]} title={stamp.title}>
                {stamp.title}
              </bdi>
              <bdi className={styles["region"]}>{stamp.region}</bdi>
            </ListItem>
          ))}
        </List>
        <p role="status" className={styles["count"]}>
          {shown.length === 0 ? pickerStrings.none(text) : pickerStrings.count(shown.length, stamps.length)}
          {unfound.length > 0 && ` · ${pickerStrings.finding(unfound.length)}`}
        </p>
        <div className={styles["links"]}>
          <AppLink to={addHref} className={styles["link"]} onClick={() => onClose(false)}>
            <AddRegular fontSize={18} aria-hidden />
            {pickerStrings.add}
          </AppLink>
          <AppLink to={manageHref} className={styles["link"]} onClick={() => onClose(false)}>
            <SettingsRegular fontSize={18} aria-hidden />
            {pickerStrings.manage}
          </AppLink>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
