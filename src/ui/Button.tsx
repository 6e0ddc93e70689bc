import type { ButtonHTMLAttributes, ReactNode } from "react";
import styles from "./Button.module.css";

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> {
  appearance?: "secondary" | "primary" | "subtle";
  size?: "medium" | "small";
  icon?: ReactNode;
  /** Cannot be pressed now, yet keeps its focus and can be read. */
  disabledFocusable?: boolean;
}

/**
 * Fluent's button by its tokens, for the parts of the first load. Fluent's own is a sixteenth of the whole byte budget
 * (6 of 99 KB brotli, measured); panes that load on first use have it.
 */
export function Button({
  appearance = "secondary",
  size = "medium",
  icon,
  disabledFocusable = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const names = [
    styles["button"],
    styles[appearance],
    styles[size],
    children == null && styles["iconOnly"],
    className,
  ];
  return (
    <button
      type="button"
      {...rest}
      className={names.filter(Boolean).join(" ")}
      aria-disabled={disabledFocusable || undefined}
      onClick={(event) => (disabledFocusable ? event.preventDefault() : onClick?.(event))}
    >
      {icon && <span className={styles["icon"]}>{icon}</span>}
      {children}
    </button>
  );
}
