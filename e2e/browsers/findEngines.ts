import type { Machine } from "../browser.ts";
import type { WebKitCommands } from "./webkit.ts";

/** What finding a browser touches of the machine, and whether a file is there. */
export type EngineMachine = Pick<Machine, "canInstallPackages" | "output" | "run" | "say"> & {
  exists: (path: string) => boolean;
};

/** What was found, or in one line why there is nothing. */
export type Found<T> = { found: T } | { missing: string };

/** A Firefox that starts: the system's, or Debian's package where it may be installed. */
export function findFirefox(machine: EngineMachine): Found<string> {
  return findOrInstall(machine, "Firefox", ["firefox-esr"], () =>
    ["firefox-esr", "firefox"]
      .map((name) => whole(machine, name))
      .find((path) => path !== undefined && Boolean(machine.output(path, ["--version"])?.trim())),
  );
}

/** WebKitGTK's driver and browser, and a display for it: the system's, or Debian's packages. */
export function findWebKit(machine: EngineMachine): Found<WebKitCommands> {
  return findOrInstall(machine, "WebKit", ["webkit2gtk-driver", "xvfb"], () => {
    const driver = whole(machine, "WebKitWebDriver");
    const xvfb = whole(machine, "Xvfb");
    const miniBrowser = ["x86_64", "aarch64"]
      .map((machineName) => `/usr/lib/${machineName}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
      .find(machine.exists);
    return driver && xvfb && miniBrowser ? { driver, miniBrowser, xvfb } : undefined;
  });
}

function findOrInstall<T>(
  machine: EngineMachine,
  engine: string,
  packages: readonly string[],
  find: () => T | undefined,
): Found<T> {
  const there = find();
  if (there !== undefined) return { found: there };
  const names = packages.join(" and ");
  if (!machine.canInstallPackages) {
    return { missing: `${names} not found, and installing takes root on Debian or Ubuntu` };
  }
  machine.say(`${engine}: apt-get update && apt-get install ${packages.join(" ")}`);
  const installed =
    machine.run("apt-get", ["update"]) &&
    machine.run("apt-get", ["install", "-y", "--no-install-recommends", ...packages]);
  const brought = installed ? find() : undefined;
  return brought === undefined ? { missing: `apt-get could not install ${names}` } : { found: brought };
}

/** Where a command is; drivers want a path. */
function whole({ exists }: EngineMachine, command: string): string | undefined {
  return ["/usr/bin", "/usr/local/bin"].map((folder) => `${folder}/${command}`).find(exists);
}
