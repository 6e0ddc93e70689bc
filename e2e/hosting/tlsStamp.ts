import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { createServer } from "node:https";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { loaded, type CertificateFiles } from "./authority.ts";

/** A request as it arrived at the stamp. */
export interface Arrived {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** The name that the proxy asked for in the TLS handshake. */
  serverName: string | false | undefined;
}

/** `npm run mock:arm` behind TLS, as a stamp shows itself. */
export interface TlsStamp {
  port: number;
  /** Subscription of the simulated stamp. */
  subscriptionId: string;
  arrived: Arrived[];
  /** While set, answers instead of the simulator. */
  answer: ((req: IncomingMessage, res: ServerResponse) => void) | undefined;
  /** Sends the simulator a command, as in `mocks/sim/control.ts`. */
  control(command: Record<string, unknown>): Promise<void>;
  close(): Promise<void>;
}

interface MockArm {
  url: string;
  subscriptionId: string;
  close(): Promise<void>;
}

async function startMockArm(): Promise<MockArm> {
  const child = spawn(process.execPath, [".config/run.mjs", "mocks/adapters/httpMain.ts"], {
    cwd: resolve(import.meta.dirname, "../.."),
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const close = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  let url: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    url ??= /^Mock ARM at (\S+)/.exec(line)?.[1];
    const subscriptionId = /^Subscription ([^,]+),/.exec(line)?.[1];
    if (url === undefined || subscriptionId === undefined) continue;
    child.stdout.resume();
    return { url, subscriptionId, close };
  }
  await close();
  throw new Error("mock:arm ended without saying its address");
}

/** Starts a simulated stamp on a free port of loopback, with this certificate. */
export async function startTlsStamp(certificate: CertificateFiles): Promise<TlsStamp> {
  const arm = await startMockArm();
  const server = createServer(loaded(certificate), (req, res) => {
    const { method = "GET", url: path = "/", headers } = req;
    const serverName = "servername" in req.socket ? String(req.socket.servername) : undefined;
    stamp.arrived.push({ method, path, headers, serverName });
    if (stamp.answer) return stamp.answer(req, res);
    const onward = httpRequest(arm.url + path, { method, headers }, (answer) => {
      // The simulator speaks plain http; whoever stands in front of it with TLS is what its links must name.
      for (const name of ["location", "azure-asyncoperation"]) {
        const link = answer.headers[name];
        if (typeof link === "string") answer.headers[name] = link.replace(/^http:/, "https:");
      }
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    onward.on("error", () => res.destroy());
    req.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const stamp: TlsStamp = {
    port: typeof address === "object" && address ? address.port : 0,
    subscriptionId: arm.subscriptionId,
    arrived: [],
    answer: undefined,
    control: async (command) => {
      const { ok } = await fetch(`${arm.url}/_mock`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(command),
      });
      if (!ok) throw new Error(`The simulator refused ${JSON.stringify(command)}`);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await arm.close();
    },
  };
  return stamp;
}
