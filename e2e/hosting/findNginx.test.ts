import { expect, test } from "vitest";
import { findNginx, type Machine } from "./findNginx.ts";

/** A machine with these commands; `apt` is what its packages bring. */
function machineWith(commands: string[], settings: Partial<Machine> & { apt?: string[] } = {}) {
  const { apt = [], ...rest } = settings;
  const ran: string[] = [];
  let services = true;
  const machine: Machine = {
    canInstallPackages: true,
    starts: (command) => commands.includes(command),
    run: (command, args) => {
      ran.push(`${[command, ...args].join(" ")}${services ? "" : " (no services)"}`);
      if (args[0] === "install") commands.push(...apt);
      return true;
    },
    withoutServices: (work) => {
      services = false;
      const answer = work();
      services = true;
      return answer;
    },
    hasSystemd: false,
    say: () => undefined,
    ...rest,
  };
  return { machine, ran };
}

test("an nginx that is there is taken, also from where only root looks", () => {
  for (const command of ["nginx", "/usr/sbin/nginx"]) {
    const { machine, ran } = machineWith([command, "openssl"]);
    expect(findNginx(machine)).toEqual({ command });
    expect(ran).toEqual([]);
  }
});

test("a missing one is installed, and its service is not started", () => {
  const { machine, ran } = machineWith(["openssl"], { apt: ["nginx"] });
  expect(findNginx(machine)).toEqual({ command: "nginx" });
  expect(ran).toEqual([
    "apt-get update (no services)",
    "apt-get install -y --no-install-recommends nginx (no services)",
  ]);
});

test("nor does its service start at the next boot", () => {
  const { machine, ran } = machineWith(["openssl"], { apt: ["nginx"], hasSystemd: true });
  findNginx(machine);
  expect(ran.at(-1)).toBe("systemctl disable nginx (no services)");
});

test("without root, or where apt-get fails, it says what is missing", () => {
  const plain = machineWith(["nginx"], { canInstallPackages: false });
  expect(findNginx(plain.machine)).toEqual({
    missing: "openssl not found, and installing takes root on Debian or Ubuntu",
  });
  expect(plain.ran).toEqual([]);
  const closed = machineWith([], { run: () => false });
  expect(findNginx(closed.machine)).toEqual({ missing: "apt-get could not install nginx and openssl" });
});
