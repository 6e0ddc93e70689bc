/** Why an address can't be used, and what to do; the keys are those of AddressRefusal. */
export const refusalTexts = {
  empty: "Enter the stamp's ARM endpoint.",
  noScheme: "Start with https://, or with / for a path on this page's origin.",
  scheme: "Only https is supported; http only on this machine.",
  unreadable: "Invalid address. Check it for spaces, backslashes and missing parts.",
  userInfo:
    "Remove the user name and password before the @. They would be stored and shown with the address.",
  query: "Remove everything from the ? or # on. Requests add their own.",
  insecure:
    "http would send tokens unencrypted. Use https; http is supported only on this machine and for this page's origin.",
  protocolRelative: "An address that starts with // leads to another host. Put https:// in front of it.",
  portal:
    "This is the portal. Use the administrator ARM endpoint: adminmanagement instead of adminportal or portal.",
  tenant:
    "This is the tenant ARM endpoint, which has no infrastructure backups. Use the administrator endpoint: adminmanagement instead of management.",
} as const;

/** What is wrong with stamps.json, or with what this browser keeps of it. */
export const stampsFileStrings = {
  line: (problem: string) => `stamps.json, ${problem}`,
  unreachable: "stamps.json couldn't be loaded. Check the network, then reload.",
  status: (status: number) =>
    `stamps.json couldn't be loaded (HTTP ${status}). The server must serve it beside this page.`,
  noJson: (reason: string) => `stamps.json isn't valid JSON (${reason}). Fix it and reload.`,
  unknownZone: (zone: string) =>
    `"timeZone" is "${zone}", which this browser doesn't know; the stamp is shown without it`,
  ownUnreadable: (count: number) =>
    `${count === 1 ? "One stamp" : `${count} stamps`} added in this browser can't be read by this version. It stays stored but isn't shown.`,
} as const;
