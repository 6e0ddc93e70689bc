import { useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import styles from "./CommandBar.module.css";
import { Button } from "./Button.tsx";

export interface Command {
  key: string;
  label: string;
  icon: ReactElement;
  onClick: () => void;
  /** Why it cannot be pressed now; it keeps its focus and says so. */
  blocked?: string | null | undefined;
  /** Whether its panel is open below the bar. */
  expanded?: boolean;
  /** Shows its icon alone and opens a menu. */
  menu?: boolean;
}

/** The blade's command bar: one Tab stop, arrows move, a blocked command can be reached and says why. */
export function CommandBar({
  label,
  commands,
  aside,
}: {
  label: string;
  commands: Command[];
  aside?: ReactNode;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = targetOf(event.key, at, buttons.length);
    if (at < 0 || to === null) return;
    event.preventDefault();
    setCurrent(to);
    buttons[to]?.focus();
  };
  return (
    <div className={styles["row"]}>
      {/* The toolbar itself takes no focus: its one Tab stop is one of its buttons (APG toolbar pattern). */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div ref={bar} role="toolbar" aria-label={label} className={styles["bar"]} onKeyDown={onKeyDown}>
        {commands.map((command, index) => (
          <CommandButton key={command.key} command={command} tabIndex={index === current ? 0 : -1} />
        ))}
      </div>
      {aside && <div className={styles["aside"]}>{aside}</div>}
    </div>
  );
}

function CommandButton({ command, tabIndex }: { command: Command; tabIndex: number }) {
  const blocked = command.blocked ?? null;
  const reasonId = `command-${command.key}-reason`;
  return (
    <>
      <Button
        appearance="subtle"
        icon={command.icon}
        tabIndex={tabIndex}
        disabledFocusable={blocked !== null}
        title={blocked ?? (command.menu ? command.label : undefined)}
        aria-describedby={blocked === null ? undefined : reasonId}
        aria-expanded={command.expanded}
        aria-label={command.menu ? command.label : undefined}
        aria-haspopup={command.menu ? "menu" : undefined}
        onClick={command.onClick}
      >
        {command.menu ? null : command.label}
      </Button>
      {blocked !== null && (
        <span id={reasonId} className="visually-hidden">
          {blocked}
        </span>
      )}
    </>
  );
}

function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
