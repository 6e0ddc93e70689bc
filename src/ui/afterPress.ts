let pressed = false;
let waiting: (() => void)[] = [];

/**
 * Runs `work` now, or while a pointer is pressed, once it is let go. What moves the page between press and release
 * takes the pressed button away from below the pointer, and the click with it.
 */
export function afterPress(work: () => void): void {
  if (pressed) waiting.push(work);
  else work();
}

function release(): void {
  pressed = false;
  const due = waiting;
  waiting = [];
  for (const work of due) work();
}

window.addEventListener("pointerdown", () => (pressed = true), { capture: true });
window.addEventListener("pointerup", release);
window.addEventListener("pointercancel", release);
