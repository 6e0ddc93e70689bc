import { backupsAt } from "../sim/backups.ts";
import type { BackupView } from "../sim/backups.ts";
import type { Fault } from "../sim/facts.ts";
import { backupTexts, backupWire } from "./backupWire.ts";
import { locations, metadata, provider, providerOperations, subscriptions } from "./coreAnswers.ts";
import {
  alert,
  alerts,
  regionHealth,
  regionHealths,
  serviceAlerts,
  serviceHealth,
  serviceHealths,
} from "./insightsAnswers.ts";
import { locationWire } from "./locationWire.ts";
import {
  createBackup,
  operationResult,
  pruneExternalStore,
  restore,
  updateLocation,
} from "./operationAnswers.ts";
import { numberIn, page, resourceNotFound, versionOf } from "./question.ts";
import type { Answer } from "./question.ts";
import { jsonReply, textReply } from "./replies.ts";
import type { Exchange } from "./replies.ts";
import type { Target } from "./routes.ts";

/** What the stamp answers to a request that passed every check. */
export const ANSWERS: Record<Target["route"], Answer> = {
  backupLocations: ({ exchange }) => {
    const { facts, now, url } = exchange;
    const value = page([locationWire(facts, versionOf(exchange), now)], url);
    return jsonReply(exchange, { value, nextLink: null });
  },
  backupLocation: (question) => {
    const { exchange } = question;
    if (exchange.method !== "GET") return updateLocation(question);
    return jsonReply(exchange, locationWire(exchange.facts, versionOf(exchange), exchange.now));
  },
  backups: ({ exchange, target, faults }) => {
    // By id, as all recorded lists happen to be: not newest first, and stable between two reads.
    const views = listed(exchange, faults).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const { rows, nextLink } = paged(views, exchange, target);
    const texts = backupTexts(exchange.facts, rows);
    const body = `{"value":[${texts.join(",")}],"nextLink":${JSON.stringify(nextLink)}}`;
    return textReply(exchange, 200, body, "application/json; charset=utf-8");
  },
  backup: ({ exchange, target, faults }) => {
    const view = listed(exchange, faults).find((candidate) => candidate.id === target.id.toLowerCase());
    if (view) return jsonReply(exchange, backupWire(exchange.facts, view));
    return resourceNotFound(exchange, `backupLocations/${target.location}/backups/${target.id}`);
  },
  createBackup,
  pruneExternalStore,
  restore,
  operationResult,
  providerOperations,
  provider,
  subscriptions,
  locations,
  metadata,
  regionHealths,
  regionHealth,
  serviceHealths,
  serviceHealth,
  alerts,
  serviceAlerts,
  alert,
};

function listed({ facts, now }: Exchange, faults: readonly Fault[]): BackupView[] {
  const views = backupsAt(facts, now);
  const said = faults.find((fault) => fault.kind === "listSaysStatus");
  if (!said) return views;
  return views.map((view, index) => (index === views.length - 1 ? { ...view, status: said.status } : view));
}

/** The asked part of the list, and where the next one is when the stamp gives it in pages. */
function paged(
  views: readonly BackupView[],
  exchange: Exchange,
  target: Target,
): { rows: BackupView[]; nextLink: string | null } {
  const { facts, url, armRoot } = exchange;
  const asked = page(views, url);
  const { pageSize } = facts;
  if (pageSize === null || asked.length <= pageSize) return { rows: asked, nextLink: null };
  const next = new URLSearchParams(url.searchParams);
  next.set("$skip", String((numberIn(url, "$skip") ?? 0) + pageSize));
  if (next.has("$top")) next.set("$top", String(asked.length - pageSize));
  const nextLink = `${armRoot}${target.locationPath}/backups?${next.toString().replaceAll("%24", "$")}`;
  return { rows: asked.slice(0, pageSize), nextLink };
}
