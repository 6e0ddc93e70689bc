import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from "react";
import styles from "./CommandMenu.module.css";

export interface MenuItem {
  key: string;
  label: string;
  onClick: () => void;
}

/** A menu below the command that opened it: arrows move, Escape, Tab and a press elsewhere close it (APG menu button). */
export function CommandMenu({
  label,
  items,
  onClose,
}: {
  label: string;
  items: MenuItem[];
  onClose: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    const opener = document.querySelector("[aria-haspopup=menu][aria-expanded=true]");
    if (element && opener) {
      const { left, bottom } = opener.getBoundingClientRect();
      const most = document.documentElement.clientWidth - element.offsetWidth;
      element.style.left = `${Math.max(0, Math.min(left, most)) + window.scrollX}px`;
      element.style.top = `${bottom + window.scrollY}px`;
    }
    element?.querySelector("button")?.focus();
  }, []);
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      const isOpener = target instanceof Element && target.closest("[aria-haspopup=menu]");
      if (target instanceof Node && !menu.current?.contains(target) && !isOpener) onClose();
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      onClose();
      return;
    }
    const buttons = [...(menu.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = targetOf(event.key, at, buttons.length);
    if (to === null) return;
    event.preventDefault();
    buttons[to]?.focus();
  };
  return (
    // The menu itself takes no focus: its items do (APG menu pattern).
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div ref={menu} role="menu" aria-label={label} className={styles["menu"]} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles["item"]}
          onClick={item.onClick}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}

function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
