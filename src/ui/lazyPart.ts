import { lazy, useSyncExternalStore, type ComponentType, type LazyExoticComponent } from "react";

/** A component that loads on first use; `fetchPartsWhenIdle` sees to it that this need not wait for a thin link. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    // Without its tokens a part has wrong colours, which is better than none of it.
    const [component] = await Promise.all([
      load(),
      import("virtual:fluent-tokens-rest.css").catch(() => undefined),
    ]);
    return { default: component };
  });
}

let atRest = false;
const restListeners = new Set<() => void>();

/** Whether the page has shown what it was opened for: what can wait mounts then. */
export function usePageAtRest(): boolean {
  return useSyncExternalStore(
    (listener) => {
      restListeners.add(listener);
      return () => restListeners.delete(listener);
    },
    () => atRest,
  );
}

const whenIdle = () =>
  new Promise<void>((done) => {
    if (window.requestIdleCallback) window.requestIdleCallback(() => done());
    else setTimeout(done, 2_000);
  });

/**
 * Once the page has nothing better to do, brings the files of all lazy parts into the browser's cache, one after the
 * other. Only fetched, not run: what nobody opens costs neither time nor memory.
 */
export async function fetchPartsWhenIdle(): Promise<void> {
  await whenIdle();
  atRest = true;
  for (const listener of restListeners) listener();
  // Only builds have parts.json (.config/parts.ts).
  if (import.meta.env.DEV) return;
  try {
    const names: unknown = await (await fetch(new URL("parts.json", document.baseURI))).json();
    for (const name of Array.isArray(names) ? names : []) {
      await whenIdle();
      await (await fetch(new URL(String(name), document.baseURI), { priority: "low" })).arrayBuffer();
    }
  } catch {
    // A part that cannot be fetched now is fetched when it is used; its failure is told there.
  }
}
