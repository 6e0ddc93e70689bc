/** A link from the server: a path and query below armBase, or one that points elsewhere. */
export type ResolvedLink = { kind: "own"; path: string } | { kind: "foreign" };

const FOREIGN: ResolvedLink = { kind: "foreign" };

/**
 * Checks a Location, Azure-AsyncOperation or nextLink: it must point to the stamp's own ARM, by host and path.
 * Only its path and query are kept, so a token can't go anywhere else (I6). `base` is armBase, resolved.
 */
export function resolveLink(link: string, base: URL): ResolvedLink {
  let url: URL;
  try {
    url = new URL(link, base);
  } catch {
    return FOREIGN;
  }
  if (url.origin !== base.origin || url.username !== "" || url.password !== "") return FOREIGN;
  const prefix = base.pathname.replace(/\/$/, "");
  // The server of a relative Location doesn't know its proxy's path prefix.
  const path = url.pathname.startsWith(`${prefix}/`) ? url.pathname.slice(prefix.length) : url.pathname;
  if (!/^\/subscriptions\//i.test(path) || /%2e|%2f|%5c|\\/i.test(path)) return FOREIGN;
  return { kind: "own", path: path + url.search };
}
