// What runs inside a measured page. Each exported function is sent to the page as text: it uses nothing of this module.
import type { Page } from "@playwright/test";

/** What a page has been seen to do. Instants in ms since its navigation began. */
export interface Probe {
  /** When the rows had been painted. */
  rowsAt: number | null;
  /** How long each took, ms. */
  longTasks: number[];
  shift: number;
  /** Since they are watched. */
  mutations: Mutation[];
  /** Calls back once a frame with all that is on the page now has been handed on. */
  afterPaint: (done: () => void) => void;
}

export interface Mutation {
  /** Epoch ms. */
  at: number;
  what: string;
  /** The time of the last answer, which each poll renews, or an age, which the clock does. */
  isTime: boolean;
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
  observe("longtask", ({ duration }) => probe.longTasks.push(duration));
  observe("layout-shift", (entry) => {
    if ("value" in entry && typeof entry.value === "number") probe.shift += entry.value;
  });
  // A table row in the floor, an element with that role in the console.
  const rows = document.getElementsByClassName("fui-TableRow");
  const seen = (): boolean => {
    // The header is one more; a row without a word in it is a placeholder.
    const last = rows[rowsSeen];
    return Boolean(last?.closest(".fui-TableBody") && last.textContent?.trim());
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
  new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const isText = type === "characterData" || element?.localName === "time";
      window.bench.mutations.push({
        at: Date.now(),
        what: `${type} ${element?.localName} ${attributeName ?? target.textContent?.slice(0, 40)}`,
        isTime: isText && /^Updated |\bago\b/.test(target.textContent ?? ""),
      });
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
}

/** How a click was answered: ms from the click itself. */
export interface Feedback {
  /** Until its handlers ran. */
  inputDelayMs: number;
  /** Until a frame with the feedback in it had been painted. */
  paintedMs: number;
}

/** From now on: how the next click is answered by an element that matches `selector`. */
export function feedbackTo(selector: string): Promise<Feedback> {
  return new Promise((done) => {
    const onClick = (event: MouseEvent) => {
      const inputDelayMs = performance.now() - event.timeStamp;
      const look = () => {
        if (!document.querySelector(selector)) return;
        observer.disconnect();
        window.bench.afterPaint(() => done({ inputDelayMs, paintedMs: performance.now() - event.timeStamp }));
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
  /** From the jump until rows had been painted where it led. */
  endMs: number;
}

/** Scrolls the page by `steps` windows, a frame each, and then to its end. */
export async function scrollThrough(steps: number): Promise<Scrolled> {
  const body = document.querySelector(".fui-TableBody");
  const scroller = body?.closest(".blade-content");
  if (!body || !scroller) throw new Error("The list is not in the blade.");
  const painted = () => new Promise<number>((done) => window.bench.afterPaint(() => done(performance.now())));
  let longestFrameMs = 0;
  let last = await painted();
  for (let step = 0; step < steps; step += 1) {
    scroller.scrollTop += scroller.clientHeight * 0.9;
    const now = await painted();
    longestFrameMs = Math.max(longestFrameMs, now - last);
    last = now;
  }
  const isRowInView = () => {
    const { top, left, width } = body.getBoundingClientRect();
    const y = Math.max(top, innerHeight / 2);
    const row = document.elementFromPoint(left + width / 2, y)?.closest(".fui-TableBody .fui-TableRow");
    return Boolean(row?.textContent?.trim());
  };
  const from = performance.now();
  scroller.scrollTop = scroller.scrollHeight;
  let to = await painted();
  while (!isRowInView() && to - from < 60_000) to = await painted();
  return { longestFrameMs, endMs: to - from };
}
