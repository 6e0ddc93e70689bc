import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type RefObject,
} from "react";
import { flushSync } from "react-dom";

/** A cell of a grid: index of its row in the whole list, −1 for the header's, and of its column among those shown. */
export interface GridCell {
  index: number;
  column: number;
}

export interface GridNavigation {
  /** To be spread on an element around the grid. */
  around: HTMLAttributes<HTMLDivElement> & { ref: RefObject<HTMLDivElement | null> };
  /** The one cell that Tab reaches. Its row must be rendered, wherever the page is scrolled to. */
  stop: GridCell;
  /** Gives the focus back to `stop` when what had it was taken off the page. */
  keepFocus: () => void;
}

export interface GridNavigationOptions {
  /** Whether arrows reach the header too: for one whose every cell has a button. */
  header?: boolean;
}

const START = { key: "", index: 0, column: 0 };

/**
 * Arrow keys, Home, End, Ctrl+Home and Ctrl+End in a grid with one Tab stop. Rows are found by their aria-rowindex (the
 * header's is 1), and need not be rendered before they are wanted.
 */
export function useGridNavigation(
  rows: readonly { key: string }[],
  { header = false }: GridNavigationOptions = {},
): GridNavigation {
  const ref = useRef<HTMLDivElement>(null);
  const focused = useRef(false);
  const [place, setPlace] = useState(START);
  const top = header ? -1 : 0;
  const last = rows.length - 1;
  // By key, as polls move rows; a row that is gone leaves the stop to the one in its place.
  const found = rows.findIndex(({ key }) => key === place.key);
  const stop = { index: found < 0 ? Math.min(place.index, last) : found, column: place.column };

  const moveTo = ({ index, column }: GridCell) => setPlace({ key: rows[index]?.key ?? "", index, column });
  const keepFocus = () => {
    if (focused.current && document.activeElement === document.body)
      focusableAt(ref.current, stop)?.focus({ preventScroll: true });
  };
  useLayoutEffect(keepFocus);

  const inHeader = header && stop.index < 0;
  const { column } = stop;
  useEffect(() => {
    const grid = ref.current;
    if (!inHeader || !grid) return;
    // A narrow page hides what is in the header: the stop goes back to a row, and the focus with it.
    const observer = new ResizeObserver(() => {
      if (isShown(focusableAt(grid, { index: -1, column }))) return;
      const held = focused.current;
      flushSync(() => setPlace(START));
      if (held) focusableAt(grid, START)?.focus({ preventScroll: true });
    });
    observer.observe(grid);
    return () => observer.disconnect();
  }, [inHeader, column]);

  const onKeyDown = (event: KeyboardEvent) => {
    const from = cellOf(ref.current, event.target, top);
    const to = from && targetOf(event, from, top, last);
    if (!to) return;
    event.preventDefault();
    // The row left behind may go with this: its focus is not to be kept, which would not scroll.
    focused.current = false;
    flushSync(() => moveTo(to));
    // Nothing there, or nothing to be seen: the part that renders far rows has not come yet; a narrow page's header.
    const focusable = focusableAt(ref.current, to);
    focusable?.focus();
    if (document.activeElement !== focusable) {
      setPlace(place);
      focusableAt(ref.current, from)?.focus();
    }
    focused.current = true;
  };
  const onFocus = (event: FocusEvent) => {
    focused.current = true;
    const at = cellOf(ref.current, event.target, top);
    if (at && (at.index !== stop.index || at.column !== stop.column || found < 0)) moveTo(at);
  };
  const onBlur = () => {
    focused.current = false;
  };
  return { around: { ref, onKeyDown, onFocus, onBlur }, stop, keepFocus };
}

/** Cells that are not shown are passed over. */
function cellsAt(grid: HTMLElement | null, index: number): HTMLElement[] {
  const cells = grid?.querySelectorAll<HTMLElement>(`[aria-rowindex="${index + 2}"] > *`) ?? [];
  return [...cells].filter((cell) => cell.getClientRects().length > 0);
}

function focusableAt(grid: HTMLElement | null, { index, column }: GridCell): HTMLElement | undefined {
  const cell = cellsAt(grid, index)[column];
  return cell?.querySelector<HTMLElement>("a,button,input") ?? cell;
}

interface FoundCell extends GridCell {
  lastColumn: number;
}

function isShown(element: HTMLElement | undefined): boolean {
  return element !== undefined && getComputedStyle(element).visibility === "visible";
}

function cellOf(grid: HTMLElement | null, target: EventTarget, top: number): FoundCell | null {
  if (!(target instanceof Element)) return null;
  const index = Number(target.closest("[aria-rowindex]")?.getAttribute("aria-rowindex")) - 2;
  const cells = cellsAt(grid, index);
  const column = cells.findIndex((cell) => cell.contains(target));
  return index < top || column < 0 ? null : { index, column, lastColumn: cells.length - 1 };
}

function targetOf(event: KeyboardEvent, from: FoundCell, top: number, last: number): GridCell | null {
  const { index, column, lastColumn } = from;
  switch (event.key) {
    case "ArrowDown":
      return { column, index: Math.min(index + 1, last) };
    case "ArrowUp":
      return { column, index: Math.max(index - 1, top) };
    case "ArrowRight":
      return { index, column: Math.min(column + 1, lastColumn) };
    case "ArrowLeft":
      return { index, column: Math.max(column - 1, 0) };
    case "Home":
      return { index: event.ctrlKey ? 0 : index, column: 0 };
    case "End":
      return { index: event.ctrlKey ? last : index, column: lastColumn };
    default:
      return null;
  }
}
