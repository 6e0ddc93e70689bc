// The worker of mocked builds: msw's own, behind a small cache, so that a demo opened once reloads without a network.
// Only the demo's own files are cached, and the network comes first: a new version is seen at the next load.
const CACHE = "demo-files";
const ARM = new URL("arm/", self.location.href).pathname;

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || url.pathname.startsWith(ARM)) return;
  // Answered here: msw's listener, which is added below, must not answer it a second time.
  event.stopImmediatePropagation();
  event.respondWith(networkFirst(request));
});

async function networkFirst(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await (await caches.open(CACHE)).put(request, response.clone());
    return response;
  } catch (error) {
    // A scenario in the address is the page's matter, not another file.
    const kept = await caches.match(request, { ignoreSearch: request.mode === "navigate", ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

// importScripts is a sink of Trusted Types, which the demo's headers demand.
if (self.trustedTypes) {
  self.trustedTypes.createPolicy("default", {
    createScriptURL: (url) => {
      if (url === "mockServiceWorker.js") return url;
      throw new TypeError(`Not a script of the demo: ${url}`);
    },
  });
}
importScripts("mockServiceWorker.js");
