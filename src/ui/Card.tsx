import type { HTMLAttributes } from "react";
import type { StateTone } from "./StateLabel.tsx";
import styles from "./Card.module.css";

export interface CardProps extends HTMLAttributes<HTMLElement> {
  /** Of what has a state: its colors, and a broad edge. */
  tone?: StateTone | undefined;
  orientation?: "vertical" | "horizontal";
}

/**
 * A framed part of a page: a run, an alert, a figure; one that has a name is a region. Fluent's Card would bring its focus
 * groups, 1.3 KB, into the first load, for a frame that is never focused or selected.
 */
export function Card({ tone, orientation = "vertical", className = "", ...rest }: CardProps) {
  const isNamed = rest["aria-label"] !== undefined || rest["aria-labelledby"] !== undefined;
  return (
    <div
      role={isNamed ? "region" : undefined}
      {...rest}
      className={`${styles["card"]} ${styles[orientation]} ${tone ? styles[tone] : ""} ${className}`}
    />
  );
}
