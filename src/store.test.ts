import { expect, test, vi } from "vitest";
import { createStore } from "./store.ts";

test("listeners hear of another value, and not of the same one", () => {
  const store = createStore("a");
  const listener = vi.fn();
  const leave = store.subscribe(listener);
  store.set("a");
  expect(listener).not.toHaveBeenCalled();
  store.set("b");
  expect(store.get()).toBe("b");
  expect(listener).toHaveBeenCalledTimes(1);
  leave();
  store.set("c");
  expect(listener).toHaveBeenCalledTimes(1);
});

test("what attends a store runs while somebody listens", () => {
  const log: string[] = [];
  const store = createStore(0, () => {
    log.push("begins");
    return () => log.push("ends");
  });
  const leaves = [store.subscribe(() => undefined), store.subscribe(() => undefined)];
  for (const leave of leaves) leave();
  leaves[0]?.();
  store.subscribe(() => undefined);
  expect(log).toEqual(["begins", "ends", "begins"]);
});
