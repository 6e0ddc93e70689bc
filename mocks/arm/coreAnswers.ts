import type { StampFacts } from "../sim/facts.ts";
import { guid } from "../sim/random.ts";
import type { Answer } from "./question.ts";
import { jsonReply } from "./replies.ts";

/** The name by which a client finds the right subscription (docs, rest-api-use). */
const DEFAULT_PROVIDER_SUBSCRIPTION = "Default Provider Subscription";

/** Operations of the specification's example List, word for word what RBAC is told. */
const OPERATIONS = [
  [
    "backupLocations/read",
    "Backup location",
    "Returns backup locations",
    "Location where backups are saved.",
  ],
  ["backupLocations/createBackup/action", "Backup", "Create a new backup", "Create a new backup."],
  ["backupLocations/backups/read", "Backup", "Get a backup", "Gets the backups."],
  ["backupLocations/backups/restore/action", "Backup", "Restore a backup.", "Restore a previous backup."],
] as const;

/** What the provider can do. */
export const providerOperations: Answer = ({ exchange }) =>
  jsonReply(exchange, {
    value: OPERATIONS.map(([name, resource, operation, description]) => ({
      name: `Microsoft.Backup.Admin/${name}`,
      display: { provider: "Microsoft Backup Resource Provider.", resource, operation, description },
    })),
    nextLink: null,
  });

/** The provider's registration: how a client learns which api-versions the stamp speaks (public ARM's form). */
export const provider: Answer = ({ exchange }) => {
  const { region, apiVersions, subscriptionId } = exchange.facts;
  const type = (resourceType: string, versions: string[]): Record<string, unknown> => ({
    resourceType,
    locations: [region],
    apiVersions: versions,
  });
  // Newest first, as public ARM sorts them.
  const newestFirst = apiVersions.toSorted().toReversed();
  return jsonReply(exchange, {
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Backup.Admin`,
    namespace: "Microsoft.Backup.Admin",
    resourceTypes: [
      type("backupLocations", newestFirst),
      type("backupLocations/backups", newestFirst),
      type("backupLocations/operationResults", newestFirst),
      type("operations", ["2018-09-01"]),
    ],
    registrationState: "Registered",
  });
};

/** The subscriptions of an administrator: the first name is documented, that there are others is not (unverified). */
export const subscriptions: Answer = ({ exchange }) => {
  const { facts } = exchange;
  const rows = [
    [guid(facts.seed, "metering"), "Metering Subscription"],
    [facts.subscriptionId, DEFAULT_PROVIDER_SUBSCRIPTION],
    [guid(facts.seed, "consumption"), "Consumption Subscription"],
  ];
  return jsonReply(exchange, {
    value: rows.map(([subscriptionId, displayName]) => ({
      id: `/subscriptions/${subscriptionId}`,
      subscriptionId,
      displayName,
      state: "Enabled",
    })),
  });
};

/** The stamp's one region; name and display name were recorded. */
export const locations: Answer = ({ exchange }) => {
  const { subscriptionId, region } = exchange.facts;
  const id = `/subscriptions/${subscriptionId}/providers/Microsoft.Subscriptions.Admin/locations/${region}`;
  return jsonReply(exchange, { value: [{ id, name: region, displayName: region }] });
};

/** Where to sign in and what for; asked without a token (docs). Both api-versions answer alike. */
export const metadata: Answer = ({ exchange }) => {
  const { facts } = exchange;
  const domain = `${facts.region}.contoso.com`;
  return jsonReply(exchange, {
    galleryEndpoint: `https://adminportal.${domain}:30015/`,
    graphEndpoint: `https://graph.${domain}/`,
    portalEndpoint: `https://adminportal.${domain}/`,
    authentication: authenticationOf(facts, domain),
  });
};

function authenticationOf(facts: StampFacts, domain: string): { loginEndpoint: string; audiences: string[] } {
  const audience = (realm: string): string =>
    `https://adminmanagement.${realm}/${guid(facts.seed, "audience")}`;
  if (facts.auth.kind === "msal") {
    return { loginEndpoint: facts.auth.authority, audiences: [facts.auth.scope.replace(/\/\.default$/, "")] };
  }
  // A login endpoint that ends in /adfs, its trailing slash aside, means AD FS (AzureStack-Tools).
  return { loginEndpoint: `https://adfs.${domain}/adfs/`, audiences: [audience(`adfs.${domain}`)] };
}
