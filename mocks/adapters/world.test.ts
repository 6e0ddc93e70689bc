import { describe, expect, test } from "vitest";
import { simNow } from "../sim/clock.ts";
import { startElsewhere } from "../sim/commands.ts";
import type { World } from "../sim/facts.ts";
import { createWorld } from "../sim/scenarios.ts";
import { openWorld } from "./openWorld.ts";
import { createStorageStore, storedWorld } from "./storageStore.ts";
import type { TextStorage } from "./storageStore.ts";

const NOW = Date.UTC(2026, 10, 23, 10);
const used = startElsewhere(createWorld("finishing", NOW - 3_600_000), "redmond", NOW);

function open(stored: World | null, query: string): World {
  return openWorld(stored, new URLSearchParams(query), NOW);
}

describe("opening the page", () => {
  test("for the first time shows the healthy stamp", () => {
    expect(open(null, "")).toEqual(createWorld("healthy", NOW));
    expect(open(null, "scenario=nope").scenario).toBe("healthy");
  });

  test("again goes on with the stored world, whether or not the address names it", () => {
    expect(open(used, "")).toBe(used);
    expect(open(used, "scenario=finishing")).toBe(used);
  });

  test("with another scenario starts anew", () => {
    expect(open(used, "scenario=healthy")).toEqual(createWorld("healthy", NOW));
  });

  test("with another speed goes on at the same simulated instant", () => {
    const faster = open(used, "scenario=finishing&speed=60");
    expect(faster.clock.speed).toBe(60);
    expect(simNow(faster.clock, NOW)).toBe(simNow(used.clock, NOW));
    expect(open(faster, "scenario=finishing&speed=60")).toBe(faster);
    expect(open(faster, "").clock.speed).toBe(60);
  });

  test.each(["speed=", "speed=0", "speed=-5", "speed=fast", "speed=Infinity"])(
    "?%s leaves the speed",
    (query) => {
      expect(open(used, query)).toBe(used);
    },
  );

  test("with more than the top speed takes the top speed", () => {
    expect(open(used, "speed=1e9").clock.speed).toBe(600);
  });
});

describe("a world in the browser's storage", () => {
  const KEY = "world";

  function memory(): TextStorage & { texts: Map<string, string>; writes: number } {
    const texts = new Map<string, string>();
    const storage = {
      texts,
      writes: 0,
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, text: string) => {
        storage.writes += 1;
        texts.set(key, text);
      },
    };
    return storage;
  }

  const fresh = (): World => createWorld("healthy", NOW);

  test("is shared by two tabs", () => {
    const storage = memory();
    const [one, other] = [0, 1].map(() => createStorageStore(storage, KEY, fresh, () => NOW));
    one?.update((world) => startElsewhere(world, "redmond", NOW));
    expect(other?.read().stamps[0]?.runs).toHaveLength(4);
    expect(storedWorld(storage, KEY)).toEqual(one?.read());
  });

  test("is written only when it changes", () => {
    const storage = memory();
    const store = createStorageStore(storage, KEY, fresh, () => NOW);
    store.read();
    store.update((world) => world);
    expect(storage.writes).toBe(1);
  });

  test.each(["", "{", '{"version":1}', "null"])("is begun anew where %j was stored", (text) => {
    const storage = memory();
    storage.texts.set(KEY, text);
    expect(createStorageStore(storage, KEY, fresh, () => NOW).read()).toEqual(fresh());
  });

  test("lives on in memory when the storage takes nothing", () => {
    const full: TextStorage = {
      getItem: () => null,
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    };
    const store = createStorageStore(full, KEY, fresh, () => NOW);
    store.update((world) => startElsewhere(world, "redmond", NOW));
    expect(store.read().stamps[0]?.runs).toHaveLength(4);
  });

  test("lives on in memory when even reading is blocked", () => {
    const blocked = (): never => {
      throw new Error("SecurityError");
    };
    const store = createStorageStore({ getItem: blocked, setItem: blocked }, KEY, fresh, () => NOW);
    store.update((world) => startElsewhere(world, "redmond", NOW));
    expect(store.read().stamps[0]?.runs).toHaveLength(4);
  });
});
