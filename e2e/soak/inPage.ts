// What runs inside the pages of a soak. Each exported function is sent to them as text: it uses nothing of this module.

interface Controller {
  runFor(ms: number): Promise<void>;
  fastForward(ms: number): Promise<void>;
  countTimers(): number;
  performanceNow(): number;
  _firstTimer(): { callAt: number } | null;
}

declare global {
  interface Window {
    /** Playwright's installed clock. Its own methods add a script to the context at every step: 100,000 in a week. */
    __pwClock: { controller: Controller };
    soak: {
      /** Questions to the stamp that have no whole answer yet. */
      underWay: number;
      /** The stamp's time is this and the page's ticks. */
      startAt: number;
      /** Another tab, which this one has opened: one process runs both, in step. */
      other: Window | null;
      /** In real time. */
      wait: (ms: number) => Promise<void>;
    };
  }
}

/** What a request's id begins with; after it the stamp's time at which it was sent. */
export const SENT_AT = "soak-";

/** Comes before the clock is installed: counts what is under way, and tells the stamp when each question was sent. */
export function watchQuestions(sentAt: string): void {
  const send = window.fetch.bind(window);
  const later = window.setTimeout.bind(window);
  const soak: Window["soak"] = {
    underWay: 0,
    startAt: Number.NaN,
    other: null,
    wait: (ms) => new Promise((done) => later(done, ms)),
  };
  window.soak = soak;
  window.fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (!Number.isNaN(soak.startAt) && headers.has("x-ms-client-request-id"))
      headers.set("x-ms-client-request-id", `${sentAt}${soak.startAt + performance.now()}`);
    soak.underWay += 1;
    const end = () => void (soak.underWay -= 1);
    try {
      const response = await send(input, { ...init, headers });
      void response.clone().arrayBuffer().then(end, end);
      return response;
    } catch (error) {
      end();
      throw error;
    }
  };
}

/** Lets time pass, from one timer to the next: the clocks of all tabs stand still until the stamp has answered. */
export async function runTabs(ms: number): Promise<void> {
  const patienceMs = 2_000;
  const tabs = window.soak.other ? [window, window.soak.other] : [window];
  const underWay = () => tabs.reduce((sum, tab) => sum + tab.soak.underWay, 0);
  // Questions that a fault leaves without an answer: the clock goes on.
  let left = 0;
  for (let passed = 0; passed < ms;) {
    const waits = tabs.map(({ __pwClock: { controller } }) => {
      const timer = controller._firstTimer();
      return timer ? timer.callAt - controller.performanceNow() : ms;
    });
    const step = Math.min(ms - passed, Math.max(0, Math.ceil(Math.min(...waits))));
    await Promise.all(tabs.map((tab) => tab.__pwClock.controller.runFor(step)));
    passed += step;
    left = Math.min(left, underWay());
    for (let waited = 0; underWay() > left && waited < patienceMs; waited += 2) await window.soak.wait(2);
    left = underWay();
  }
}
