/** What finding nginx touches of the machine; tests put their own in its place. */
export interface Machine {
  /** Root of a Debian or Ubuntu, who may install packages. */
  canInstallPackages: boolean;
  /** Whether a command starts and ends well. */
  starts: (command: string, args: readonly string[]) => boolean;
  /** Runs a command to its end with its output on the screen; whether it succeeded. */
  run: (command: string, args: readonly string[]) => boolean;
  /** Runs something while the system is told to start no service of a package; its answer. */
  withoutServices: <T>(work: () => T) => T;
  /** Whether systemd runs here, which would start an installed service at the next boot. */
  hasSystemd: boolean;
  say: (line: string) => void;
}

/** Debian keeps it out of a plain user's PATH. */
const COMMANDS = ["nginx", "/usr/sbin/nginx"];

/**
 * An nginx and an openssl that start: the system's, or Debian's packages where they may be installed. Answers nginx'
 * command, or why there is none. An installed nginx is left without a running service.
 */
export function findNginx(machine: Machine): { command: string } | { missing: string } {
  const { starts, run, say } = machine;
  const nginx = () => COMMANDS.find((command) => starts(command, ["-v"]));
  const openssl = () => starts("openssl", ["version"]);
  const found = () => {
    const command = nginx();
    return command !== undefined && openssl() ? command : undefined;
  };

  const command = found();
  if (command !== undefined) return { command };
  const wanted = [...(nginx() === undefined ? ["nginx"] : []), ...(openssl() ? [] : ["openssl"])];
  if (!machine.canInstallPackages) {
    return { missing: `${wanted.join(" and ")} not found, and installing takes root on Debian or Ubuntu` };
  }
  say(`nginx: apt-get update && apt-get install ${wanted.join(" ")}`);
  const installed = machine.withoutServices(
    () =>
      run("apt-get", ["update"]) &&
      run("apt-get", ["install", "-y", "--no-install-recommends", ...wanted]) &&
      (!machine.hasSystemd || !wanted.includes("nginx") || run("systemctl", ["disable", "nginx"])),
  );
  const brought = installed ? found() : undefined;
  return brought === undefined
    ? { missing: `apt-get could not install ${wanted.join(" and ")}` }
    : { command: brought };
}
