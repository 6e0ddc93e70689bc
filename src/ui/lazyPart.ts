import { lazy, type ComponentType, type LazyExoticComponent } from "react";

const loaders: (() => Promise<unknown>)[] = [];

/** A component that loads on first use, and in idle time before, so that its first use need not wait for a thin link. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  loaders.push(load);
  return lazy(async () => ({ default: await load() }));
}

/** Fetches all lazy parts, one after the other, once the page has nothing better to do. */
export function prefetchPartsWhenIdle(): void {
  const whenIdle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 2_000));
  const next = () => {
    const load = loaders.shift();
    if (!load) return;
    // A part that cannot be fetched now is fetched when it is used; its failure is told there.
    const goOn = () => whenIdle(next);
    load().then(goOn, goOn);
  };
  whenIdle(next);
}
