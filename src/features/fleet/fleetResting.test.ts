import { focusManager, onlineManager } from "@tanstack/react-query";
import { describe, expect, test, vi } from "vitest";
import { DAY } from "../../domain/testing/fixtures.ts";
import { countBetween, fakeFleet, MINUTE, SECOND } from "../../queries/testing/fakeFleet.ts";
import { mostWithin, polled, startElsewhere, useFakePage } from "./testing/polledFleet.ts";

useFakePage();

describe("paused, hidden, asleep, in focus again", () => {
  test("a paused page asks once for what nobody knows, and then only what runs, or at the operator's word", async () => {
    const fake = fakeFleet(5);
    startElsewhere(fake);
    const { fleet, requests } = polled(fake, true);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(fleet.get().map(({ state }) => state.contact.kind)).toEqual(
      Array.from({ length: 5 }, () => "answering"),
    );
    const from = requests.length;
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    expect(new Set(requests.slice(from).map(({ stampId }) => stampId))).toEqual(new Set(["s0"]));
    fleet.refresh();
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    expect(new Set(requests.slice(from).map(({ stampId }) => stampId)).size).toBe(5);
  });

  test("a hidden tab asks idle stamps nothing; a running operation is still followed", async () => {
    const fake = polled(fakeFleet(30));
    await vi.advanceTimersByTimeAsync(MINUTE);
    startElsewhere(fake);
    focusManager.setFocused(false);
    await vi.advanceTimersByTimeAsync(MINUTE);
    const from = Date.now();
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    const hidden = fake.requests.filter(({ at }) => at >= from);
    expect(new Set(hidden.map(({ stampId }) => stampId))).toEqual(new Set(["s0"]));
    expect(hidden.filter(({ what }) => what === "operation").length).toBeGreaterThanOrEqual(18);
  });

  test.each([
    ["shown again", () => focusManager.setFocused(true)],
    ["awake again", () => undefined],
  ])("%s after a night, 200 stamps are caught up in turn, without a burst", async (_, wake) => {
    const fake = polled(fakeFleet(200));
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    if (_ === "shown again") focusManager.setFocused(false);
    vi.setSystemTime(Date.now() + 8 * 60 * MINUTE);
    const from = Date.now();
    wake();
    for (let focus = 0; focus < 20; focus += 1) focusManager.onFocus();
    await vi.advanceTimersByTimeAsync(2.5 * MINUTE);
    const after = fake.requests.filter(({ at }) => at >= from);
    expect(mostWithin(after, 10 * SECOND)).toBeLessThanOrEqual(100);
    expect(new Set(after.map(({ stampId }) => stampId)).size).toBe(200);
    expect(after.filter(({ what }) => what === "list")).toHaveLength(200);
  });

  test("back on the network, stamps without an answer are asked at once, the others in their round", async () => {
    const fake = fakeFleet(40);
    for (let index = 0; index < 10; index += 1) fake.manners.set(`s${index}`, "refuse");
    const { requests, manners } = polled(fake);
    await vi.advanceTimersByTimeAsync(25 * SECOND);
    onlineManager.setOnline(false);
    manners.clear();
    const from = requests.length;
    onlineManager.setOnline(true);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    expect(new Set(requests.slice(from).map(({ stampId }) => stampId))).toEqual(
      new Set(Array.from({ length: 10 }, (_, index) => `s${index}`)),
    );
  });

  test("the operator's Refresh asks all, at the pace of the first load", async () => {
    const fake = polled(fakeFleet(50));
    await vi.advanceTimersByTimeAsync(MINUTE);
    const from = Date.now();
    fake.fleet.refresh();
    await vi.advanceTimersByTimeAsync(13 * SECOND);
    const after = fake.requests.filter(({ at }) => at >= from);
    expect(after.filter(({ what }) => what === "list")).toHaveLength(50);
    expect(after.filter(({ what }) => what === "location")).toHaveLength(50);
    expect(mostWithin(after, 10 * SECOND)).toBeLessThanOrEqual(100);
  });

  test("a clock set back by a day stops nothing", async () => {
    const fake = polled(fakeFleet(4));
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    vi.setSystemTime(Date.now() - DAY);
    const from = Date.now();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(countBetween(fake.requests, from, Date.now())).toBeGreaterThan(8);
  });
});
