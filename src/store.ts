import { useSyncExternalStore } from "react";

/** A value that parts of the page share: the same object until it changes. */
export interface Readable<T> {
  get: () => T;
  subscribe: (listener: () => void) => () => void;
}

export interface Store<T> extends Readable<T> {
  set: (next: T) => void;
}

/** `attend` runs when the first listener subscribes, and the function it returns when the last one unsubscribes. */
export function createStore<T>(value: T, attend?: () => () => void): Store<T> {
  const listeners = new Set<() => void>();
  let leave: (() => void) | undefined;
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) leave = attend?.();
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) leave?.();
      };
    },
  };
}

/** The store's value, or the part that `select` returns. Renders again only when that is a different object. */
export function useStore<T>(store: Readable<T>): T;
export function useStore<T, S>(store: Readable<T>, select: (value: T) => S): S;
export function useStore<T, S>({ get, subscribe }: Readable<T>, select?: (value: T) => S): T | S {
  return useSyncExternalStore(subscribe, () => (select ? select(get()) : get()));
}
