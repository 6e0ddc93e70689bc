// What runs inside a measured page. Each exported function is sent to the page as text: it uses nothing of this module.
import type { Page } from "@playwright/test";

/** What a page has been seen to do. Instants in ms since its navigation began. */
export interface Probe {
  /** When the rows had been painted. */
  rowsAt: number | null;
  longTasks: { at: number; ms: number }[];
  shift: number;
  /** Since they are watched: when (epoch ms) and what. */
  mutations: { at: number; what: string }[];
  /** Calls back once a frame with all that is on the page now has been handed on. */
  afterPaint: (done: () => void) => void;
}

declare global {
  interface Window {
    bench: Probe;
  }
}

/** Enough rows to fill the window; a virtualized list has no more of them on the page. */
const ROWS_SEEN = 14;

/** Watches every page that is opened in here from its first moment on. */
export function watchPage(page: Page): Promise<unknown> {
  return page.addInitScript(installProbe, ROWS_SEEN);
}

function installProbe(rowsSeen: number): void {
  const probe: Probe = {
    rowsAt: null,
    longTasks: [],
    shift: 0,
    mutations: [],
    afterPaint(done) {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", done);
        port1.start();
        port2.postMessage(null);
      });
    },
  };
  window.bench = probe;
  const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
    }).observe({ type, buffered: true });
  observe("longtask", ({ startTime, duration }) => probe.longTasks.push({ at: startTime, ms: duration }));
  observe("layout-shift", (entry) => {
    if ("value" in entry && typeof entry.value === "number") probe.shift += entry.value;
  });
  const rows = document.getElementsByTagName("tr");
  const seen = (): boolean => {
    // The header is one more; a row without a word in it is a placeholder.
    const last = rows[rowsSeen];
    return Boolean(last?.closest("tbody") && last.textContent?.trim());
  };
  const observer = new MutationObserver(() => {
    if (!seen()) return;
    observer.disconnect();
    probe.afterPaint(() => (probe.rowsAt = performance.now()));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Begins to note every change of the page. */
export function watchMutations(): void {
  const nameOf = (node: Node): string => {
    const element = node instanceof Element ? node : node.parentElement;
    return element ? `${element.localName}${element.id ? `#${element.id}` : ""}` : node.nodeName;
  };
  new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) {
      const text = type === "attributes" ? ` ${attributeName}` : ` ${target.textContent?.slice(0, 40)}`;
      window.bench.mutations.push({ at: Date.now(), what: `${type} ${nameOf(target)}${text}` });
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
}

/** How a click was answered: ms from the click itself. */
export interface Feedback {
  /** Until its handlers ran. */
  inputDelayMs: number;
  /** Until a frame with the feedback in it had been painted. */
  paintedMs: number;
  /** Until the first paint after the click, feedback or not, as Event Timing says it (in steps of 8 ms). */
  nextPaintMs: number | null;
}

/** From now on: how the next click is answered by an element that matches `selector`. */
export function feedbackTo(selector: string): Promise<Feedback> {
  return new Promise((done) => {
    let nextPaintMs: number | null = null;
    const timing = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === "click") nextPaintMs = duration;
    });
    // Event Timing's shortest threshold, which TypeScript's DOM does not know.
    const options: PerformanceObserverInit & { durationThreshold: number } = {
      type: "event",
      durationThreshold: 16,
    };
    timing.observe(options);
    const onClick = (event: MouseEvent) => {
      const inputDelayMs = performance.now() - event.timeStamp;
      const look = () => {
        if (!document.querySelector(selector)) return;
        observer.disconnect();
        window.bench.afterPaint(() => {
          const paintedMs = performance.now() - event.timeStamp;
          // Event Timing's own entry comes a little after the frame.
          setTimeout(() => {
            timing.disconnect();
            done({ inputDelayMs, paintedMs, nextPaintMs });
          }, 300);
        });
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    };
    document.addEventListener("click", onClick, { capture: true, once: true });
  });
}

/** How the page scrolls: one step a frame, then to the very end. */
export interface Scrolled {
  longestFrameMs: number;
  medianFrameMs: number;
  /** From the jump until rows had been painted where it led. */
  endMs: number;
}

/** Scrolls the page by `steps` windows, a frame each, and then to its end. */
export async function scrollThrough(steps: number): Promise<Scrolled> {
  const body = document.querySelector("tbody");
  let box: Element | null = body?.parentElement ?? null;
  while (
    box &&
    !(box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))
  ) {
    box = box.parentElement;
  }
  const scroller = box ?? document.documentElement;
  const painted = () => new Promise<number>((done) => window.bench.afterPaint(() => done(performance.now())));
  const frames: number[] = [];
  let last = await painted();
  for (let step = 0; step < steps; step += 1) {
    scroller.scrollTop += scroller.clientHeight * 0.9;
    const now = await painted();
    frames.push(now - last);
    last = now;
  }
  const isRowInView = () => {
    const { top, left, width } = body?.getBoundingClientRect() ?? { top: 0, left: 0, width: 0 };
    const y = Math.max(top, innerHeight / 2);
    return (
      document
        .elementFromPoint(left + width / 2, y)
        ?.closest("tbody tr")
        ?.textContent?.trim() !== ""
    );
  };
  const from = performance.now();
  scroller.scrollTop = scroller.scrollHeight;
  let to = await painted();
  while (!isRowInView() && to - from < 60_000) to = await painted();
  frames.sort((a, b) => a - b);
  return {
    longestFrameMs: frames.at(-1) ?? 0,
    medianFrameMs: frames[Math.floor(frames.length / 2)] ?? 0,
    endMs: to - from,
  };
}
