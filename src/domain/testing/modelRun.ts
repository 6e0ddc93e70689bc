import type { Machine } from "./machine.ts";
import { Judge } from "./modelChecks.ts";
import type { ModelEvent } from "./modelEvents.ts";
import { World } from "./modelWorld.ts";

/** Plays one script and then lets all come to rest; throws Broken at the first promise that does not hold. */
export function play(script: readonly ModelEvent[], machine: Machine): ReadonlyMap<string, number> {
  const world = new World(machine);
  const judge = new Judge(world, machine);
  for (const event of script) {
    world.run(event);
    judge.look();
  }
  world.comeToRest(() => judge.look());
  judge.judgeRest();
  return judge.seen;
}
