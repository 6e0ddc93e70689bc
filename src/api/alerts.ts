import { isBackupAlert, sortAlerts, type Alert } from "../domain/alert.ts";
import { failureOf } from "../domain/failure.ts";
import { ALERTS_API_VERSION, alertsPath } from "../domain/stamp.ts";
import { closingWire, toAlert, toAlertPage } from "./alertWire.ts";
import type { ArmClient } from "./client.ts";
import { ArmError } from "./errors.ts";

/** A region has a few dozen alerts; more pages are a loop or an attack. */
const MOST_PAGES = 20;

export interface AlertList {
  /** The stamp's backup alerts, in the order of `sortAlerts`. */
  alerts: Alert[];
  /** Whether pages are missing or items were unreadable, so that there may be more alerts. */
  incomplete: boolean;
}

/**
 * Reads the region's alerts, active and closed, and returns those about infrastructure backup. Raises ArmError if the
 * first page fails: "forbidden" without the role, "notFound" if the stamp has no such provider.
 */
export async function listAlerts(client: ArmClient, signal?: AbortSignal): Promise<AlertList> {
  const alerts: Alert[] = [];
  const seen = new Set<string>();
  let path: string | null = versioned(alertsPath(client.stamp));
  let incomplete = false;
  while (path !== null && !incomplete) {
    seen.add(path);
    try {
      const reply = await client.get({ path, signal });
      const page = toAlertPage(reply.body);
      if (!page) throw unreadable(reply);
      alerts.push(...page.alerts.filter(isBackupAlert));
      incomplete = page.unreadable > 0;
      path = null;
      if (page.nextLink !== null) {
        const next = client.resolve(page.nextLink);
        path = next.kind === "own" ? versioned(next.path) : null;
        incomplete ||= path === null || seen.has(path) || seen.size >= MOST_PAGES;
      }
    } catch (error) {
      if (signal?.aborted || seen.size === 1) throw error;
      incomplete = true;
    }
  }
  return { alerts: sortAlerts(alerts), incomplete };
}

/** Closes an alert in the name of `user`, which the stamp records. One PUT, never repeated. Raises ArmError. */
export async function closeAlert(
  client: ArmClient,
  alert: Pick<Alert, "id" | "resourceId">,
  user: string,
): Promise<Alert> {
  const path = versioned(
    `${alertsPath(client.stamp)}/${encodeURIComponent(alert.id)}?user=${encodeURIComponent(user)}`,
  );
  const reply = await client.change("PUT", { path, body: closingWire(alert, client.stamp.region, user) });
  const closed = toAlert(reply.body);
  if (closed) return closed;
  throw unreadable(reply);
}

function unreadable(reply: { status: number; requestId: string | null }): ArmError {
  return new ArmError(
    failureOf("unexpected", { status: reply.status, code: "NotAlerts", requestId: reply.requestId }),
  );
}

function versioned(path: string): string {
  if (/[?&]api-version=/i.test(path)) return path;
  return `${path}${path.includes("?") ? "&" : "?"}api-version=${ALERTS_API_VERSION}`;
}
