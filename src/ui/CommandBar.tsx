import { Toolbar, ToolbarButton } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import styles from "./CommandBar.module.css";

export interface Command {
  key: string;
  label: string;
  icon: ReactElement;
  onClick: () => void;
  /** Why it cannot be pressed now; it keeps its focus and says so. */
  disabledReason?: string | null | undefined;
  /** Whether its panel is open below the bar. */
  expanded?: boolean;
  /** Whether a line sets it apart from the command before it. */
  startsGroup?: boolean;
}

export interface CommandBarProps {
  label: string;
  commands: readonly Command[];
  /** Further buttons of the toolbar: its menu of rarer commands. */
  more?: ReactNode;
  /** Stands at the end of the bar. */
  aside?: ReactNode;
}

/** The blade's command bar: one Tab stop, arrows move, a disabled command can be reached and says why. */
export function CommandBar({ label, commands, more, aside }: CommandBarProps) {
  return (
    <div className={styles["row"]}>
      <Toolbar aria-label={label} size="small" className={styles["bar"] ?? ""}>
        {commands.map((command) => (
          <CommandButton key={command.key} command={command} />
        ))}
        {more}
      </Toolbar>
      {aside && <div className={styles["aside"]}>{aside}</div>}
    </div>
  );
}

function CommandButton({ command }: { command: Command }) {
  const reason = command.disabledReason ?? null;
  const reasonId = `command-${command.key}-reason`;
  return (
    <>
      <ToolbarButton
        icon={command.icon}
        disabledFocusable={reason !== null}
        title={reason ?? undefined}
        aria-describedby={reason === null ? undefined : reasonId}
        aria-expanded={command.expanded}
        className={command.startsGroup ? (styles["startsGroup"] ?? "") : ""}
        onClick={command.onClick}
      >
        {command.label}
      </ToolbarButton>
      {reason !== null && (
        <span id={reasonId} className="visually-hidden">
          {reason}
        </span>
      )}
    </>
  );
}
