import { useSyncExternalStore } from "react";
import { useSession } from "./SessionContext.ts";
import type { StampSession } from "./stampSession.ts";

/** A value of one stamp that outlives the part of the page that shows it. In memory only. */
export interface SessionStore<T> {
  get: () => T;
  set: (next: T) => void;
  subscribe: (listener: () => void) => () => void;
}

/** One value per stamp of this page, made on first use. */
export function perSession<T>(initial: T): (session: StampSession) => SessionStore<T> {
  const stores = new WeakMap<StampSession, SessionStore<T>>();
  return (session) => {
    const made = stores.get(session) ?? createStore(initial);
    stores.set(session, made);
    return made;
  };
}

/** The open stamp's value, rendered anew when it changes. */
export function useSessionStore<T>(of: (session: StampSession) => SessionStore<T>): T {
  const store = of(useSession());
  return useSyncExternalStore(store.subscribe, store.get);
}

function createStore<T>(initial: T): SessionStore<T> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    get: () => current,
    set(next) {
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
