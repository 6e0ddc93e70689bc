import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

/** The production build on a port of its own, in front of the stamps of one test. */
export interface StampApp {
  /** Address of the page, with a slash at its end. */
  url: string;
  close(): Promise<void>;
}

const root = resolve(import.meta.dirname, "..");

/** Serves dist/ as `npm run preview:stamp` does, with this content of a stamps file; resolves once it answers. */
export async function startStampApp(stamps: unknown): Promise<StampApp> {
  if (!existsSync(join(root, "dist/index.html")))
    throw new Error("dist/ is missing: npm run build comes first.");
  const folder = await mkdtemp(join(tmpdir(), "console-stamps-"));
  const file = join(folder, "stamps.json");
  await writeFile(file, JSON.stringify(stamps));

  const child = spawn(process.execPath, ["node_modules/vite/bin/vite.js", "preview", "--mode", "stamp"], {
    cwd: root,
    env: { ...process.env, STAMPS: file, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  const close = async () => {
    // Vite waits for open connections when it is asked nicely, and a page under test keeps some.
    child.kill("SIGKILL");
    await exited;
    await rm(folder, { recursive: true, force: true });
  };

  let errors = "";
  child.stderr.on("data", (chunk) => (errors += String(chunk)));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/localhost:\d+\//.exec(line)?.[0];
    if (url === undefined) continue;
    child.stdout.resume();
    return { url, close };
  }
  await close();
  throw new Error(`The production build could not be served: ${errors.trim() || "it ended without a word"}`);
}
