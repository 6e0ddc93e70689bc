import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import styles from "./StoryPointer.module.css";
import { findPlace } from "./place.ts";
import type { Place } from "./story.ts";

/** Room between the place and the frame around it, px. */
const GAP = 4;

/** How a presenter says that the page is to stay where it is. */
const TAKES_OVER = ["wheel", "touchmove", "pointerdown", "keydown"];

/** A frame around a place on the page: it hides nothing of it, takes no click, and follows where the place goes. */
export function StoryPointer({ place }: { place: Place }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Parts of the page that load above the place push it out of sight, until somebody scrolls.
    let inSight = true;
    const takeOver = () => {
      inSight = false;
    };
    for (const event of TAKES_OVER) addEventListener(event, takeOver, { capture: true, passive: true });
    let next = 0;
    const follow = () => {
      next = requestAnimationFrame(follow);
      const target = findPlace(place);
      const element = frame.current;
      if (!element) return;
      element.hidden = target === null;
      if (!target) return;
      if (inSight) target.scrollIntoView({ block: "nearest" });
      const { left, top, right, bottom } = target.getBoundingClientRect();
      // Not past the window's edge, where a frame would be out of sight.
      const x = Math.max(2, left - GAP);
      const y = Math.max(2, top - GAP);
      element.style.translate = `${x}px ${y}px`;
      element.style.width = `${Math.min(innerWidth - 2, right + GAP) - x}px`;
      element.style.height = `${Math.min(innerHeight - 2, bottom + GAP) - y}px`;
    };
    follow();
    return () => {
      cancelAnimationFrame(next);
      for (const event of TAKES_OVER) removeEventListener(event, takeOver, { capture: true });
    };
  }, [place]);
  return createPortal(
    <div ref={frame} hidden aria-hidden className={styles["frame"]} data-demo data-testid="story-frame" />,
    document.body,
  );
}
