/** Why an address can't be a stamp's. The text for each is in features/stamps/strings.ts. */
export type AddressRefusal =
  | "empty"
  | "noScheme"
  | "scheme"
  | "unreadable"
  | "userInfo"
  | "query"
  | "insecure"
  | "protocolRelative"
  | "portal"
  | "tenant";

export type ArmAddress = { kind: "good"; armBase: string } | { kind: "refused"; reason: AddressRefusal };

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** A host typed without "https://". A port is digits, so a scheme doesn't match. */
const BARE_HOST = /^[\w-]+(\.[\w-]+)*(:\d+)?(\/.*)?$/;
// oxlint-disable-next-line no-control-regex -- the URL parser drops some of these, and the rest of the text changes meaning
const NEVER_IN_ADDRESSES = /[\u0000-\u0020\u007f\\]/;

/**
 * Reads the entered address of a stamp's admin ARM: an https URL, an http URL on this machine or the page's own origin,
 * or a path on the page's own origin. Any other http address would send tokens in the clear.
 */
export function readArmAddress(given: string, pageUrl: string): ArmAddress {
  const text = given.trim();
  if (text === "") return refused("empty");
  if (NEVER_IN_ADDRESSES.test(text)) return refused("unreadable");
  if (text.startsWith("//")) return refused("protocolRelative");
  if (!text.startsWith("/") && BARE_HOST.test(text)) return refused("noScheme");
  if (!text.startsWith("/") && !URL.canParse(text)) return refused("unreadable");
  if (!URL.canParse(text, pageUrl)) return refused("unreadable");
  const page = new URL(pageUrl);
  const url = new URL(text, pageUrl);
  const ours = url.origin === page.origin;
  if (!/^https?:$/.test(url.protocol)) return refused("scheme");
  if (url.username !== "" || url.password !== "") return refused("userInfo");
  if (url.search !== "" || url.hash !== "" || /[?#]/.test(text)) return refused("query");
  if (url.protocol === "http:" && !ours && !LOOPBACK.test(url.hostname)) return refused("insecure");
  if (!ours && /^(admin)?portal\./i.test(url.hostname)) return refused("portal");
  if (!ours && /^management\./i.test(url.hostname)) return refused("tenant");
  const path = url.pathname.replace(/\/+$/, "");
  return { kind: "good", armBase: ours && path !== "" ? path : url.origin + path };
}

function refused(reason: AddressRefusal): ArmAddress {
  return { kind: "refused", reason };
}

/**
 * A short name for a stamp, from its address: the region (`adminmanagement.{region}.{fqdn}`), the last path segment, or
 * host and port. Only letters, digits and "-", because ids are part of the page's addresses.
 */
export function idOfAddress(address: string): string {
  const [, host = "", path = ""] = /^(?:https?:\/\/([^/]*))?(.*)$/i.exec(address) ?? [];
  const region = /^adminmanagement\.([^.]+)\./i.exec(host)?.[1];
  const step = path.split("/").findLast((one) => one !== "");
  const slug = (region ?? step ?? host)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return slug === "" ? "stamp" : slug;
}

/** The name, with a number appended if it is taken. Ignores case, which a proxy's paths may not distinguish. */
export function freeId(wanted: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((id) => id.toLowerCase()));
  let id = wanted;
  for (let number = 2; used.has(id.toLowerCase()); number += 1) id = `${wanted}-${number}`;
  return id;
}
