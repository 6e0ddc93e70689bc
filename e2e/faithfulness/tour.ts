import { CERTIFICATE } from "../../mocks/arm/certificate.fixture.ts";
import type { Visit } from "./validate.ts";

type BackupVersion = "2018-09-01" | "2021-09-01";

/** A server that the tour may drive. */
export interface Toured {
  origin: string;
  subscription: string;
  /** Sends a command to the simulation behind it. */
  control: (command: unknown) => Promise<void>;
}

const GUID = "00000000-0000-0000-0000-000000000000";
const HEALTH_VERSION = "2016-05-01";

/** Asks every route in one version of the backup API, for successes and for errors; what was answered. */
export async function tour(server: Toured, version: BackupVersion): Promise<Visit[]> {
  const visits: Visit[] = [];
  const ask: Ask = async (method, path, body, asked = version, begunBy) => {
    const url = path.startsWith("http") ? path : `${server.origin}${path}`;
    const request: RequestInit = { method, headers: { "Content-Type": "application/json" } };
    if (body !== undefined) request.body = JSON.stringify(body);
    const withVersion = url.includes("api-version=")
      ? url
      : `${url}${url.includes("?") ? "&" : "?"}api-version=${asked}`;
    const reply = await fetch(withVersion, request);
    const text = await reply.text();
    const { pathname } = new URL(url);
    const visit: Visit = { method, path: pathname, version: asked, status: reply.status, body: text };
    visits.push(begunBy ? { ...visit, begunBy } : visit);
    return { visit, reply, json: text === "" ? null : JSON.parse(text) };
  };
  const scenario = version === "2021-09-01" ? "api-2021" : "healthy";
  await server.control({ scenario });
  await backups(server, ask, version);
  await server.control({ scenario });
  await settings(server, ask, version);
  await server.control({ scenario: "last-failed" });
  if (version === "2021-09-01") await server.control({ scenario });
  else await alerts(server, ask);
  await core(server, ask);
  await errors(server, ask);
  return visits;
}

interface Answered {
  visit: Visit;
  reply: Response;
  json: unknown;
}

type Ask = (
  method: string,
  path: string,
  body?: unknown,
  version?: string,
  begunBy?: Visit,
) => Promise<Answered>;

function locationOf({ subscription }: Toured): string {
  return `/subscriptions/${subscription}/resourceGroups/system.redmond/providers/Microsoft.Backup.Admin/backupLocations`;
}

/** Follows every link of an accepted operation, while it runs and after its end. */
async function follow(server: Toured, ask: Ask, { reply, visit }: Answered, byMs: number): Promise<void> {
  const location = reply.headers.get("Location");
  const state = reply.headers.get("Azure-AsyncOperation");
  for (const span of [byMs, 0]) {
    if (location !== null) await ask("GET", location, undefined, visit.version, visit);
    if (state !== null) await ask("GET", state, undefined, visit.version);
    await server.control({ jump: { byMs: span } });
  }
}

async function backups(server: Toured, ask: Ask, version: BackupVersion): Promise<void> {
  const all = locationOf(server);
  const one = `${all}/redmond`;
  await ask("GET", `${all}?$top=10`);
  await ask("GET", one);
  const { json } = await ask("GET", `${one}/backups?$top=5&$skip=2`);
  const id = String(Reflect.get(Object(Object(Reflect.get(Object(json), "value"))[0]), "id"));
  await ask("GET", `${one}/backups`);
  await ask("GET", id);
  await ask("POST", `${id}/restore`, { decryptionCertBase64: "x", decryptionCertPassword: "x" });
  const started = await ask("POST", `${one}/createBackup`);
  await server.control({ jump: { byMs: 60_000 } });
  await ask("GET", `${one}/backups`);
  await ask("POST", `${one}/createBackup`);
  await follow(server, ask, started, 3_600_000);
  await server.control({ nextOutcomes: [{ kind: "partiallySucceeded", failedRoles: ["ACS"] }] });
  await follow(server, ask, await ask("POST", `${one}/createBackup`), 3_600_000);
  await server.control({ trouble: "path" });
  await follow(server, ask, await ask("POST", `${one}/createBackup`), 3_600_000);
  await ask("GET", `${one}/backups`);
  await follow(
    server,
    ask,
    await ask("POST", `${one}/pruneExternalStore`, { operationType: "DryRun" }),
    120_000,
  );
  await follow(server, ask, await ask("POST", `${one}/pruneExternalStore`), 120_000);
  await ask("POST", `${one}/pruneExternalStore`, { operationType: "All" });
  await server.control({ scenario: version === "2018-09-01" ? "never-configured" : "blob-storage" });
  await ask("GET", one);
  await ask("POST", `${one}/createBackup`);
  await server.control({ scenario: "many-backups-paged" });
  if (version === "2018-09-01") await ask("GET", `${one}/backups?$top=1001`);
}

/** The bodies of the specification's examples, with a certificate that is one. */
async function settings(server: Toured, ask: Ask, version: BackupVersion): Promise<void> {
  const one = `${locationOf(server)}/redmond`;
  const body = (store: unknown): unknown => ({
    properties: { externalStoreDefault: store },
    location: "redmond",
    tags: {},
  });
  const share = {
    path: "\\\\su1fileserver\\SU1_Infrastructure_2\\BackupStore",
    userName: "azurestack\\azurestackadmin",
    password: "password",
    encryptionCertBase64: CERTIFICATE.base64,
    backupFrequencyInHours: 10,
    isBackupSchedulerEnabled: false,
    backupRetentionPeriodInDays: 6,
  };
  await follow(server, ask, await ask("PUT", one, body(share)), 5000);
  await ask("PUT", one, body({ ...share, path: "\\\\unreachable\\share" }));
  await ask("PUT", one, body({ ...share, password: "wrong" }));
  await ask("PUT", one, { properties: 5 });
  await ask("DELETE", one);
  if (version === "2018-09-01") {
    await ask("PATCH", one, body({ backupFrequencyInHours: 12 }));
    return;
  }
  await follow(server, ask, await ask("PATCH", one, body({ backupFrequencyInHours: 12 })), 5000);
  await ask("PATCH", one, body({ backupFrequencyInHours: 13 }));
  const blob = {
    blobStorageUrl: "https://blobstore.blob.core.windows.net/7d92cab5",
    blobStorageKey: "blobStorageKey",
  };
  await follow(server, ask, await ask("PUT", one, body(blob)), 5000);
  const blank = { path: "", userName: "", password: "", blobStorageUrl: "", blobStorageKey: "" };
  const rest = { encryptionCertBase64: "", backupFrequencyInHours: null, isBackupSchedulerEnabled: null };
  const cleared = body({ ...blank, ...rest, backupRetentionPeriodInDays: null });
  await follow(server, ask, await ask("PUT", one, cleared), 5000);
}

async function alerts(server: Toured, ask: Ask): Promise<void> {
  const regions = `/subscriptions/${server.subscription}/resourceGroups/System.redmond/providers/Microsoft.InfrastructureInsights.Admin/regionHealths`;
  const region = `${regions}/redmond`;
  const get = (path: string): Promise<Answered> => ask("GET", path, undefined, HEALTH_VERSION);
  await get(regions);
  await get(region);
  const { json } = await get(`${region}/serviceHealths`);
  const service = String(Reflect.get(Object(Object(Reflect.get(Object(json), "value"))[1]), "id"));
  await get(service);
  await get(`${service}/alerts`);
  await get(`${region}/alerts`);
  const filter = "$filter=(Properties/State eq 'Active') and (Properties/Severity eq 'Critical')";
  const critical = await get(`${region}/alerts?${filter}&$orderby=Properties/CreatedTimestamp desc`);
  const alert: unknown = Object(Reflect.get(Object(critical.json), "value"))[0];
  const id = String(Reflect.get(Object(alert), "id"));
  await get(id);
  const closing = {
    ...Object(alert),
    properties: { state: "Closed", closedByUserAlias: "operator@contoso.com" },
  };
  await ask("PUT", `${id}?user=operator@contoso.com`, closing, HEALTH_VERSION);
  await get(`${region}/alerts`);
  await ask("PUT", id, closing, HEALTH_VERSION);
  await get(`${region}/alerts/${GUID}`);
  await get(`${region}/alerts?$filter=nonsense`);
  await get(`${region}/serviceHealths/${GUID}`);
  await ask("GET", regions, undefined, "2099-01-01");
  await server.control({ fault: { kind: "status", status: 403, remaining: 2, method: "GET" } });
  await get(region);
  await get(`${region}/serviceHealths`);
}

async function core(server: Toured, ask: Ask): Promise<void> {
  const { subscription } = server;
  await ask("GET", "/providers/Microsoft.Backup.Admin/operations", undefined, "2018-09-01");
  await ask("GET", `/subscriptions/${subscription}/providers/Microsoft.Backup.Admin`);
  await ask("GET", "/subscriptions", undefined, "2016-05-01");
  await ask(
    "GET",
    `/subscriptions/${subscription}/providers/Microsoft.Subscriptions.Admin/locations`,
    undefined,
    "2015-11-01",
  );
  await ask("GET", "/metadata/endpoints", undefined, "2015-01-01");
  await ask("GET", "/metadata/endpoints", undefined, "1.0");
}

async function errors(server: Toured, ask: Ask): Promise<void> {
  const all = locationOf(server);
  const one = `${all}/redmond`;
  await ask("GET", `${all}/nowhere`);
  await ask("GET", `${one}/backups/${GUID}`);
  await ask("GET", `${one}/operationResults/${GUID}`);
  await ask("GET", all.replace(server.subscription, GUID));
  await ask("GET", `${one}/backups/${GUID}/unheardOf`);
  await server.control({ fault: { kind: "status", status: 503, remaining: 4 } });
  for (const path of [all, one, `${one}/backups`]) await ask("GET", path);
  await ask("POST", `${one}/pruneExternalStore`);
}
