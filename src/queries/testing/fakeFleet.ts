import type { QueryClient } from "@tanstack/react-query";
import { vi } from "vitest";
import { backupWire, json, locationPath, stamp } from "../../api/testing/fakeArm.ts";
import type { StampAuth } from "../../domain/stamp.ts";
import { createQueryClient } from "../queryClient.ts";
import { createStampSession, type SessionWorld, type StampSession } from "../../session/stampSession.ts";

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

const GOLDEN_RATIO = 0.618;

/** What a fake stamp does with a request: answers after so many milliseconds, or one of these. */
export type Manner = number | "hang" | "refuse";

export interface FakeRequest {
  stampId: string;
  what: "list" | "location" | "alerts" | "operation" | "start" | "prune";
  at: number;
}

export interface FakeFleet {
  sessions: StampSession[];
  queryClient: QueryClient;
  requests: FakeRequest[];
  manners: Map<string, Manner>;
  /** Answers in place of the usual ones. */
  answers: Map<FakeRequest["what"], () => Response>;
  /** How many requests are under way, and the most that ever were. */
  underWay: { now: number; most: number };
}

/** Stamps s0, s1, … behind one fake network, in the time of vitest's fake clock. */
export function fakeFleet(
  count: number,
  authOf: (index: number) => StampAuth["kind"] = () => "none",
): FakeFleet {
  const requests: FakeRequest[] = [];
  const manners = new Map<string, Manner>();
  const answers: FakeFleet["answers"] = new Map();
  const underWay = { now: 0, most: 0 };
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    const stampId = new URL(url).hostname.split(".")[0] ?? "";
    const what = whatOf(url);
    requests.push({ stampId, what, at: Date.now() });
    underWay.now += 1;
    underWay.most = Math.max(underWay.most, underWay.now);
    try {
      await wait(manners.get(stampId) ?? 100, init.signal);
      return answers.get(what)?.() ?? answerOf(what);
    } finally {
      underWay.now -= 1;
    }
  };
  let ids = 0;
  let draws = 0;
  const world: SessionWorld = {
    fetch,
    pageUrl: "https://console.example/index.html",
    storage: null,
    tick: () => Date.now(),
    wallClock: () => Date.now(),
    // Spread evenly: stamps differ in it as they do in a browser.
    random: () => (draws += GOLDEN_RATIO) % 1,
    newId: () => `id-${(ids += 1)}`,
    requestCount: () => requests.length,
    clockRate: 1,
  };
  const sessions = Array.from({ length: count }, (_, index) => {
    const kind = authOf(index);
    const auth: StampAuth = kind === "token" ? { kind } : { kind: "none" };
    return createStampSession(
      { ...stamp, id: `s${index}`, armBase: `https://s${index}.example`, auth },
      world,
    );
  });
  return { sessions, queryClient: createQueryClient(), requests, manners, answers, underWay };
}

function whatOf(url: string): FakeRequest["what"] {
  if (url.includes("/createBackup")) return "start";
  if (url.includes("/pruneExternalStore")) return "prune";
  if (url.includes("/operationResults/")) return "operation";
  if (url.includes("/alerts?")) return "alerts";
  return url.includes("/backups?") ? "list" : "location";
}

function wait(manner: Manner, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
    if (manner === "refuse") reject(new TypeError("Failed to fetch"));
    else if (manner !== "hang") setTimeout(resolve, manner);
  });
}

function answerOf(what: FakeRequest["what"]): Response {
  switch (what) {
    case "list":
      return json(200, { value: [backupWire("b1", { createdDateTime: "2020-03-04T12:00:00Z" })] });
    case "location":
      return json(200, { name: "redmond", properties: { externalStoreDefault: { path: "\\\\fs\\b" } } });
    case "alerts":
      return json(200, { value: [] });
    case "operation":
      return json(202, undefined, { "Retry-After": "60" });
    case "start":
    case "prune": {
      const path = `${locationPath}/operationResults/${vi.getRealSystemTime()}-a`;
      return json(202, undefined, { Location: path, "Retry-After": "60" });
    }
  }
}

/** How many requests were sent within [from, to) ms. */
export function countBetween(requests: readonly FakeRequest[], from: number, to: number): number {
  return requests.filter(({ at }) => at >= from && at < to).length;
}
