import * as v from "valibot";
import { backupsAt, isGone, operationAt, OPERATION_REMEMBERED_MS } from "../sim/backups.ts";
import { start } from "../sim/commands.ts";
import { configure } from "../sim/configure.ts";
import type { OperationFacts, Refusal, World } from "../sim/facts.ts";
import { pathsToDelete, prune } from "../sim/prune.ts";
import { operationBackupWire } from "./backupWire.ts";
import { changeOf } from "./locationBody.ts";
import { locationWire } from "./locationWire.ts";
import { bodyOf, resourceNotFound, versionOf } from "./question.ts";
import type { Answer, Question } from "./question.ts";
import { acceptedReply, errorReply, jsonReply, refusalReply, retryAfter, textReply } from "./replies.ts";

/** Recorded: 60 s for backups and pruning (Start-AzsBackup, TestPrune), 5 s for settings (TestUpdateBackupLocation). */
const RETRY_AFTER_SECONDS = { backup: 60, prune: 60, update: 5 };

type Kind = keyof typeof RETRY_AFTER_SECONDS;
type Result =
  | { kind: "refused"; world: World; refusal: Refusal }
  | { kind: string; world: World; id: string };

/** Starts a backup. */
export const createBackup: Answer = (question) =>
  began(question, "backup", (world, stampId, realNow) => start(world, stampId, realNow));

/** Changes the location: PUT in both versions, PATCH in 2021-09-01. */
export async function updateLocation(question: Question): Promise<Response> {
  const { exchange, request } = question;
  const change = await changeOf(await bodyOf(request), versionOf(exchange));
  if (change === null) return invalidBody(exchange);
  return began(question, "update", (world, stampId, realNow) => configure(world, stampId, realNow, change));
}

const PruneSchema = v.object({ operationType: v.exactOptional(v.picklist(["Default", "DryRun"])) });

/** Prunes the external store, or says what it would delete. */
export async function pruneExternalStore(question: Question): Promise<Response> {
  const text = await question.request.text();
  const option = v.safeParse(PruneSchema, text.trim() === "" ? {} : jsonIn(text));
  if (!option.success) return invalidBody(question.exchange);
  const dryRun = option.output.operationType === "DryRun";
  return began(question, "prune", (world, stampId, realNow) => prune(world, stampId, realNow, dryRun));
}

/** Restoring a running stamp is what no mock should pretend: refused for what it is (ours, unverified). */
export const restore: Answer = ({ exchange, target }) => {
  const { facts, now } = exchange;
  if (!backupsAt(facts, now).some((view) => view.id === target.id.toLowerCase()))
    return resourceNotFound(exchange, `backupLocations/${target.location}/backups/${target.id}`);
  const message =
    "A backup can only be restored during cloud recovery, when a stamp is deployed in recovery mode. It cannot be restored on a running stamp.";
  return errorReply(exchange, 400, "RestoreOnlyDuringCloudRecovery", message);
};

/** The state of any operation: 202 with the same links, or its end. */
export const operationResult: Answer = (question) => {
  const { exchange, target } = question;
  const { facts, now } = exchange;
  const view = operationAt(facts, target.id, now);
  if (view) {
    if (view.operation === "running") return accepted(question, "backup", view.id);
    return view.error
      ? failed(exchange, { status: 500, ...view.error })
      : jsonReply(exchange, operationBackupWire(facts, view), "");
  }
  const operation = facts.operations.find((candidate) => candidate.id === target.id.toLowerCase());
  const endAt = operation ? operation.startedAt + operation.takesMs : 0;
  if (!operation || now >= endAt + OPERATION_REMEMBERED_MS || isGone(facts, operation.startedAt, now)) {
    return errorReply(exchange, 404, "NotFound", `The operation '${target.id}' was not found.`);
  }
  return operation.kind === "prune"
    ? pruneResult(question, operation, now < endAt)
    : updateResult(question, operation, now < endAt);
};

function updateResult(
  question: Question,
  operation: Extract<OperationFacts, { kind: "update" }>,
  isRunning: boolean,
): Response {
  const { exchange } = question;
  if (isRunning) return accepted(question, "update", operation.id);
  if (operation.error) return failed(exchange, operation.error);
  return jsonReply(exchange, locationWire(exchange.facts, versionOf(exchange), exchange.now), "");
}

/** Two addresses for one pruning: Location gives the paths, Azure-AsyncOperation the state around them (TestPrune). */
function pruneResult(question: Question, { id, startedAt }: OperationFacts, isRunning: boolean): Response {
  const { exchange } = question;
  const isAsync = exchange.url.searchParams.get("IsAsyncOperation") === "1";
  const name = id;
  if (isRunning && !isAsync) return accepted(question, "prune", id);
  if (isRunning) {
    // What is said of a running one was not recorded (unverified).
    const reply = jsonReply(exchange, { status: "Running", id: exchange.url.pathname, name }, "");
    reply.headers.set("Retry-After", retryAfter(exchange, RETRY_AFTER_SECONDS.prune));
    return reply;
  }
  const properties = { pathsToDelete: pathsToDelete(exchange.facts, startedAt) };
  return jsonReply(
    exchange,
    isAsync ? { status: "Succeeded", id: exchange.url.pathname, name, properties } : { properties },
    "",
  );
}

function began(
  question: Question,
  kind: Kind,
  begin: (world: World, stampId: string, realNow: number) => Result,
): Response {
  const { exchange, store } = question;
  let result: Result | undefined;
  store.update((world) => {
    result = begin(world, exchange.facts.id, store.realNow());
    return result.world;
  });
  if (!result) throw new Error("The store did not run the update");
  if ("refusal" in result) return refusalReply(exchange, result.refusal);
  return accepted(question, kind, result.id);
}

function accepted({ exchange, target }: Question, kind: Kind, id: string): Response {
  const query = `?api-version=${versionOf(exchange)}`;
  const location = `${exchange.armRoot}${target.locationPath}/operationResults/${id}${query}`;
  const async = kind === "prune" ? `${location}&IsAsyncOperation=1` : undefined;
  return acceptedReply(exchange, location, RETRY_AFTER_SECONDS[kind], async);
}

/** An operation that ended in failure: the recorded shape of sibling providers (docs/stamp-api.md "Failed operations"). */
function failed(exchange: Question["exchange"], { status, ...error }: Refusal): Response {
  const body = JSON.stringify({ properties: { provisioningState: "Failed" }, error });
  return textReply(exchange, status, body, "application/json");
}

function invalidBody(exchange: Question["exchange"]): Response {
  return errorReply(exchange, 400, "InvalidRequestContent", "The request content is not valid.");
}

function jsonIn(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}
