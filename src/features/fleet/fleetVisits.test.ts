import { describe, expect, test, vi } from "vitest";
import { NOON } from "../../domain/testing/fixtures.ts";
import { countBetween, fakeFleet, MINUTE, SECOND, type FakeFleet } from "../../queries/testing/fakeFleet.ts";
import type { Fleet } from "./fleet.ts";
import { LANES } from "./fleetLanes.ts";
import { mostWithin, polled, startElsewhere, useFakePage } from "./testing/polledFleet.ts";

useFakePage();

function askedOf({ requests }: FakeFleet, what: string): Set<string> {
  return new Set(requests.filter((request) => request.what === what).map(({ stampId }) => stampId));
}

const silentOf = (fleet: Fleet) =>
  fleet
    .get()
    .flatMap(({ stamp, state: { contact } }) =>
      contact.kind === "silent" ? [[stamp.id, contact.failure?.kind]] : [],
    );

describe("opening the page", () => {
  test("asks every stamp for list and location, ten a second and never more than the lanes at once", async () => {
    const fake = polled(fakeFleet(200));
    await vi.advanceTimersByTimeAsync(50 * SECOND);
    expect(askedOf(fake, "list").size).toBe(200);
    expect(askedOf(fake, "location").size).toBe(200);
    expect(fake.requests.filter(({ what }) => what === "list" || what === "location")).toHaveLength(400);
    expect(mostWithin(fake.requests, SECOND)).toBeLessThanOrEqual(12);
    expect(mostWithin(fake.requests, 10 * SECOND)).toBeLessThanOrEqual(100);
    expect(fake.underWay.most).toBeLessThanOrEqual(LANES.quick);
  });

  test("fills its rows stamp by stamp, and asks for alerts last", async () => {
    const fake = polled(fakeFleet(200));
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    const known = fake.fleet.get().filter(({ state }) => state.contact.kind === "answering").length;
    expect(known).toBeGreaterThan(70);
    expect(askedOf(fake, "alerts").size).toBe(0);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(askedOf(fake, "alerts").size).toBe(200);
  });

  test("a slow network holds the ramp back instead of piling up requests", async () => {
    const fake = fakeFleet(50);
    for (const { stamp } of fake.sessions) fake.manners.set(stamp.id, 2_000);
    const { requests, underWay } = polled(fake);
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    expect(underWay.most).toBe(LANES.quick);
    expect(requests.length).toBeLessThanOrEqual(18);
  });

  test("stamps that never answer delay the others by seconds, and keep at most two lanes", async () => {
    const fake = fakeFleet(60);
    for (let index = 0; index < 12; index += 1) fake.manners.set(`s${index}`, "hang");
    const { fleet, underWay } = polled(fake);
    await vi.advanceTimersByTimeAsync(40 * SECOND);
    const answering = fleet.get().filter(({ state }) => state.contact.kind === "answering");
    expect(answering).toHaveLength(48);
    expect(silentOf(fleet)).toHaveLength(12);
    expect(underWay.most).toBeLessThanOrEqual(LANES.quick + LANES.slow);
  });

  test("a stamp that was given up early is asked again with the client's own patience, and then has failed", async () => {
    const fake = fakeFleet(2);
    fake.manners.set("s0", "hang");
    const { fleet, sessions } = polled(fake);
    await vi.advanceTimersByTimeAsync(6 * SECOND);
    expect(silentOf(fleet)).toEqual([["s0", undefined]]);
    expect(sessions[0]?.failureStreaks.size).toBe(0);
    await vi.advanceTimersByTimeAsync(40 * SECOND);
    expect(silentOf(fleet)).toEqual([["s0", "timeout"]]);
  });

  test("a stamp that answers quickly again goes with the others again", async () => {
    const fake = fakeFleet(9);
    for (const { stamp } of fake.sessions) fake.manners.set(stamp.id, 7_000);
    const { manners, sessions, requests } = polled(fake);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    for (const { stamp } of sessions) manners.set(stamp.id, 1_000);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    const from = requests.length;
    for (const { stamp } of sessions) manners.set(stamp.id, "hang");
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    // Given up after five seconds: they had left the slow lanes.
    expect(requests.length - from).toBeGreaterThan(9);
  });

  test("a stamp that waits for sign-in is not asked until there is a token", async () => {
    const fake = polled(fakeFleet(2, (index) => (index === 0 ? "token" : "none")));
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(askedOf(fake, "list")).toEqual(new Set(["s1"]));
    fake.sessions[0]?.token.set("token");
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(askedOf(fake, "list")).toEqual(new Set(["s0", "s1"]));
  });

  test("a stamp that does not answer for its list is not asked for its location", async () => {
    const fake = fakeFleet(1);
    fake.manners.set("s0", "refuse");
    const { requests } = polled(fake);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(requests.length).toBeGreaterThan(2);
    expect(requests.filter(({ what }) => what !== "list")).toEqual([]);
  });
});

describe("staying on the page", () => {
  test("200 idle stamps cost about a request a second, spread over the round", async () => {
    const fake = polled(fakeFleet(200));
    await vi.advanceTimersByTimeAsync(6 * MINUTE);
    const from = Date.now();
    await vi.advanceTimersByTimeAsync(17 * MINUTE);
    const perMinute = countBetween(fake.requests, from, Date.now()) / 17;
    expect(perMinute).toBeGreaterThan(50);
    expect(perMinute).toBeLessThanOrEqual(66);
    const minutes = Array.from({ length: 17 }, (_, minute) => from + minute * MINUTE);
    const inMinute = minutes.map((at) => countBetween(fake.requests, at, at + MINUTE));
    expect(Math.max(...inMinute)).toBeLessThanOrEqual(100);
  });

  test("eight idle stamps are asked about once a minute each", async () => {
    const fake = polled(fakeFleet(8));
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    const from = Date.now();
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    const perMinute = countBetween(fake.requests, from, Date.now()) / 30;
    expect(perMinute).toBeGreaterThan(10);
    expect(perMinute).toBeLessThan(15);
  });

  test("a running operation is asked by its Retry-After, and its list with it", async () => {
    const fake = fakeFleet(100);
    startElsewhere(fake);
    const { requests } = polled(fake);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    const of = (what: string) => requests.filter((one) => one.stampId === "s0" && one.what === what).length;
    expect(of("operation")).toBeGreaterThanOrEqual(9);
    expect(of("operation")).toBeLessThanOrEqual(12);
    expect(of("list")).toBeGreaterThanOrEqual(9);
    expect(of("list")).toBeLessThanOrEqual(12);
  });

  test("a running operation is asked although its stored time lies far ahead", async () => {
    const fake = fakeFleet(1);
    startElsewhere(fake);
    fake.sessions[0]?.operations.noteAsked("b9", NOON * 1_000);
    const { requests } = polled(fake);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    const asked = requests.filter(({ what }) => what === "operation").length;
    expect(asked).toBeGreaterThanOrEqual(9);
    expect(asked).toBeLessThanOrEqual(12);
  });

  test("leaving stops it, coming back asks only what is due", async () => {
    const fake = polled(fakeFleet(20));
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    fake.leave();
    const before = fake.requests.length;
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    const back = polled(fake);
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    expect(fake.requests).toHaveLength(before);
    back.leave();
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(fake.requests).toHaveLength(before);
    polled(fake);
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    expect(new Set(fake.requests.slice(before).map(({ stampId }) => stampId)).size).toBe(20);
  });

  test("what another part of the page has asked counts", async () => {
    const fake = fakeFleet(3);
    const { queryClient, requests } = polled(fake);
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    const [first] = fake.sessions;
    for (let minute = 0; minute < 10; minute += 0.5) {
      queryClient.setQueryData(["stamp", first?.stamp.id, "backups"], { items: [], incomplete: null });
      await vi.advanceTimersByTimeAsync(MINUTE / 2);
    }
    const lists = (id: string) =>
      requests.filter(({ stampId, what }) => stampId === id && what === "list").length;
    expect(lists("s1")).toBeGreaterThan(5);
    expect(lists("s0")).toBeLessThan(lists("s1"));
  });

  test("when a run ends, list and location of its stamp are asked at once", async () => {
    const fake = fakeFleet(2);
    startElsewhere(fake);
    const { requests, sessions } = polled(fake);
    await vi.advanceTimersByTimeAsync(30 * SECOND);
    const before = requests.length;
    sessions[0]?.operations.update(() => []);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(requests.slice(before).map(({ stampId, what }) => `${stampId} ${what}`)).toEqual([
      "s0 list",
      "s0 location",
    ]);
  });
});
