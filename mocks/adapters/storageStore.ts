import type { WorldStore } from "../arm/store.ts";
import type { World } from "../sim/facts.ts";
import { parseWorld } from "../sim/schema.ts";

/** The part of Web Storage that a world needs. */
export type TextStorage = Pick<Storage, "getItem" | "setItem">;

/**
 * A world kept as text under `key`, read anew on every use because other tabs change it too. What is missing or
 * unreadable there is replaced by `create()`. Once the storage refuses a write the world lives in memory.
 */
export function createStorageStore(
  storage: TextStorage,
  key: string,
  create: () => World,
  realNow: () => number,
): WorldStore {
  let parsed: { text: string; world: World } | null = null;
  let detached: World | null = null;

  const write = (world: World): void => {
    const text = JSON.stringify(world);
    try {
      storage.setItem(key, text);
      parsed = { text, world };
    } catch {
      detached = world;
    }
  };

  const read = (): World => {
    if (detached) return detached;
    const text = textIn(storage, key);
    if (text !== null && parsed?.text === text) return parsed.world;
    const stored = text === null ? null : parseWorld(text);
    if (text !== null && stored) {
      parsed = { text, world: stored };
      return stored;
    }
    const created = create();
    write(created);
    return created;
  };

  return {
    read,
    update: (change) => {
      const before = read();
      const after = change(before);
      if (after !== before) write(after);
      return after;
    },
    realNow,
  };
}

/** The world stored under `key`; null where there is none that this version reads. */
export function storedWorld(storage: TextStorage, key: string): World | null {
  const text = textIn(storage, key);
  return text === null ? null : parseWorld(text);
}

function textIn(storage: TextStorage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}
