import { withSpeed } from "../sim/clock.ts";
import type { StampFacts, World } from "../sim/facts.ts";
import { createWorld } from "../sim/scenarios.ts";
import { createHandler } from "./handle.ts";
import type { HandlerOptions } from "./handle.ts";
import { createMemoryStore } from "./store.ts";
import type { WorldStore } from "./store.ts";

/** A simulated stamp behind a clock that only the test moves. */
export interface Bench {
  store: WorldStore;
  facts: () => StampFacts;
  /** Moves the real clock on. */
  pass: (ms: number) => void;
  /** What delay faults have waited, in ms; the bench itself never waits. */
  waits: number[];
  /** Requests a path below the stamp's backup location, or any path of the stamp that begins with `/`. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Requests a path below the stamp's region health. */
  askHealth: (path: string, init?: RequestInit) => Promise<Response>;
}

export const BENCH_NOW = Date.UTC(2026, 10, 23, 10);
export const BENCH_BASE = "http://portal.test/sub/arm/redmond";

/** Opens a scenario's stamp at `BENCH_NOW`, its ARM under `BENCH_BASE`. */
export function openBench(
  scenario: string,
  speed: number = 1,
  change: (world: World) => World = (w) => w,
  options: HandlerOptions = {},
): Bench {
  let real = BENCH_NOW;
  const waits: number[] = [];
  const store = createMemoryStore(change(withSpeed(createWorld(scenario, real), speed, real)), () => real);
  const handle = createHandler(store, {
    wait: (ms) => Promise.resolve(void waits.push(ms)),
    ...options,
  });
  const facts = (): StampFacts => {
    const first = store.read().stamps[0];
    if (!first) throw new Error("The world has no stamp");
    return first;
  };
  const locations = (): string =>
    `/subscriptions/${facts().subscriptionId}/resourceGroups/system.redmond/providers/Microsoft.Backup.Admin/backupLocations`;
  const ask: Bench["ask"] = (path, init) => {
    const tail = path.startsWith("/") ? path : `${locations()}${path === "" ? "" : `/${path}`}`;
    const query = tail.includes("?") ? "" : "?api-version=2018-09-01";
    return handle(new Request(`${BENCH_BASE}${tail}${query}`, init), "redmond", BENCH_BASE);
  };
  const askHealth: Bench["askHealth"] = (path, init) => {
    const [tail = "", query = ""] = path.split("?");
    const region = `/subscriptions/${facts().subscriptionId}/resourceGroups/System.redmond/providers/Microsoft.InfrastructureInsights.Admin/regionHealths/redmond`;
    return ask(
      `${region}${tail === "" ? "" : `/${tail}`}?api-version=2016-05-01${query && `&${query}`}`,
      init,
    );
  };
  return {
    store,
    facts,
    pass: (ms) => {
      real += ms;
    },
    waits,
    ask,
    askHealth,
  };
}

/** A request that sends JSON. */
export function sending(method: string, body: unknown): RequestInit {
  return { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

/** Follows the Location of an answer, at once. */
export function follow(bench: Bench, reply: Response, header: string = "Location"): Promise<Response> {
  const link = reply.headers.get(header) ?? "";
  if (!link.startsWith(BENCH_BASE)) throw new Error(`${header} leads elsewhere: ${link}`);
  return bench.ask(link.slice(BENCH_BASE.length));
}

/** The value at a path of keys in parsed JSON; undefined where it leads nowhere. */
export function at(json: unknown, ...keys: (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
}

/** The body as JSON, its shape unknown. */
export async function jsonOf(reply: Response): Promise<unknown> {
  const body: unknown = await reply.json();
  return body;
}

/** The rows of a list answer. */
export async function rowsOf(reply: Response): Promise<unknown[]> {
  const value = at(await jsonOf(reply), "value");
  return Array.isArray(value) ? value : [];
}
