import { expect, test } from "vitest";
import { findFirefox, findWebKit, type EngineMachine } from "./findEngines.ts";

const WEBKIT = [
  "/usr/bin/WebKitWebDriver",
  "/usr/bin/Xvfb",
  "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
];

/** A machine with these files; `apt` is what its packages bring. */
function machineWith(files: string[], settings: Partial<EngineMachine> & { apt?: string[] } = {}) {
  const { apt = [], ...rest } = settings;
  const ran: string[] = [];
  const machine: EngineMachine = {
    canInstallPackages: true,
    exists: (path) => files.includes(path),
    output: (command) => (files.includes(command) ? "Mozilla Firefox 153.7.0esr\n" : undefined),
    run: (command, args) => {
      ran.push([command, ...args].join(" "));
      if (args[0] === "install") files.push(...apt);
      return true;
    },
    say: () => undefined,
    ...rest,
  };
  return { machine, ran };
}

test("browsers that are there are taken, and nothing is installed", () => {
  const { machine, ran } = machineWith(["/usr/bin/firefox", ...WEBKIT]);
  expect(findFirefox(machine)).toEqual({ found: "/usr/bin/firefox" });
  expect(findWebKit(machine)).toEqual({
    found: { driver: WEBKIT[0], xvfb: WEBKIT[1], miniBrowser: WEBKIT[2] },
  });
  expect(ran).toEqual([]);
});

test("missing ones are installed where that is possible", () => {
  const firefox = machineWith([], { apt: ["/usr/bin/firefox-esr"] });
  expect(findFirefox(firefox.machine)).toEqual({ found: "/usr/bin/firefox-esr" });
  expect(firefox.ran).toEqual(["apt-get update", "apt-get install -y --no-install-recommends firefox-esr"]);
  const webkit = machineWith(["/usr/bin/Xvfb"], { apt: WEBKIT });
  expect(findWebKit(webkit.machine)).toHaveProperty("found.driver", WEBKIT[0]);
});

test("a Firefox that does not start is as good as none", () => {
  const { machine } = machineWith(["/usr/bin/firefox"], {
    canInstallPackages: false,
    output: () => undefined,
  });
  expect(findFirefox(machine)).toHaveProperty("missing");
});

test("without root, or where apt-get fails, one line says what is missing", () => {
  const plain = machineWith([], { canInstallPackages: false });
  expect(findWebKit(plain.machine)).toEqual({
    missing: "webkit2gtk-driver and xvfb not found, and installing takes root on Debian or Ubuntu",
  });
  expect(plain.ran).toEqual([]);
  const closed = machineWith([], { run: () => false });
  expect(findFirefox(closed.machine)).toEqual({ missing: "apt-get could not install firefox-esr" });
});
