import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { Fragment, useCallback, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from "react";

/** Until a row has been measured. */
const ROW_HEIGHT = 36;
const OVERSCAN = 12;

// Browsers with scroll anchoring keep the position themselves; correcting it here too would shift it twice.
const ANCHORS = CSS.supports("overflow-anchor", "auto");

export interface WindowRowsProps {
  rows: readonly { key: string }[];
  /** Keys of rows that stay on the page wherever it is scrolled to: the focused, the selected. */
  kept: readonly (string | null)[];
  /** Told when these rows have replaced those that stood here while this part was fetched. */
  onShown: () => void;
  /** Draws the row at that place; `measure` is its element's ref. */
  renderRow: (index: number, measure: (row: HTMLElement | null) => void) => ReactNode;
}

/**
 * Rows of a long list: those in sight and some that the keyboard can reach from anywhere, with gaps in place of the
 * others. They stay in the flow of the table, so that a cell can be focused, and scrolled to by that, like any other.
 */
export function WindowRows({ rows, kept, onShown, renderRow }: WindowRowsProps) {
  const top = useRef<HTMLDivElement>(null);
  const height = useRef(ROW_HEIGHT);
  const [margin, setMargin] = useState(0);
  const [width, setWidth] = useState(0);
  const keptIndexes = kept
    .map((key) => rows.findIndex((row) => row.key === key))
    .filter((index) => index >= 0);
  // oxlint-disable-next-line react/incompatible-library -- nothing is compiled here; what rows get of it never changes
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scrollingAncestor(top.current),
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    estimateSize: () => height.current,
    measureElement: (row) => row.getBoundingClientRect().height,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan: OVERSCAN,
    scrollMargin: margin,
    rangeExtractor: (range) => withKept(range, keptIndexes),
  });
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ANCHORS ? () => false : undefined;

  // Stays in sight where another width makes all rows another height, or another part of the page scroll. Noted at the
  // known width only: what scrolled until then may be back at its start before the new width is seen.
  const firstInSight = useRef(0);
  const scrolledAt = useRef(0);
  useLayoutEffect(() => {
    if (width !== scrolledAt.current) {
      scrolledAt.current = width;
      if (firstInSight.current > 0) virtualizer.scrollToIndex(firstInSight.current, { align: "start" });
    } else if (top.current?.parentElement?.getBoundingClientRect().width === width)
      firstInSight.current = virtualizer.range?.startIndex ?? 0;
  });

  useLayoutEffect(() => {
    const gap = top.current;
    const body = gap?.parentElement;
    if (!gap || !body) return;
    let known = 0;
    const look = () => {
      const scroller = scrollingAncestor(gap);
      if (!scroller) return;
      const offset = gap.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setMargin(offset + scroller.scrollTop);
      const box = body.getBoundingClientRect();
      if (box.width === known) return;
      known = box.width;
      height.current = body.querySelector("[data-index]")?.getBoundingClientRect().height ?? ROW_HEIGHT;
      virtualizer.measure();
      for (const row of virtualizer.elementsCache.values()) virtualizer.measureElement(row);
      setWidth(box.width);
    };
    const observer = new ResizeObserver(look);
    observer.observe(body);
    // What comes and goes above the list moves it.
    for (const child of scrollingAncestor(gap)?.children ?? []) observer.observe(child);
    look();
    return () => observer.disconnect();
  }, [virtualizer]);

  const shown = useRef(onShown);
  useLayoutEffect(() => shown.current(), []);

  const items = virtualizer.getVirtualItems();
  const end = margin + virtualizer.getTotalSize();
  return (
    <>
      <Gap ref={top} height={(items[0]?.start ?? end) - margin} />
      {items.map(({ index, key, start }, nth) => {
        const before = items[nth - 1];
        return (
          <Fragment key={key}>
            {before && before.index + 1 < index && <Gap height={start - before.end} />}
            {renderRow(index, virtualizer.measureElement)}
          </Fragment>
        );
      })}
      <Gap height={end - (items.at(-1)?.end ?? end)} />
    </>
  );
}

/**
 * With the first and the last row, for Ctrl+Home and Ctrl+End, and each kept row's neighbors, for the arrows: the
 * keyboard moves among the rows that are on the page.
 */
function withKept(range: Range, kept: readonly number[]): number[] {
  const last = range.count - 1;
  const renderedIndices = [0, last, ...kept.flatMap((index) => [index - 1, index, index + 1])];
  return [...new Set([...defaultRangeExtractor(range), ...renderedIndices])]
    .filter((index) => index >= 0 && index <= last)
    .toSorted((a, b) => a - b);
}

/** The nearest ancestor that scrolls: the blade's content, or on narrow pages the page's. */
function scrollingAncestor(element: HTMLElement | null): HTMLElement | null {
  let ancestor = element?.parentElement ?? null;
  while (ancestor && !/auto|scroll/.test(getComputedStyle(ancestor).overflowY))
    ancestor = ancestor.parentElement;
  return ancestor;
}

function Gap({ height, ref = null }: { height: number; ref?: Ref<HTMLDivElement> }) {
  return <div ref={ref} role="presentation" aria-hidden style={{ height }} />;
}
