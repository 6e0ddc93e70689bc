import type { HTMLAttributes } from "react";
import styles from "./Card.module.css";

export interface CardProps extends HTMLAttributes<HTMLElement> {
  /** Marks something in progress. */
  accent?: boolean;
}

/** A framed section: the run card, a stamp, an alert. Fluent's Card weighs 7 KB for a frame that is never selected. */
export function Card({ accent = false, className = "", ...rest }: CardProps) {
  return <section {...rest} className={`${styles["card"]} ${accent ? styles["accent"] : ""} ${className}`} />;
}
