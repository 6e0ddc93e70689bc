/** What finding a browser touches of the machine; tests put their own in its place. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  /** Where Playwright keeps (or would keep) the Chromium of its own version. */
  playwrightPath: string;
  /** Root of a Debian or Ubuntu, who may install packages. */
  canInstallPackages: boolean;
  /** Runs a command to its end; its output, or nothing when it failed or does not exist. */
  output: (command: string, args: readonly string[]) => string | undefined;
  /** Runs a command with its output on the screen; whether it succeeded. */
  run: (command: string, args: readonly string[]) => boolean;
  say: (line: string) => void;
}

const SYSTEM_NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium that starts, as a command or a path: CHROMIUM_PATH, Playwright's own, one of the system, one that
 * Playwright downloads, one that the package manager installs, in this order and each with a line about its outcome.
 */
export function findBrowser(machine: Machine): string | undefined {
  const { env, playwrightPath, output, run, say } = machine;
  // A file may be there and not run: libraries missing, or Ubuntu's script that only says "install the snap".
  const works = (name: string, path: string | undefined): path is string => {
    const version = path ? output(path, ["--version"])?.trim() : undefined;
    say(version ? `browser: ${name}: ${version}` : `browser: ${name}: none that starts`);
    return Boolean(version);
  };

  const given = env["CHROMIUM_PATH"];
  if (!given) say("browser: CHROMIUM_PATH: not set");
  else if (works(`CHROMIUM_PATH=${given}`, given)) return given;

  if (works("Playwright's own", playwrightPath)) return playwrightPath;

  const system = SYSTEM_NAMES.find((name) => output(name, ["--version"])?.trim());
  if (works(`system${system ? ` (${system})` : ""}`, system)) return system;

  say("browser: npx playwright install chromium");
  if (run("npx", ["playwright", "install", "chromium"]) && works("Playwright's own", playwrightPath)) {
    return playwrightPath;
  }

  if (!machine.canInstallPackages) {
    say("browser: apt-get install chromium: not possible here (it takes root on Debian or Ubuntu)");
    return undefined;
  }
  say("browser: apt-get update && apt-get install -y chromium");
  const installed = run("apt-get", ["update"]) && run("apt-get", ["install", "-y", "chromium"]);
  return installed && works("system (chromium)", "chromium") ? "chromium" : undefined;
}
