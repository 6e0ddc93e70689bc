import type { Failure } from "../domain/failure.ts";
import type { ApiVersion, Stamp, StampAuth, StampHint } from "../domain/stamp.ts";
import { createArmClient, type ArmClient, type ArmClientOptions } from "./client.ts";
import { toApiVersion, toLogin, toRegions, toSubscriptions, type StampLogin } from "./findStampWire.ts";
import { toFailure } from "./errors.ts";

/** The steps of finding a stamp, in this order. */
export type FindStep = "metadata" | "subscription" | "region" | "apiVersion";

/** Why a step ended the search. */
export type FindProblem =
  | { kind: "failure"; failure: Failure }
  /** An answer in another shape: a different service runs at this address. */
  | { kind: "unreadable" }
  | { kind: "noProviderSubscription"; names: string[]; more: boolean }
  | { kind: "noRegion" };

export interface FoundStamp {
  stamp: Stamp;
  /** Null if the stamp, or the proxy in front of it, doesn't say. */
  login: StampLogin | null;
  /** Source of the api-version: the provider's registration, a trial request, or an assumption. */
  apiVersionBy: "given" | "registration" | "asking" | "assumption";
}

export type FindOutcome =
  | { kind: "found"; found: FoundStamp }
  /** The next step needs a token; `refused` if the stamp rejected the given one. */
  | { kind: "signIn"; login: StampLogin | null; refused: boolean }
  | { kind: "failed"; step: FindStep; asked: string; problem: FindProblem };

export interface FindOptions extends Pick<ArmClientOptions, "fetch" | "pageUrl" | "newRequestId"> {
  /** A token for the stamp; null for none. Sent only to `armBase`, and not with the metadata request. */
  token: string | null;
  signal?: AbortSignal;
  /** Called at the start of each step. */
  onStep?: (step: FindStep) => void;
}

/** Requested paths (docs/stamp-api.md "Finding a stamp"). The registration's version is unverified; its failure is harmless. */
const FIND_PATHS = {
  metadata: () => "/metadata/endpoints?api-version=2015-01-01",
  subscription: () => "/subscriptions?api-version=2016-05-01",
  region: (subscription: string) =>
    `/subscriptions/${encodeURIComponent(subscription)}/providers/Microsoft.Subscriptions.Admin/locations?api-version=2015-11-01`,
  apiVersion: (subscription: string) =>
    `/subscriptions/${encodeURIComponent(subscription)}/providers/Microsoft.Backup.Admin?api-version=2016-05-01`,
} as const;

class StepFailed extends Error {
  readonly problem: FindProblem;
  readonly step: FindStep;
  readonly asked: string;

  constructor(step: FindStep, asked: string, problem: FindProblem) {
    super(step);
    this.step = step;
    this.asked = asked;
    this.problem = problem;
  }
}

/**
 * Requests from a stamp's ARM what the hint leaves out. Raises only on abort: every failure is an outcome.
 */
export async function findStamp(hint: StampHint, options: FindOptions): Promise<FindOutcome> {
  let login: StampLogin | null = null;
  try {
    login = await findLogin(hint, options);
    const client = clientOf(hint, options, options.token);
    const subscriptionId = hint.subscriptionId ?? (await findSubscription(client, options));
    const { region, title } = hint.region
      ? { region: hint.region, title: hint.region }
      : await findRegion(client, subscriptionId, options);
    const version = hint.apiVersion
      ? ({ apiVersion: hint.apiVersion, apiVersionBy: "given" } as const)
      : await findApiVersion(client, subscriptionId, region, options);
    const auth: StampAuth = hint.auth ?? { kind: options.token === null ? "none" : "token" };
    const { id, armBase } = hint;
    const { apiVersion, apiVersionBy } = version;
    const stamp: Stamp = {
      id,
      title: hint.title ?? title,
      armBase,
      subscriptionId,
      region,
      apiVersion,
      auth,
    };
    if (hint.timeZone !== undefined) stamp.timeZone = hint.timeZone;
    return { kind: "found", found: { stamp, login, apiVersionBy } };
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    const { step, asked, problem } = error;
    if (problem.kind === "failure" && problem.failure.kind === "auth") {
      return { kind: "signIn", login, refused: options.token !== null };
    }
    return { kind: "failed", step, asked, problem };
  }
}

function clientOf(hint: StampHint, options: FindOptions, token: string | null): ArmClient {
  // The client uses only armBase; each path has its own api-version.
  const unknown: Stamp = {
    id: hint.id,
    title: "",
    armBase: hint.armBase,
    subscriptionId: "",
    region: "",
    apiVersion: hint.apiVersion ?? "2018-09-01",
    auth: { kind: "none" },
  };
  return createArmClient(unknown, { ...options, token: () => token });
}

/**
 * The only step that may fail without ending the search: a proxy that signs in need not forward the metadata, and a
 * pasted token doesn't need it. An unreachable address, or one that isn't an ARM, ends the search.
 */
async function findLogin(hint: StampHint, options: FindOptions): Promise<StampLogin | null> {
  const path = FIND_PATHS.metadata();
  try {
    return toLogin(await ask(clientOf(hint, options, null), "metadata", path, options));
  } catch (error) {
    if (!(error instanceof StepFailed) || error.problem.kind !== "failure") throw error;
    const { status } = error.problem.failure;
    if (status !== null && status >= 400 && status < 500 && status !== 429) return null;
    throw error;
  }
}

async function findSubscription(client: ArmClient, options: FindOptions): Promise<string> {
  const path = FIND_PATHS.subscription();
  const answer = toSubscriptions(await ask(client, "subscription", path, options));
  if (!answer) throw new StepFailed("subscription", path, { kind: "unreadable" });
  const { providerSubscription, names, more } = answer;
  if (providerSubscription) return providerSubscription;
  throw new StepFailed("subscription", path, { kind: "noProviderSubscription", names, more });
}

async function findRegion(client: ArmClient, subscription: string, options: FindOptions) {
  const path = FIND_PATHS.region(subscription);
  const regions = toRegions(await ask(client, "region", path, options));
  if (!regions) throw new StepFailed("region", path, { kind: "unreadable" });
  const [first] = regions;
  if (!first) throw new StepFailed("region", path, { kind: "noRegion" });
  return first;
}

/** 2021-09-01 if supported, else 2018-09-01, which all stamps since 2002 support (docs/stamp-api.md "Calls and versions"). */
async function findApiVersion(
  client: ArmClient,
  subscription: string,
  region: string,
  options: FindOptions,
): Promise<{ apiVersion: ApiVersion; apiVersionBy: FoundStamp["apiVersionBy"] }> {
  const path = FIND_PATHS.apiVersion(subscription);
  const listed = toApiVersion(await answerOrNull(client, path, options));
  if (listed) return { apiVersion: listed, apiVersionBy: "registration" };
  // Unregistered or unreadable: try the newer version on a resource that is read anyway.
  const group = `/subscriptions/${encodeURIComponent(subscription)}/resourceGroups/system.${encodeURIComponent(region)}`;
  const asked = `${group}/providers/Microsoft.Backup.Admin/backupLocations?api-version=2021-09-01`;
  try {
    await ask(client, "apiVersion", asked, options);
    return { apiVersion: "2021-09-01", apiVersionBy: "asking" };
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    const refused = error.problem.kind === "failure" && error.problem.failure.status === 400;
    return { apiVersion: "2018-09-01", apiVersionBy: refused ? "asking" : "assumption" };
  }
}

async function answerOrNull(client: ArmClient, path: string, options: FindOptions): Promise<unknown> {
  try {
    return await ask(client, "apiVersion", path, options);
  } catch (error) {
    if (error instanceof StepFailed) return null;
    throw error;
  }
}

async function ask(client: ArmClient, step: FindStep, path: string, options: FindOptions): Promise<unknown> {
  options.onStep?.(step);
  try {
    const { body } = await client.get({ path, signal: options.signal });
    // ARM answers none of these with a 204 or an empty 200.
    if (body === undefined) throw new StepFailed(step, path, { kind: "unreadable" });
    return body;
  } catch (error) {
    if (error instanceof StepFailed || options.signal?.aborted) throw error;
    throw new StepFailed(step, path, { kind: "failure", failure: toFailure(error) });
  }
}
