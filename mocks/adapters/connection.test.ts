import { expect, test } from "vitest";
import { watchConnection } from "./connection.ts";

test("pulling the network cuts the mocked stamp off until it is back", () => {
  const page = new EventTarget();
  const isCut = watchConnection(page);
  const seen = ["offline", "offline", "online", "offline"].map((name) => {
    page.dispatchEvent(new Event(name));
    return isCut();
  });
  expect(seen).toEqual([true, true, false, true]);
});

test("a page loaded without a network has its stamp all the same", () => {
  expect(watchConnection(new EventTarget())()).toBe(false);
});
