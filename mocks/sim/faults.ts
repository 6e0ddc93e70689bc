import { holdsAt } from "./backups.ts";
import { withStamp } from "./commands.ts";
import type { Fault, FaultKind, RouteName, StampFacts, World } from "./facts.ts";
import { hash } from "./random.ts";

export interface RequestShape {
  method: string;
  route: RouteName | null;
  /** Value of the Authorization header, if any. */
  authorization: string | null;
}

export interface TakenFaults {
  facts: StampFacts;
  hits: Fault[];
}

/** Faults that hit this request at `now`, and the facts with their counts moved on. */
export function takeFaults(facts: StampFacts, request: RequestShape, now: number): TakenFaults {
  const hits: Fault[] = [];
  const faults: Fault[] = [];
  for (const fault of facts.faults) {
    if (!isInScope(fault, request, now)) {
      faults.push(fault);
    } else if (fault.kind === "unauthorizedUntilSignIn" && isSignedIn(fault.rejected, request)) {
      continue;
    } else if ((fault.skip ?? 0) > 0) {
      faults.push({ ...fault, skip: (fault.skip ?? 0) - 1 });
    } else if (fault.kind === "unauthorizedUntilSignIn" && fault.rejected === undefined) {
      hits.push(fault);
      faults.push({ ...fault, rejected: hash(request.authorization ?? "") });
    } else {
      hits.push(fault);
      if (fault.remaining === undefined) faults.push(fault);
      else if (fault.remaining > 1) faults.push({ ...fault, remaining: fault.remaining - 1 });
    }
  }
  const unchanged = faults.length === facts.faults.length && faults.every((it, i) => it === facts.faults[i]);
  return { facts: unchanged ? facts : { ...facts, faults }, hits };
}

/** A page was loaded: faults that let its first requests pass do so again. */
export function rearm(world: World): World {
  const isDue = (fault: Fault): boolean => (fault.skipPerLoad ?? 0) > (fault.skip ?? 0);
  if (!world.stamps.some((facts) => facts.faults.some(isDue))) return world;
  const stamps = world.stamps.map((facts) => ({
    ...facts,
    faults: facts.faults.map((fault) => (isDue(fault) ? { ...fault, skip: fault.skipPerLoad ?? 0 } : fault)),
  }));
  return { ...world, stamps };
}

/** Adds a fault to one stamp. */
export function addFault(world: World, stampId: string, fault: Fault): World {
  return withStamp(world, stampId, (facts) => ({ ...facts, faults: [...facts.faults, fault] }));
}

/** Removes a stamp's faults, or those of one kind. */
export function clearFaults(world: World, stampId: string, kind?: FaultKind): World {
  return withStamp(world, stampId, (facts) => ({
    ...facts,
    faults: kind === undefined ? [] : facts.faults.filter((fault) => fault.kind !== kind),
  }));
}

/** The operator has signed in again: requests are let through. */
export function signIn(world: World, stampId: string): World {
  return clearFaults(world, stampId, "unauthorizedUntilSignIn");
}

function isInScope(fault: Fault, request: RequestShape, now: number): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== request.method) return false;
  if (fault.route !== undefined && fault.route !== request.route) return false;
  return fault.remaining !== 0 && holdsAt(fault, now);
}

function isSignedIn(rejected: number | undefined, { authorization }: RequestShape): boolean {
  return rejected !== undefined && authorization !== null && hash(authorization) !== rejected;
}
