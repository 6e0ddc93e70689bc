import { afterEach, expect, test } from "vitest";
import { at, jsonOf, rowsOf } from "../arm/testing.ts";
import { createMockArmServer } from "./http.ts";
import type { MockArmOptions, MockArmServer } from "./http.ts";

const NOW = Date.UTC(2026, 10, 23, 10);
const servers: MockArmServer[] = [];

afterEach(async () => {
  for (const { server } of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(
  options: MockArmOptions = {},
): Promise<{ origin: string; arm: string; subscription: string }> {
  const mock = createMockArmServer({ realNow: () => NOW, ...options });
  servers.push(mock);
  await new Promise<void>((resolve) => mock.server.listen(0, "127.0.0.1", resolve));
  const address = mock.server.address();
  if (typeof address !== "object" || !address) throw new Error("The server has no port");
  const subscription = mock.store.read().stamps[0]?.subscriptionId ?? "";
  const origin = `http://127.0.0.1:${address.port}`;
  const arm = `/subscriptions/${subscription}/resourceGroups/system.redmond/providers/Microsoft.Backup.Admin/backupLocations/redmond`;
  return { origin, arm, subscription };
}

async function control(origin: string, command: unknown): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return fetch(`${origin}/_mock`, { method: "POST", headers, body: JSON.stringify(command) });
}

const VERSION = "?api-version=2018-09-01";

test.each(["", "/arm/redmond"])(
  "a client of %j starts a backup and follows Location to its 200",
  async (base) => {
    const { origin, arm } = await listen();
    const started = await fetch(`${origin}${base}${arm}/createBackup${VERSION}`, { method: "POST" });
    const location = started.headers.get("Location") ?? "";
    expect([started.status, location.startsWith(`${origin}${base}${arm}/operationResults/`)]).toEqual([
      202,
      true,
    ]);
    expect((await fetch(location)).status).toBe(202);
    await control(origin, { jump: { before: "end", leadMs: 0 } });
    const ended = await fetch(location);
    expect(ended.status).toBe(200);
    expect(at(await jsonOf(ended), "properties", "backupInfo", "status")).toBe("Succeeded");
  },
);

test("the control route drives the simulation", async () => {
  const { origin, arm } = await listen();
  const reply = await control(origin, {
    scenario: "no-backups-yet",
    speed: 60,
    startElsewhere: { automatic: false },
    fault: { kind: "status", status: 503, remaining: 1, route: "backups" },
  });
  expect(at(await jsonOf(reply), "world", "clock", "speed")).toBe(60);
  expect((await fetch(`${origin}${arm}/backups${VERSION}`)).status).toBe(503);
  expect(await rowsOf(await fetch(`${origin}${arm}/backups${VERSION}`))).toHaveLength(1);
  const world = await jsonOf(await fetch(`${origin}/_mock`));
  expect([at(world, "simNow"), at(world, "world", "scenario")]).toEqual([NOW, "no-backups-yet"]);
});

test.each([[{ speed: -1 }], [{ fault: { kind: "nope" } }], [{ unheardOf: true }], ["text"], [null]])(
  "the command %j is refused and changes nothing",
  async (command) => {
    const { origin } = await listen();
    const before = await jsonOf(await fetch(`${origin}/_mock`));
    expect((await control(origin, command)).status).toBe(400);
    expect(await jsonOf(await fetch(`${origin}/_mock`))).toEqual(before);
  },
);

test("a form of another page cannot drive it", async () => {
  const { origin } = await listen();
  const reply = await fetch(`${origin}/_mock`, { method: "POST", body: '{"scenario":"unreachable"}' });
  expect(reply.status).toBe(415);
});

test("an unreachable stamp breaks the connection", async () => {
  const { origin, arm } = await listen({ scenario: "unreachable" });
  await expect(fetch(`${origin}${arm}${VERSION}`)).rejects.toThrow();
});

test("an unknown stamp is not found", async () => {
  const { origin } = await listen();
  expect((await fetch(`${origin}/arm/nowhere/subscriptions${VERSION}`)).status).toBe(404);
});
