import { once } from "node:events";
import { createMockArmServer } from "../../mocks/adapters/http.ts";
import { HOUR, MINUTE } from "../../mocks/sim/clock.ts";
import { createWorld } from "../../mocks/sim/scenarios.ts";
import type { StampFacts, World } from "../../mocks/sim/facts.ts";

/** An answer as it is sent. */
export interface ReadyAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** The simulated stamp on a port of its own. */
export interface BenchStamp {
  port: number;
  /** As the page's stamps.json shows it. */
  stamps: { stamps: unknown[] };
  listPath: string;
  /**
   * Answers by path, for a long list: to make ten thousand backups up takes the simulator longer than any stamp may think,
   * and nothing happens to them. Null where each answer is made anew.
   */
  ready: Map<string, ReadyAnswer> | null;
  /** Begins anew with so many backups, none of them running. */
  reset: (backups: number) => void;
  close: () => void;
}

/** Starts the stamp that all pages of the benchmark talk to. */
export async function startStamp(): Promise<BenchStamp> {
  const { server, store } = createMockArmServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The stamp has no port.");
  const facts = store.read().stamps[0];
  if (!facts) throw new Error("The simulator has no stamp.");
  const { id, title, region, subscriptionId, apiVersion, auth } = facts;
  const location = `/subscriptions/${subscriptionId}/resourceGroups/system.${region}/providers/Microsoft.Backup.Admin/backupLocations/${region}`;
  const bench: BenchStamp = {
    port: address.port,
    ready: null,
    stamps: { stamps: [{ id, title, armBase: `/arm/${id}`, subscriptionId, region, apiVersion, auth }] },
    listPath: `/arm/${id}${location}/backups?api-version=${apiVersion}`,
    reset(backups) {
      bench.ready = backups <= FEW ? null : new Map();
      store.update(() => worldWith(facts, backups, Date.now()));
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return bench;
}

const FEW = 100;

/**
 * A quiet stamp: the newest backup is over, the next is hours away. Few have fourteen roles each, many have one. It
 * stays the stamp that the pages know, whatever a scenario is seeded with.
 */
function worldWith({ seed, subscriptionId }: StampFacts, backups: number, realNow: number): World {
  const world = createWorld(backups <= FEW ? "healthy" : "many-backups", realNow);
  return {
    ...world,
    stamps: world.stamps.map((facts) => ({ ...facts, seed, subscriptionId, ...historyOf(backups, realNow) })),
  };
}

function historyOf(backups: number, now: number): Partial<StampFacts> {
  const everyMs = 12 * HOUR;
  // The last slot's job of half an hour has long ended.
  const anchorAt = now - 4 * HOUR;
  // A period has no slot at its very beginning.
  const fromAt = anchorAt - backups * everyMs;
  return {
    schedule: [{ fromAt, anchorAt, everyMs, enabled: true }],
    settings: [
      {
        fromAt: fromAt - MINUTE,
        path: "\\\\fs01.contoso.com\\AzSBackups",
        userName: "contoso\\AzSBackupAdmin",
        thumbprint: "A9C9C5E0D3F1B2A4968778695A4B3C2D1E0F9A8B",
        blobStorageUrl: null,
        retentionDays: 14,
      },
    ],
    share: {
      sizeGb: 1_000_000,
      usedGb: 1498,
      backupGb: 1,
      garbage: [],
      garbageGb: 0,
      // Else only those of the retention's days would be left; with it comes an alert, which moves the page.
      deletionFails: backups > FEW,
    },
    slotFacts: [],
    runs: [],
    alertClosings: [],
  };
}
