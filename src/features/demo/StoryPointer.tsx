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
      // In the middle, clear of toasts and of what stays at the edges; what is higher than the page from its start.
      if (inSight)
        target.scrollIntoView({ block: target.offsetHeight < innerHeight / 2 ? "center" : "nearest" });
      const { left, top, right, bottom } = shownPart(target);
      element.hidden = right <= left || bottom <= top;
      element.style.translate = `${left}px ${top}px`;
      element.style.width = `${right - left}px`;
      element.style.height = `${bottom - top}px`;
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

/** The part of an element that nothing around it cuts off, with the gap: a frame must not reach into other columns. */
function shownPart(element: HTMLElement) {
  const own = element.getBoundingClientRect();
  let left = Math.max(2, own.left - GAP);
  let top = Math.max(2, own.top - GAP);
  let right = Math.min(innerWidth - 2, own.right + GAP);
  let bottom = Math.min(innerHeight - 2, own.bottom + GAP);
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(around);
    const box = around.getBoundingClientRect();
    if (overflowX !== "visible") [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    if (overflowY !== "visible") [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
  }
  return { left, top, right, bottom };
}
