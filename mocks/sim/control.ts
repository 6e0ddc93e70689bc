import * as v from "valibot";
import { jumpTo, simNow, withSpeed } from "./clock.ts";
import {
  failRunningNow,
  jumpBefore,
  setBlock,
  setNextOutcomes,
  setScheduler,
  setTrouble,
  startElsewhere,
} from "./commands.ts";
import type { World } from "./facts.ts";
import { addFault, clearFaults, signIn } from "./faults.ts";
import { createWorld, reset, SCENARIOS } from "./scenarios.ts";
import { FaultSchema, OutcomeSchema, ReasonSchema } from "./schema.ts";

const ControlSchema = v.strictObject({
  /** Stamp id; the first stamp where absent. */
  stamp: v.exactOptional(v.string()),
  /** Starts anew from this scenario; a world of the same name too. */
  scenario: v.exactOptional(v.string()),
  /** Starts the present scenario anew, at the present speed. */
  reset: v.exactOptional(v.literal(true)),
  speed: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(600))),
  clearFaults: v.exactOptional(v.literal(true)),
  signIn: v.exactOptional(v.literal(true)),
  /** With `remaining: n` it hits the next n requests. */
  fault: v.exactOptional(FaultSchema),
  /** Of every stamp: no request arrives, or they do again. */
  connection: v.exactOptional(v.picklist(["lost", "restored"])),
  scheduler: v.exactOptional(v.boolean()),
  nextOutcomes: v.exactOptional(v.array(OutcomeSchema)),
  /** From now on every backup fails for this reason; null ends it. */
  trouble: v.exactOptional(v.nullable(ReasonSchema)),
  /** From now on slots are skipped for this reason; null ends it. */
  block: v.exactOptional(v.nullable(v.picklist(["updating", "failedOperations"]))),
  startElsewhere: v.exactOptional(v.object({ automatic: v.boolean() })),
  failRunning: v.exactOptional(
    v.object({ code: v.string(), message: v.string(), reason: v.exactOptional(ReasonSchema) }),
  ),
  jump: v.exactOptional(
    v.union([
      v.strictObject({
        before: v.picklist(["listed", "end", "nextSlot"]),
        leadMs: v.exactOptional(v.pipe(v.number(), v.finite())),
      }),
      v.strictObject({ byMs: v.pipe(v.number(), v.finite(), v.minValue(0)) }),
    ]),
  ),
});

/** What a presenter or a test may ask of a running simulation, all of it optional. */
export type ControlCommand = v.InferOutput<typeof ControlSchema>;

/** Reads a command; for anything else the text says what is wrong with it. */
export function parseControl(json: unknown): ControlCommand | string {
  const parsed = v.safeParse(ControlSchema, json);
  if (!parsed.success) {
    return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "command"}: ${issue.message}`).join("\n");
  }
  const { scenario } = parsed.output;
  // In an address an unknown name falls back; whoever sends a command is better told.
  return scenario === undefined || Object.hasOwn(SCENARIOS, scenario)
    ? parsed.output
    : `scenario: there is none named ${scenario}`;
}

/** The world after the command, its parts taken in the order of the schema. */
export function applyControl(world: World, command: ControlCommand, realNow: number): World {
  let next = command.scenario === undefined ? world : createWorld(command.scenario, realNow);
  if (command.reset) next = reset(next, realNow);
  const stampId = command.stamp ?? next.stamps[0]?.id ?? "";
  if (command.speed !== undefined) next = withSpeed(next, command.speed, realNow);
  if (command.clearFaults) next = clearFaults(next, stampId);
  if (command.signIn) next = signIn(next, stampId);
  if (command.fault) next = addFault(next, stampId, command.fault);
  if (command.connection) next = withConnection(next, command.connection);
  if (command.scheduler !== undefined) next = setScheduler(next, stampId, realNow, command.scheduler);
  if (command.nextOutcomes) next = setNextOutcomes(next, stampId, command.nextOutcomes);
  if (command.trouble !== undefined) next = setTrouble(next, stampId, realNow, command.trouble);
  if (command.block !== undefined) next = setBlock(next, stampId, realNow, command.block);
  if (command.startElsewhere) next = startElsewhere(next, stampId, realNow, command.startElsewhere);
  if (command.failRunning) next = failRunningNow(next, stampId, realNow, command.failRunning);
  return command.jump ? jumped(next, stampId, command.jump, realNow) : next;
}

function jumped(
  world: World,
  stampId: string,
  jump: NonNullable<ControlCommand["jump"]>,
  realNow: number,
): World {
  if ("byMs" in jump) return jumpTo(world, simNow(world.clock, realNow) + jump.byMs, realNow);
  return jumpBefore(world, stampId, realNow, jump.before, jump.leadMs);
}

function withConnection(world: World, connection: "lost" | "restored"): World {
  return world.stamps.reduce((next, { id }) => {
    const restored = clearFaults(next, id, "network");
    return connection === "lost" ? addFault(restored, id, { kind: "network" }) : restored;
  }, world);
}
