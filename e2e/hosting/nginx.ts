import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { CertificateFiles } from "./authority.ts";

const root = resolve(import.meta.dirname, "../..");
const documented = (name: string) => readFileSync(join(root, "docs/hosting", name), "utf8");

export interface NginxOptions {
  /** nginx' command. */
  command: string;
  /** The console's own certificate. */
  certificate: CertificateFiles;
  /** Path of the authority that nginx takes for the stamp's. */
  stampCa: string;
  /** Where the stamp listens on loopback. */
  stampPort: number;
  subscriptionId: string;
}

export interface Nginx {
  port: number;
  /** The port that leads plain http to https. */
  plainPort: number;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/** Puts other values in the place of the documented ones; each must be there, or the test would run something else. */
function replaceAll(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((next, [documentedValue, value]) => {
    if (!next.includes(documentedValue)) throw new Error(`docs/hosting no longer says ${documentedValue}`);
    return next.replaceAll(documentedValue, value);
  }, text);
}

/** What Debian's own nginx.conf does around the documented file, without its paths and its user. */
function mainConfiguration(folder: string): string {
  const scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/tmp-${name};`,
  );
  return `${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr notice;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  sendfile on;
  ${scratch.join("\n  ")}
  include ${folder}/console.conf;
}
`;
}

/** Serves dist/ with docs/hosting/nginx.conf and its stamps.json on free ports of loopback; resolves once it listens. */
export async function startNginx(options: NginxOptions): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "console-nginx-"));
  const etc = join(folder, "etc");
  mkdirSync(etc);
  copyFileSync(options.certificate.cert, join(etc, "console.pem"));
  copyFileSync(options.certificate.key, join(etc, "console.key"));
  copyFileSync(options.stampCa, join(etc, "redmond-ca.pem"));
  const stamps = replaceAll(documented("stamps.json"), {
    "00000000-0000-0000-0000-000000000000": options.subscriptionId,
    '"kind": "token"': '"kind": "none"',
  });
  writeFileSync(join(etc, "stamps.json"), stamps);
  const [port, plainPort] = [await freePort(), await freePort()];
  const site = replaceAll(documented("nginx.conf"), {
    "listen 443 ssl": `listen 127.0.0.1:${port} ssl`,
    "listen 80;": `listen 127.0.0.1:${plainPort};`,
    "/srv/backup-console": join(root, "dist"),
    "/etc/backup-console": etc,
    "server adminmanagement.redmond.contoso.com:443;": `server 127.0.0.1:${options.stampPort};`,
  });
  writeFileSync(join(folder, "console.conf"), site);
  writeFileSync(join(folder, "nginx.conf"), mainConfiguration(folder));

  const child = spawn(options.command, ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exited = once(child, "exit");
  const close = async () => {
    // Not SIGKILL: the master ends its workers.
    child.kill("SIGTERM");
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    // The master has bound its ports by then: what arrives is queued until the worker takes it.
    if (!line.includes("start worker process ")) continue;
    child.stderr.resume();
    return { port, plainPort, close };
  }
  await close();
  throw new Error(`nginx ended: ${said.join("\n")}`);
}
