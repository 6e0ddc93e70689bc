import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createMockArmServer } from "../mocks/adapters/http.ts";
import { applyControl, parseControl } from "../mocks/sim/control.ts";

/** One request as it reached the stamp. */
export interface Seen {
  method: string;
  path: string;
  authorization: string | null;
}

/** The simulated stamp on a port of its own, behind a guard that looks at tokens. */
export interface GuardedStamp {
  /** Its entry of stamps.json, without `auth`. */
  entry: Record<string, unknown>;
  endpoint: string;
  seen: Seen[];
  /** Whether a bearer token is good now; anything else is answered 401. */
  accepts: (token: string) => boolean;
  /** Answers in the stamp's place where it says true. */
  instead: ((req: IncomingMessage, res: ServerResponse) => boolean) | null;
  /** Sends the simulator a command, as the demo's controls do. */
  control: (command: Record<string, unknown>) => void;
  close(): Promise<void>;
}

/** Starts a stamp whose time is `now`, epoch ms. */
export async function startGuardedStamp(now: () => number): Promise<GuardedStamp> {
  const mock = createMockArmServer({ realNow: now });
  const server = createServer((req, res) => {
    const authorization = req.headers.authorization ?? null;
    const path = req.url ?? "/";
    stamp.seen.push({ method: req.method ?? "", path, authorization });
    // The Date header is the stamp's clock, and Node would write this machine's.
    res.setHeader("Date", new Date(now()).toUTCString());
    if (stamp.instead?.(req, res)) return;
    const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
    if (!path.startsWith("/metadata/") && (token === undefined || !stamp.accepts(token))) {
      res.writeHead(401, { "Content-Type": "application/json" });
      res.end(
        JSON.stringify({ error: { code: "ExpiredAuthenticationToken", message: "The token has run out." } }),
      );
      return;
    }
    mock.server.emit("request", req, res);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The stamp has no port.");
  const endpoint = `http://127.0.0.1:${address.port}`;
  const [facts] = mock.store.read().stamps;
  if (!facts) throw new Error("The scenario has no stamp.");
  const { id, title, subscriptionId, region, apiVersion } = facts;
  const stamp: GuardedStamp = {
    entry: { id, title, endpoint, subscriptionId, region, apiVersion },
    endpoint,
    seen: [],
    accepts: () => true,
    instead: null,
    control(json) {
      const command = parseControl(json);
      if (typeof command === "string") throw new Error(command);
      mock.store.update((world) => applyControl(world, command, now()));
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return stamp;
}
