import { simNow } from "../sim/clock.ts";
import { applyControl, parseControl } from "../sim/control.ts";
import { SCENARIOS } from "../sim/scenarios.ts";
import type { WorldStore } from "./store.ts";

/** Last path segment under which a simulation is read (GET) and driven (POST with a JSON command). */
export const CONTROL_SEGMENT = "_mock";

/** Answers the control route: the world, its simulated now and the scenarios, after the command of a POST. */
export async function handleControl(store: WorldStore, request: Request): Promise<Response> {
  if (request.method === "GET") return worldReply(store);
  if (request.method !== "POST") return problem(405, "Use GET or POST.");
  // A JSON body is what keeps a foreign page's form from driving a simulator on loopback.
  if (!/^application\/json\b/i.test(request.headers.get("Content-Type") ?? "")) {
    return problem(415, "Send the command as application/json.");
  }
  const command = parseControl(await jsonOf(request));
  if (typeof command === "string") return problem(400, command);
  store.update((world) => applyControl(world, command, store.realNow()));
  return worldReply(store);
}

function worldReply(store: WorldStore): Response {
  const world = store.read();
  const scenarios = Object.entries(SCENARIOS).map(([name, { title, description, look, control }]) => ({
    name,
    title,
    description,
    look,
    control,
  }));
  return Response.json({ simNow: simNow(world.clock, store.realNow()), world, scenarios });
}

function problem(status: number, message: string): Response {
  return Response.json({ error: { code: "MockControl", message } }, { status });
}

async function jsonOf(request: Request): Promise<unknown> {
  try {
    const body: unknown = await request.json();
    return body;
  } catch {
    return undefined;
  }
}
