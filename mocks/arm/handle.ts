import { simNow } from "../sim/clock.ts";
import { stampOf, withStamp } from "../sim/commands.ts";
import type { Fault, StampFacts } from "../sim/facts.ts";
import { takeFaults } from "../sim/faults.ts";
import { ANSWERS } from "./answers.ts";
import { altered, faultReply, replacesAnswer, unauthorizedReply } from "./faultReplies.ts";
import { resourceNotFound, versionOf } from "./question.ts";
import { errorReply, textReply } from "./replies.ts";
import type { Exchange } from "./replies.ts";
import { matchTarget } from "./routes.ts";
import type { Target } from "./routes.ts";
import type { WorldStore } from "./store.ts";

/** Answers one request to the stamp `stampId`, whose ARM lies at `armBase` (absolute, or a path on the request's origin). */
export type Handler = (request: Request, stampId: string, armBase: string) => Promise<Response>;

export interface HandlerOptions {
  /** Real waiting for delay faults; the default sets a timer. */
  wait?: (ms: number) => Promise<void>;
  /**
   * Whose seconds `Retry-After` counts on a sped-up clock: the stamp's (the default; who polls divides by the speed
   * itself), or real ones, for clients that know of no speed.
   */
  retryAfter?: "stampTime" | "realTime";
}

/** A stamp's admin ARM over the simulation in `store`. */
export function createHandler(store: WorldStore, options: HandlerOptions = {}): Handler {
  const wait = options.wait ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const { retryAfter = "stampTime" } = options;
  let count = 0;
  return async (request, stampId, armBase) => {
    const url = new URL(request.url);
    const armUrl = new URL(armBase, url.origin);
    const armRoot = `${armUrl.origin}${armUrl.pathname}`.replace(/\/$/, "");
    const target = matchTarget(url.href.slice(armRoot.length).split(/[?#]/)[0] ?? "");
    const faults = hitsOn(store, stampId, request, target);
    for (const fault of faults) if (fault.kind === "delay") await wait(fault.ms);

    const world = store.read();
    const facts = stampOf(world, stampId);
    if (!facts) return unknownStamp(stampId);
    count += 1;
    const now = simNow(world.clock, store.realNow());
    const exchange: Exchange = {
      facts,
      now,
      method: request.method.toUpperCase(),
      url,
      armRoot,
      count,
      pollRate: retryAfter === "realTime" ? Math.max(1, world.clock.speed) : 1,
    };

    const replacement = faults.find(replacesAnswer);
    if (replacement && !replacement.answerOnly) return faultReply(exchange, replacement, request.signal);
    const refusal = refusalOf(exchange, target, request.headers.get("Authorization"));
    const question = target && { exchange, target, faults, store, request };
    const reply = refusal ?? (question && (await ANSWERS[question.target.route](question)));
    if (replacement) return faultReply(exchange, replacement, request.signal);
    return altered(reply ?? resourceNotFound(exchange, url.pathname), faults);
  };
}

function hitsOn(
  store: WorldStore,
  stampId: string,
  request: Request,
  target: Target | null,
): readonly Fault[] {
  // Most worlds have no faults, and a read must not write the world then.
  if (stampOf(store.read(), stampId)?.faults.length === 0) return [];
  let hits: readonly Fault[] = [];
  const shape = {
    method: request.method.toUpperCase(),
    route: target?.route ?? null,
    authorization: request.headers.get("Authorization"),
  };
  store.update((world) => {
    const facts = stampOf(world, stampId);
    if (!facts) return world;
    const taken = takeFaults(facts, shape, simNow(world.clock, store.realNow()));
    hits = taken.hits;
    return taken.facts === facts ? world : withStamp(world, stampId, () => taken.facts);
  });
  return hits;
}

function refusalOf(exchange: Exchange, target: Target | null, authorization: string | null): Response | null {
  const { facts, method, url } = exchange;
  const isOpen = target?.route === "metadata";
  if (facts.auth.kind !== "none" && authorization === null && !isOpen) return unauthorizedReply(exchange);
  if (!target) return resourceNotFound(exchange, url.pathname);
  const wrongVersion = versionRefusal(exchange, target);
  if (wrongVersion) return wrongVersion;
  if (target.subscription !== "" && !isSame(target.subscription, facts.subscriptionId)) {
    const message = `The subscription '${target.subscription}' could not be found.`;
    return errorReply(exchange, 404, "SubscriptionNotFound", message);
  }
  const isOurs = target.resourceGroup === "" || isSame(target.resourceGroup, `system.${facts.region}`);
  if (!isOurs || (target.location !== "" && !isSame(target.location, facts.region))) {
    return resourceNotFound(exchange, `backupLocations/${target.location}`);
  }
  // PATCH came with 2021-09-01.
  const isTooNew = method === "PATCH" && versionOf(exchange) === "2018-09-01";
  if (target.methods.includes(method) && !isTooNew) return null;
  // Recorded 405s carry a bare message without the envelope (docs/stamp-api.md "Errors").
  const body = JSON.stringify({
    message: `The requested resource does not support http method '${method}'.`,
  });
  return textReply(exchange, 405, body, "application/json; charset=utf-8");
}

/** Public ARM's answers to a missing and to an unsupported version; a stamp's own are unverified. */
function versionRefusal(exchange: Exchange, target: Target): Response | null {
  const { facts, url } = exchange;
  const asked = url.searchParams.get("api-version");
  if (asked === null || asked === "") {
    const message = "The api-version query parameter (?api-version=) is required for all requests.";
    return errorReply(exchange, 400, "MissingApiVersionParameter", message);
  }
  const spoken: readonly string[] =
    target.service === "insights"
      ? ["2016-05-01"]
      : target.service === "backup"
        ? facts.apiVersions
        : [asked];
  if (spoken.some((version) => isSame(version, asked))) return null;
  const message =
    `No registered resource provider found for location '${facts.region}' and API version '${asked}' ` +
    `for type '${typeOf(target)}'. The supported api-versions are '${spoken.join(", ")}'. ` +
    `The supported locations are '${facts.region}'.`;
  return errorReply(exchange, 400, "NoRegisteredProviderFound", message);
}

function typeOf({ service, route }: Target): string {
  if (service === "insights") return "regionHealths";
  return route.startsWith("backupLocation") ? "backupLocations" : "backupLocations/backups";
}

function unknownStamp(stampId: string): Response {
  const error = { code: "NotFound", message: `This simulation has no stamp '${stampId}'.` };
  return Response.json({ error }, { status: 404 });
}

function isSame(left: StampFacts["region"], right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
