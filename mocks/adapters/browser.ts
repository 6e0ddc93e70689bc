import { setupWorker } from "msw/browser";
import { http } from "msw/http";
import type { Stamp } from "../../src/domain/stamp.ts";
import { CONTROL_SEGMENT, handleControl } from "../arm/control.ts";
import { createHandler } from "../arm/handle.ts";
import { createMemoryStore } from "../arm/store.ts";
import type { WorldStore } from "../arm/store.ts";
import { rearm } from "../sim/faults.ts";
import type { Story } from "../stories/story.ts";
import { SCENARIOS, scenarioOf } from "../sim/scenarios.ts";
import { watchConnection } from "./connection.ts";
import { openWorld } from "./openWorld.ts";
import { allowWorkerScript } from "./trustedTypes.ts";
import { keepForOffline } from "./offline.ts";
import { createStorageStore, storedWorld } from "./storageStore.ts";

/** What a mocked page learns at its start: the stamps to show, and how fast their clock runs. */
export interface MockSession {
  stamps: Stamp[];
  /** Simulated seconds per real second. Retry-After counts the stamp's seconds: the page divides by this. */
  clockRate: number;
  scenario: { name: string; title: string };
  /** Where the simulation is read (GET) and driven (POST, JSON): a path on the page's own origin. */
  controlPath: string;
  /** All there are, for choosing one, with what to look at. */
  scenarios: { name: string; title: string; look: string }[];
  /** The guided demos; they load when somebody asks for them. */
  stories: () => Promise<readonly Story[]>;
}

const STORAGE_KEY = "azs-backup.mock.world";

/**
 * Starts answering everything under `arm/` of the page's base from the stored or the asked-for world. Rejects
 * where the worker does not run: a page that went on would talk to real addresses.
 */
export async function startMocks(): Promise<MockSession> {
  const store = openStore();
  const base = new URL(import.meta.env.BASE_URL, document.baseURI);
  const armRoot = new URL("arm/", base);
  const handle = createHandler(store);
  const isCut = watchConnection(window);
  const worker = setupWorker(
    http.all(
      ({ request }) => request.url.startsWith(armRoot.href),
      ({ request }) => {
        const stampId = firstSegment(request.url.slice(armRoot.href.length));
        if (stampId === CONTROL_SEGMENT) return handleControl(store, request);
        if (isCut()) return Response.error();
        return handle(request, stampId, `${armRoot.pathname}${encodeURIComponent(stampId)}`);
      },
    ),
  );
  const workerUrl = new URL("demoWorker.js", base).href;
  allowWorkerScript(workerUrl);
  const registration = await worker.start({
    serviceWorker: { url: workerUrl, options: { scope: base.href } },
    onUnhandledFrame: "bypass",
    quiet: true,
  });
  if (!registration) throw new Error("The mock service worker was not registered");
  if (import.meta.env.PROD) void keepForOffline();
  return sessionOf(store, armRoot.pathname);
}

function openStore(): WorldStore {
  const query = new URLSearchParams(location.search);
  const realNow = (): number => Date.now();
  const storage = reachableStorage();
  const world = openWorld(storage && storedWorld(storage, STORAGE_KEY), query, realNow());
  if (!storage) return createMemoryStore(rearm(world), realNow);
  const store = createStorageStore(storage, STORAGE_KEY, () => openWorld(null, query, realNow()), realNow);
  store.update(() => rearm(world));
  return store;
}

/** Null where the browser blocks storage: reading the property itself throws then. */
function reachableStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function sessionOf(store: WorldStore, armPath: string): MockSession {
  const world = store.read();
  const { name, scenario } = scenarioOf(world.scenario);
  return {
    stamps: world.stamps.map(({ id, title, subscriptionId, region, apiVersion, auth }) => ({
      id,
      title,
      armBase: `${armPath}${encodeURIComponent(id)}`,
      subscriptionId,
      region,
      apiVersion,
      auth,
    })),
    clockRate: world.clock.speed,
    scenario: { name, title: scenario.title },
    controlPath: `${armPath}${CONTROL_SEGMENT}`,
    scenarios: Object.entries(SCENARIOS).map(([key, { title, look }]) => ({ name: key, title, look })),
    stories: () => import("../stories/stories.ts").then(({ STORIES }) => STORIES),
  };
}

function firstSegment(path: string): string {
  const segment = path.split(/[/?#]/, 1)[0] ?? "";
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
