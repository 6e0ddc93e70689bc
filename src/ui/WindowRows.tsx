import { defaultRangeExtractor, useWindowVirtualizer, type Range } from "@tanstack/react-virtual";
import { Fragment, useCallback, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from "react";
import type { GridNavigation } from "./useGridNavigation.ts";

/** Until a row has been measured. */
const ROW_HEIGHT = 44;
const OVERSCAN = 12;

// Where the browser itself keeps what is read in its place, correcting the scroll position too would do so twice.
const ANCHORS = CSS.supports("overflow-anchor", "auto");

export interface WindowRowsProps extends Pick<GridNavigation, "stop" | "keepFocus"> {
  rows: readonly { key: string }[];
  /** Key of a row that stays on the page wherever it is scrolled to; null for none. */
  selected: string | null;
  /** Draws the row at that place; `measure` is its element's ref. */
  renderRow: (index: number, measure: (row: HTMLElement | null) => void) => ReactNode;
  gapClass: string | undefined;
}

/**
 * Rows of a long list: those in sight, the Tab stop's and the selected one's, with gaps in place of the others. They
 * stay in the flow of the table, so that a cell can be focused, and scrolled to by that, like any other.
 */
export function WindowRows({ rows, selected, renderRow, gapClass, stop, keepFocus }: WindowRowsProps) {
  const top = useRef<HTMLTableRowElement>(null);
  const height = useRef(ROW_HEIGHT);
  const [margin, setMargin] = useState(0);
  const kept = [stop.index, rows.findIndex(({ key }) => key === selected)].filter((index) => index >= 0);
  // oxlint-disable-next-line react/incompatible-library -- nothing is compiled here; what rows get of it never changes
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: rows.length,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    estimateSize: () => height.current,
    measureElement: (row) => row.getBoundingClientRect().height,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan: OVERSCAN,
    scrollMargin: margin,
    rangeExtractor: (range) => withKept(range, kept),
  });
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ANCHORS ? () => false : undefined;

  useLayoutEffect(() => {
    const gap = top.current;
    const body = gap?.parentElement;
    if (!gap || !body) return;
    let width = 0;
    const look = () => {
      setMargin(gap.getBoundingClientRect().top + window.scrollY);
      const first = width === 0 ? undefined : virtualizer.range?.startIndex;
      const box = body.getBoundingClientRect();
      if (box.width === width) return;
      width = box.width;
      // Another width is another height for all rows; those in sight tell which, and stay in sight.
      height.current = body.querySelector("[data-index]")?.getBoundingClientRect().height ?? ROW_HEIGHT;
      virtualizer.measure();
      for (const row of virtualizer.elementsCache.values()) virtualizer.measureElement(row);
      if (first !== undefined && box.top < 0) virtualizer.scrollToIndex(first, { align: "start" });
    };
    const observer = new ResizeObserver(look);
    observer.observe(body);
    // What comes and goes above the list changes the height of the page.
    observer.observe(document.body);
    look();
    return () => observer.disconnect();
  }, [virtualizer]);

  // These rows replace those that stood here until this part was there.
  const keepFocusOnce = useRef(keepFocus);
  useLayoutEffect(() => keepFocusOnce.current(), []);

  const items = virtualizer.getVirtualItems();
  const end = margin + virtualizer.getTotalSize();
  return (
    <>
      <Gap ref={top} className={gapClass} height={(items[0]?.start ?? end) - margin} />
      {items.map(({ index, key, start }, nth) => {
        const before = items[nth - 1];
        return (
          <Fragment key={key}>
            {before && before.index + 1 < index && <Gap className={gapClass} height={start - before.end} />}
            {renderRow(index, virtualizer.measureElement)}
          </Fragment>
        );
      })}
      <Gap className={gapClass} height={end - (items.at(-1)?.end ?? end)} />
    </>
  );
}

function withKept(range: Range, kept: number[]): number[] {
  return [...new Set([...defaultRangeExtractor(range), ...kept])].toSorted((a, b) => a - b);
}

interface GapProps {
  height: number;
  className: string | undefined;
  ref?: Ref<HTMLTableRowElement>;
}

function Gap({ height, className, ref = null }: GapProps) {
  return <tr ref={ref} role="presentation" aria-hidden className={className} style={{ height }} />;
}
