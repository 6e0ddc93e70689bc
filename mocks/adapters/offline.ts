const CACHE = "demo-files";

/**
 * Keeps what the page has loaded so far, so that a demo opened once opens again without a network. What loads later
 * the worker keeps (public/demoWorker.js). A browser that keeps nothing loses only that.
 */
export async function keepForOffline(): Promise<void> {
  try {
    const page = new URL(location.href);
    page.hash = "";
    const loaded = performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter(
        (name) => new URL(name).origin === location.origin && !new URL(name).pathname.includes("/arm/"),
      );
    const cache = await caches.open(CACHE);
    await cache.addAll([page.href, ...new Set(loaded)]);
  } catch {
    // No cache storage (a plain http address, a private window): the demo still runs, but not without a network.
  }
}
