import { ALERTS_API_VERSION, alertsPath, backupLocationPath, operationPath, type Stamp } from "./stamp.ts";

export type RestAction =
  | "start"
  | "follow"
  | "list"
  | "backup"
  | "settings"
  | "pruneDryRun"
  | "prune"
  | "alerts";

/** One request to the stamp's admin Resource Manager, as an operator could send it. */
export interface RestRequest {
  action: RestAction;
  method: "GET" | "POST";
  /** Absolute. */
  url: string;
  /** Null for none. */
  body: object | null;
  /** A command line for sh and PowerShell 7. It reads the token from the variable TOKEN and never contains it. */
  curl: string;
}

/**
 * The requests behind a page, including those for one backup if `backupId` is given. `base`: absolute address of the
 * stamp's Resource Manager, without a trailing slash.
 */
export function restRequests(
  stamp: Pick<Stamp, "subscriptionId" | "region" | "apiVersion">,
  base: string,
  backupId: string | null,
): RestRequest[] {
  const location = backupLocationPath(stamp);
  const request = (
    action: RestAction,
    method: RestRequest["method"],
    path: string,
    body: object | null = null,
    version: string = stamp.apiVersion,
  ): RestRequest => {
    const url = `${base.replace(/\/$/, "")}${path}?api-version=${version}`;
    return { action, method, url, body, curl: curlOf(method, url, body) };
  };
  const ofBackup =
    backupId === null
      ? []
      : [
          request("backup", "GET", `${location}/backups/${encodeURIComponent(backupId)}`),
          // The operation's id is the backup's (recordings/Start-AzsBackup, 3 of 3).
          request("follow", "GET", operationPath(stamp, backupId)),
        ];
  return [
    request("list", "GET", `${location}/backups`),
    ...ofBackup,
    request("start", "POST", `${location}/createBackup`),
    request("settings", "GET", location),
    request("pruneDryRun", "POST", `${location}/pruneExternalStore`, { operationType: "DryRun" }),
    request("prune", "POST", `${location}/pruneExternalStore`, { operationType: "Default" }),
    request("alerts", "GET", alertsPath(stamp), null, ALERTS_API_VERSION),
  ];
}

function curlOf(method: RestRequest["method"], url: string, body: object | null): string {
  const parts = ["curl --include", '--header "Authorization: Bearer $TOKEN"'];
  if (body !== null)
    parts.push("--header 'Content-Type: application/json'", `--data ${inQuotes(JSON.stringify(body))}`);
  // Without a body curl sends no Content-Length, which HTTP.sys refuses with 411.
  else if (method === "POST") parts.push("--data ''");
  parts.push(inQuotes(url));
  return parts.join(" ");
}

/** In single quotes, where neither shell expands anything. A quote inside is dropped: no address contains one. */
function inQuotes(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, "")}'`;
}
