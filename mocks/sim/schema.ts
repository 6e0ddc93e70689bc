import * as v from "valibot";
import { ROUTE_NAMES, WORLD_VERSION } from "./facts.ts";
import type { Fault, FaultEffect, FaultScope, Outcome, Refusal, StampFacts, World } from "./facts.ts";

const instant = v.pipe(v.number(), v.finite());
const span = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const version = v.picklist(["2018-09-01", "2021-09-01"]);

/** The five reasons that the documented remedies tell apart. */
export const ReasonSchema = v.picklist(["shareFull", "connectivity", "path", "authentication", "general"]);

/** How a backup ends. */
export const OutcomeSchema: v.GenericSchema<unknown, Outcome> = v.variant("kind", [
  v.object({ kind: v.literal("succeeded") }),
  v.object({ kind: v.literal("partiallySucceeded"), failedRoles: v.array(v.string()) }),
  v.object({
    kind: v.literal("failed"),
    code: v.string(),
    message: v.string(),
    reason: v.exactOptional(ReasonSchema),
    listed: v.picklist(["Failed", "PartialSucceeded", "Succeeded"]),
    failedRoles: v.array(v.string()),
  }),
]);

const ScopeSchema: v.GenericSchema<unknown, FaultScope> = v.object({
  method: v.exactOptional(v.string()),
  route: v.exactOptional(v.picklist(ROUTE_NAMES)),
  skip: v.exactOptional(count),
  skipPerLoad: v.exactOptional(count),
  remaining: v.exactOptional(count),
  fromAt: v.exactOptional(instant),
  untilAt: v.exactOptional(instant),
  answerOnly: v.exactOptional(v.boolean()),
});

const EffectSchema: v.GenericSchema<unknown, FaultEffect> = v.variant("kind", [
  v.object({
    kind: v.literal("status"),
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    body: v.exactOptional(v.string()),
    headers: v.exactOptional(v.record(v.string(), v.string())),
  }),
  v.object({ kind: v.literal("delay"), ms: span }),
  v.object({ kind: v.literal("hang") }),
  v.object({ kind: v.literal("network") }),
  v.object({ kind: v.literal("html") }),
  v.object({ kind: v.literal("truncated") }),
  v.object({ kind: v.literal("unauthorizedUntilSignIn"), rejected: v.exactOptional(count) }),
  v.object({ kind: v.literal("operationGone"), afterMs: span }),
  v.object({ kind: v.literal("noLocation") }),
  v.object({ kind: v.literal("foreignLocation"), location: v.string() }),
  v.object({ kind: v.literal("retryAfter"), value: v.string() }),
  v.object({ kind: v.literal("listSaysStatus"), status: v.string() }),
  v.object({ kind: v.literal("listHides"), startedFrom: instant }),
]);

/** A fault: its scope and its effect. */
export const FaultSchema: v.GenericSchema<unknown, Fault> = v.intersect([ScopeSchema, EffectSchema]);

const plan = {
  takesMs: span,
  rolesMs: span,
  finishesMs: span,
  outcome: OutcomeSchema,
  lacks: v.exactOptional(v.picklist(["upload", "cloudRecovery"])),
};
const RefusalSchema: v.GenericSchema<unknown, Refusal> = v.object({
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  code: v.string(),
  message: v.string(),
  target: v.exactOptional(v.string()),
});

const texts = v.array(v.string());
const period = { fromAt: instant, untilAt: v.nullable(instant) };
const slot = { period: count, slot: v.pipe(v.number(), v.integer()) };
const operation = { id: v.string(), startedAt: instant, takesMs: span };

const StampSchema: v.GenericSchema<unknown, StampFacts> = v.object({
  id: v.string(),
  title: v.string(),
  region: v.string(),
  subscriptionId: v.string(),
  deploymentId: v.string(),
  stampVersion: v.string(),
  oemVersion: v.string(),
  seed: v.number(),
  roles: texts,
  apiVersion: version,
  apiVersions: v.array(version),
  auth: v.variant("kind", [
    v.object({ kind: v.literal("none") }),
    v.object({ kind: v.literal("token") }),
    v.object({ kind: v.literal("msal"), authority: v.string(), clientId: v.string(), scope: v.string() }),
  ]),
  settings: v.pipe(
    v.array(
      v.object({
        fromAt: instant,
        path: v.string(),
        userName: v.string(),
        thumbprint: v.nullable(v.string()),
        blobStorageUrl: v.nullable(v.string()),
        retentionDays: span,
      }),
    ),
    v.minLength(1),
  ),
  share: v.object({
    sizeGb: span,
    usedGb: span,
    backupGb: span,
    garbage: texts,
    garbageGb: span,
    deletionFails: v.boolean(),
  }),
  refuses: v.object({ hosts: texts, shares: texts, secrets: texts }),
  checksSettingsLate: v.boolean(),
  schedule: v.pipe(
    v.array(
      v.object({
        fromAt: instant,
        anchorAt: instant,
        everyMs: v.pipe(span, v.minValue(60_000)),
        enabled: v.boolean(),
      }),
    ),
    v.minLength(1),
  ),
  slotFacts: v.array(
    v.union([
      v.object({ ...slot, plan: v.object(plan) }),
      v.object({ ...slot, skipped: v.picklist(["busy", "updating", "failedOperations"]) }),
    ]),
  ),
  runs: v.array(v.object({ id: v.string(), startedAt: instant, automatic: v.boolean(), ...plan })),
  operations: v.array(
    v.variant("kind", [
      v.object({ ...operation, kind: v.literal("update"), error: v.nullable(RefusalSchema) }),
      v.object({ ...operation, kind: v.literal("prune"), dryRun: v.boolean() }),
    ]),
  ),
  nextOutcomes: v.array(OutcomeSchema),
  troubles: v.array(v.object({ ...period, reason: ReasonSchema })),
  blocks: v.array(v.object({ ...period, reason: v.picklist(["updating", "failedOperations"]) })),
  listsRunning: v.boolean(),
  pageSize: v.nullable(v.pipe(count, v.minValue(1))),
  busyAnswer: RefusalSchema,
  updatingAnswer: RefusalSchema,
  alertClosings: v.array(v.object({ id: v.string(), at: instant, by: v.string() })),
  faults: v.array(FaultSchema),
});

const WorldSchema: v.GenericSchema<unknown, World> = v.object({
  version: v.literal(WORLD_VERSION),
  scenario: v.string(),
  clock: v.object({ realAt: instant, simAt: instant, speed: span }),
  stamps: v.pipe(v.array(StampSchema), v.minLength(1)),
});

/** Reads a saved world; null for anything that is not one of this version. */
export function parseWorld(text: string): World | null {
  try {
    const parsed = v.safeParse(WorldSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
