import type { Failure } from "../domain/failure.ts";
import type { ApiVersion, Stamp, StampAuth, StampHint } from "../domain/stamp.ts";
import { createArmClient, type ArmClient, type ArmClientOptions } from "./client.ts";
import { toApiVersion, toLogin, toRegions, toSubscriptions, type StampLogin } from "./findStampWire";
import { toFailure } from "./errors.ts";

/** What is asked of a stamp to know it, in this order. */
export type FindStep = "metadata" | "subscription" | "region" | "apiVersion";

/** Why a step ended the search. */
export type FindProblem =
  | { kind: "failure"; failure: Failure }
  /** An answer of another shape: some other service answers at this address. */
  | { kind: "unreadable" }
  | { kind: "noProviderSubscription"; names: string[]; more: boolean }
  | { kind: "noRegion" };

export interface FoundStamp {
  stamp: Stamp;
  /** Null where the stamp, or what stands in front of it, does not tell. */
  login: StampLogin | null;
  /** How the api-version is known: by the provider's registration, by asking, or not at all. */
  apiVersionBy: "given" | "registration" | "asking" | "assumption";
}

export type FindOutcome =
  | { kind: "found"; found: FoundStamp }
  /** The stamp wants a token to go on; `refused` when it did not take the one it was given. */
  | { kind: "signIn"; login: StampLogin | null; refused: boolean }
  | { kind: "failed"; step: FindStep; asked: string; problem: FindProblem };

export interface FindOptions extends Pick<ArmClientOptions, "fetch" | "pageUrl" | "newRequestId"> {
  /** A token for the stamp, null for none. Sent to `armBase` and nowhere else, and not with the metadata. */
  token: string | null;
  signal?: AbortSignal;
  /** Told each step as it begins. */
  onStep?: (step: FindStep) => void;
}

/** Paths asked (docs/stamp-api.md "Finding a stamp"). The registration's version is unverified, and its failure harmless. */
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
 * Finds what is not given of a stamp by asking its ARM. Raises only what an abort raises: every failure is an
 * outcome. What the hint gives is not asked for.
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
  // The client asks below armBase and takes an api-version from each path; nothing else of a stamp is used.
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
 * The one step that may fail in part: a proxy that signs in by itself need not pass the metadata on, and a pasted
 * token needs none of it. What cannot be reached, or is no ARM at all, ends the search.
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

/** 2021-09-01 where the stamp speaks it, else 2018-09-01, as all since 2002 do (docs/stamp-api.md "Calls and versions"). */
async function findApiVersion(
  client: ArmClient,
  subscription: string,
  region: string,
  options: FindOptions,
): Promise<{ apiVersion: ApiVersion; apiVersionBy: FoundStamp["apiVersionBy"] }> {
  const path = FIND_PATHS.apiVersion(subscription);
  const listed = toApiVersion(await answerOrNull(client, path, options));
  if (listed) return { apiVersion: listed, apiVersionBy: "registration" };
  // Unregistered or unreadable: the newer version is tried on what will be read anyway.
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
    // A 204 or an empty 200 is no answer of ARM to any of these.
    if (body === undefined) throw new StepFailed(step, path, { kind: "unreadable" });
    return body;
  } catch (error) {
    if (error instanceof StepFailed || options.signal?.aborted) throw error;
    throw new StepFailed(step, path, { kind: "failure", failure: toFailure(error) });
  }
}
