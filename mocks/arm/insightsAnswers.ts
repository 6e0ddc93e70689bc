import * as v from "valibot";
import { simNow } from "../sim/clock.ts";
import { closeAlert, stampOf } from "../sim/commands.ts";
import { alertWires, isOf, regionHealthWire, serviceHealthWires } from "./insightsWire.ts";
import { selected } from "./odata.ts";
import { bodyOf, page } from "./question.ts";
import type { Answer, Question } from "./question.ts";
import { errorReply, jsonReply } from "./replies.ts";
import type { Exchange } from "./replies.ts";

/** The one region, as a list. */
export const regionHealths: Answer = ({ exchange }) =>
  jsonReply(exchange, { value: [regionHealthWire(exchange.facts, exchange.now)], nextLink: null });

/** The region with its counts of alerts. */
export const regionHealth: Answer = ({ exchange }) =>
  jsonReply(exchange, regionHealthWire(exchange.facts, exchange.now));

/** The services of the region. */
export const serviceHealths: Answer = ({ exchange }) =>
  jsonReply(exchange, { value: serviceHealthWires(exchange.facts, exchange.now), nextLink: null });

/** One service by its registration id. */
export const serviceHealth: Answer = ({ exchange, target }) => {
  const wires = serviceHealthWires(exchange.facts, exchange.now);
  const found = wires.find(({ name }) => name === target.id.toLowerCase());
  return found ? jsonReply(exchange, found) : notFound(exchange, `serviceHealths/${target.id}`);
};

/** Alerts of the whole region. */
export const alerts: Answer = ({ exchange }) => alertList(exchange, () => true);

/** Alerts of one service. */
export const serviceAlerts: Answer = ({ exchange, target }) =>
  alertList(exchange, (alert) => isOf(alert, target.id));

/** One alert, or its closing by PUT. */
export const alert: Answer = (question) => {
  const { exchange, target } = question;
  if (exchange.method === "PUT") return close(question);
  const found = alertWires(exchange.facts, exchange.now).find((wire) => isNamed(wire, target.id));
  return found ? jsonReply(exchange, found) : notFound(exchange, `alerts/${target.id}`);
};

const CloseSchema = v.object({
  properties: v.object({ state: v.literal("Closed"), closedByUserAlias: v.nullish(v.string()) }),
});

/** Closes an alert; the answer was specified and not recorded, the refusals are ours (unverified). */
async function close({ exchange, target, store, request }: Question): Promise<Response> {
  const user = exchange.url.searchParams.get("user") ?? "";
  const body = v.safeParse(CloseSchema, await bodyOf(request));
  if (user === "") return errorReply(exchange, 400, "MissingUser", "The query parameter user is required.");
  if (!body.success) {
    const message = "The only change of an alert is to close it: its state must be Closed.";
    return errorReply(exchange, 400, "InvalidRequestContent", message);
  }
  const { facts, now } = exchange;
  if (!alertWires(facts, now).some((wire) => isNamed(wire, target.id))) {
    return notFound(exchange, `alerts/${target.id}`);
  }
  const by = body.output.properties.closedByUserAlias ?? user;
  const world = store.update((before) => closeAlert(before, facts.id, store.realNow(), target.id, by));
  const closedFacts = stampOf(world, facts.id) ?? facts;
  const closedNow = simNow(world.clock, store.realNow());
  const closed = alertWires(closedFacts, closedNow).find((wire) => isNamed(wire, target.id));
  return closed ? jsonReply(exchange, closed) : notFound(exchange, `alerts/${target.id}`);
}

function alertList(
  exchange: Exchange,
  isMeant: (wire: ReturnType<typeof alertWires>[number]) => boolean,
): Response {
  const { facts, now, url } = exchange;
  const rows = selected(alertWires(facts, now).filter(isMeant), url);
  if (rows) return jsonReply(exchange, { value: page(rows, url), nextLink: null });
  // What a stamp says to a filter it cannot read was not recorded (unverified).
  return errorReply(exchange, 400, "InvalidFilter", "The $filter or $orderby expression is not supported.");
}

function isNamed({ properties }: { properties: Record<string, unknown> }, id: string): boolean {
  return properties["alertId"] === id.toLowerCase();
}

function notFound(exchange: Exchange, name: string): Response {
  const message = `The Resource 'Microsoft.InfrastructureInsights.Admin/regionHealths/${exchange.facts.region}/${name}' was not found.`;
  return errorReply(exchange, 404, "ResourceNotFound", message);
}
