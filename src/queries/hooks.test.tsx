// @vitest-environment happy-dom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { json } from "../api/testing/fakeArm.ts";
import { trackElsewhere } from "../domain/operation.ts";
import { operationPath } from "../domain/stamp.ts";
import { DAY, NOON } from "../domain/testing/fixtures.ts";
import { SessionContext } from "../session/SessionContext.ts";
import type { StampSession } from "../session/stampSession.ts";
import {
  countBetween,
  fakeFleet,
  MINUTE,
  SECOND,
  type FakeFleet,
  type FakeRequest,
} from "./testing/fakeFleet.ts";
import { usePrune } from "./usePrune.ts";
import { useStampPolling } from "./useStampPolling.ts";
import { useStartBackup } from "./useStartBackup.ts";

let fleet: FakeFleet;
let session: StampSession;

beforeEach(() => {
  // happy-dom has the name of Web Locks and nothing behind it.
  for (let owner: object | null = navigator; owner; owner = Reflect.getPrototypeOf(owner))
    Reflect.deleteProperty(owner, "locks");
  vi.useFakeTimers({ now: NOON + 30 * DAY });
  fleet = fakeFleet(1);
  const [only] = fleet.sessions;
  if (!only) throw new Error("no stamp");
  session = only;
});
afterEach(() => {
  cleanup();
  fleet.queryClient.clear();
  vi.useRealTimers();
});

function Page({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={fleet.queryClient}>
      <SessionContext value={session}>{children}</SessionContext>
    </QueryClientProvider>
  );
}

const letPass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const sent = (what: FakeRequest["what"]) => fleet.requests.filter((request) => request.what === what);

describe("useStampPolling", () => {
  const poll = (paused = false) =>
    renderHook(({ paused: now }) => useStampPolling(now), { wrapper: Page, initialProps: { paused } });

  test("asks again at a moment of the page's own, then every 30 s for the list and every 60 s for the location", async () => {
    session.seed = 0.5;
    poll();
    await letPass(5 * MINUTE);
    const waits = (what: FakeRequest["what"]) => {
      const times = sent(what).map(({ at }) => at);
      return times.slice(1).map((at, index) => Math.round((at - (times[index] ?? Number.NaN)) / SECOND));
    };
    expect(waits("list")).toEqual([23, ...Array.from({ length: 9 }, () => 30)]);
    expect(waits("location")).toEqual([45, 60, 60, 60, 60]);
  });

  test("asks as often when the page renders all the time", async () => {
    const page = poll();
    for (let renders = 0; renders < 100; renders += 1) {
      await letPass(3 * SECOND);
      page.rerender({ paused: false });
    }
    // 20 s and 41 s after the first answer, by this page's own number, then as usual.
    expect([sent("list").length, sent("location").length]).toEqual([11, 6]);
  });

  test("asks for the list every 10 s while a backup runs", async () => {
    const path = operationPath(session.stamp, "b2");
    session.operations.update(() => [trackElsewhere("b2", path, session.now(), session.now())]);
    poll();
    await letPass(MINUTE);
    const before = sent("list").length;
    await letPass(MINUTE);
    expect(sent("list").length - before).toBe(6);
  });

  test("asks once and no more while refreshing is paused, and at once when it goes on", async () => {
    const page = poll(true);
    await letPass(5 * MINUTE);
    expect([sent("list").length, sent("location").length]).toEqual([1, 1]);
    page.rerender({ paused: false });
    await letPass(31 * SECOND);
    expect(sent("list")).toHaveLength(2);
  });

  test("backs off while the stamp does not answer, and is in step again after its first answer", async () => {
    fleet.manners.set("s0", "refuse");
    poll();
    await letPass(10 * MINUTE);
    const failed = sent("list").length;
    expect(failed).toBeGreaterThanOrEqual(12);
    expect(failed).toBeLessThanOrEqual(16);
    fleet.manners.delete("s0");
    await letPass(MINUTE);
    // The first answer at all: the wait after it is shorter.
    const answeredAt = sent("list").at(failed + 1)?.at ?? Number.NaN;
    await letPass(5 * MINUTE);
    expect(countBetween(sent("list"), answeredAt, answeredAt + 5 * MINUTE)).toBe(10);
  });
});

describe("useStartBackup", () => {
  const openPage = () => renderHook(() => useStartBackup(), { wrapper: Page });

  test("sends one POST for two presses, and asks for the list once it is accepted", async () => {
    const { result } = openPage();
    act(() => {
      void result.current.start(false);
      void result.current.start(false);
    });
    expect(result.current.pending).toBe(true);
    await letPass(SECOND);
    expect(sent("start")).toHaveLength(1);
    expect(result.current).toMatchObject({ pending: false, outcome: { kind: "sent", unclear: false } });
    expect(session.operations.get().operations).toMatchObject([{ kind: "running", origin: "here" }]);
  });

  test("keeps a refusal until it is dismissed, also when the page was left meanwhile", async () => {
    fleet.answers.set("start", () =>
      json(409, { error: { code: "UpdateInProgress", message: "Updating." } }),
    );
    const left = openPage();
    act(() => void left.result.current.start(false));
    left.unmount();
    await letPass(SECOND);
    const { result } = openPage();
    expect(result.current.outcome).toMatchObject({
      kind: "refused",
      failure: { kind: "conflict", code: "UpdateInProgress" },
    });
    expect(session.operations.get().operations).toEqual([]);
    act(() => result.current.dismiss());
    expect(result.current.outcome).toBeNull();
  });

  test("calls a start without an answer unclear, and sends nothing again", async () => {
    fleet.manners.set("s0", "refuse");
    const { result } = openPage();
    act(() => void result.current.start(false));
    await letPass(MINUTE);
    expect(result.current.outcome).toEqual({ kind: "sent", unclear: true });
    act(() => void result.current.start(false));
    await letPass(MINUTE);
    expect(result.current.outcome).toEqual({ kind: "busy" });
    expect(sent("start")).toHaveLength(1);
  });

  describe("in a browser that says it is offline", () => {
    const goOffline = () => {
      vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
      window.dispatchEvent(new Event("offline"));
    };
    afterEach(() => {
      vi.restoreAllMocks();
      window.dispatchEvent(new Event("online"));
    });
    const openPolled = () => renderHook(() => (useStampPolling(false), useStartBackup()), { wrapper: Page });

    test("sends nothing, also where an answer was under way when the network went", async () => {
      fleet.answers.set("list", () => json(200, { value: [] }, { Date: new Date().toUTCString() }));
      const { result } = openPolled();
      await letPass(50);
      fleet.manners.set("s0", "refuse");
      act(goOffline);
      await letPass(SECOND);
      expect(session.answeredRequestAt).not.toBeNull();
      act(() => void result.current.start(false));
      await letPass(SECOND);
      expect(result.current.outcome).toMatchObject({ kind: "refused", failure: { kind: "offline" } });
      expect(sent("start")).toHaveLength(0);
    });

    test("starts where the stamp has answered since, as behind an air gap", async () => {
      const { result } = openPolled();
      await letPass(SECOND);
      act(goOffline);
      await letPass(MINUTE);
      act(() => void result.current.start(false));
      await letPass(SECOND);
      expect(result.current.outcome).toEqual({ kind: "sent", unclear: false });
    });
  });
});

describe("usePrune", () => {
  const openPane = () => renderHook(() => usePrune(), { wrapper: Page });
  const paths = (...pathsToDelete: string[]) => json(200, { properties: { pathsToDelete } });

  test("is one at a time, goes on while its pane is closed, and finds the paths of the dry run", async () => {
    const closed = openPane();
    act(() => {
      closed.result.current.start(true);
      closed.result.current.start(false);
    });
    await letPass(SECOND);
    expect(closed.result.current.state).toMatchObject({ kind: "running", dryRun: true, trouble: null });
    closed.unmount();
    fleet.answers.set("operation", () => paths("a", "b"));
    await letPass(2 * MINUTE);
    expect(openPane().result.current.state).toMatchObject({ kind: "found", paths: ["a", "b"] });
    expect(sent("prune")).toHaveLength(1);
  });

  test("asks for list and location after a pruning, which changes both", async () => {
    renderHook(() => useStampPolling(true), { wrapper: Page });
    await letPass(SECOND);
    const { result } = openPane();
    act(() => result.current.start(false));
    fleet.answers.set("operation", () => paths());
    await letPass(2 * MINUTE);
    expect(result.current.state).toEqual({ kind: "pruned", paths: [] });
    expect([sent("list").length, sent("location").length]).toEqual([2, 2]);
  });

  test("says that it was refused, and that nothing is known of one without an answer", async () => {
    fleet.answers.set("prune", () => json(403, { error: { code: "AuthorizationFailed", message: "No." } }));
    const { result } = openPane();
    act(() => result.current.start(true));
    await letPass(SECOND);
    expect(result.current.state).toMatchObject({ kind: "failed", dryRun: true, why: { kind: "refused" } });
    fleet.manners.set("s0", "refuse");
    act(() => result.current.start(false));
    await letPass(SECOND);
    expect(result.current.state).toMatchObject({ kind: "failed", dryRun: false, why: { kind: "unclear" } });
  });
});
