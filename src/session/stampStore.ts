import { createStore, useStore, type Store } from "../store.ts";
import { useSession } from "./SessionContext.ts";
import type { StampSession } from "./stampSession.ts";

/** One value per stamp, in memory only, that outlives the component that shows it. */
export type StampStore<T> = (session: StampSession) => Store<T>;

export function createStampStore<T>(initial: T): StampStore<T> {
  const stores = new WeakMap<StampSession, Store<T>>();
  return (session) => {
    const store = stores.get(session) ?? createStore(initial);
    stores.set(session, store);
    return store;
  };
}

/** The open stamp's value; renders when it changes. */
export function useStampStore<T>(of: StampStore<T>): T {
  return useStore(of(useSession()));
}
