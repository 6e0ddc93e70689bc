import type { World } from "../sim/facts.ts";

/** Where a simulation lives. */
export interface WorldStore {
  read: () => World;
  /** Replaces the world by `change`'s answer in one synchronous step; an unchanged world is not written. */
  update: (change: (world: World) => World) => World;
  /** Real time, epoch ms. */
  realNow: () => number;
}

/** A world that is gone with the process. */
export function createMemoryStore(initial: World, realNow: () => number): WorldStore {
  let world = initial;
  return {
    read: () => world,
    update: (change) => {
      world = change(world);
      return world;
    },
    realNow,
  };
}
