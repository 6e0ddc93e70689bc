import type { RunCardProps } from "./RunCard.tsx";
import type { CurrentRun as Run } from "../../domain/currentRun.ts";
import { lazyPart } from "../../ui/lazyPart.tsx";
import styles from "./CurrentRun.module.css";

// 9 KB with Fluent's ProgressBar, Popover and Spinner, which most visits never show.
const RunCard = lazyPart(() => import("./RunCard.tsx").then((module) => module.RunCard));

/** Loads the card ahead, while the operator reads the question whether to start. */
export const { preload: preloadRunCard } = RunCard;

/** The run card, or the room it is about to take; nothing while there is no run to show. */
export function CurrentRun({ run, ...rest }: Omit<RunCardProps, "run"> & { run: Run }) {
  if (run === null) return null;
  return <RunCard run={run} {...rest} fallback={<div className={styles["frame"]} />} />;
}
