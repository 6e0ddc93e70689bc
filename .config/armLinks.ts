const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

function samePlace(link: URL, endpoint: URL): boolean {
  const port = (url: URL) => url.port || (url.protocol === "https:" ? "443" : "80");
  const host = (url: URL) => (LOOPBACK.has(url.hostname) ? "localhost" : url.hostname);
  return host(link) === host(endpoint) && port(link) === port(endpoint);
}

/**
 * Rewrites a stamp's `Location` or `Azure-AsyncOperation` for the page: to the proxied path if it points
 * to the stamp (its links are absolute, recordings/Start-AzsBackup), and unchanged if it points
 * anywhere else, so that the page can see and refuse it.
 */
export function rewriteLink(link: string, armBase: string, endpoint: URL): string {
  const absolute = /^https?:\/\//i.test(link);
  const rooted = /^\/(?![/\\])/.test(link);
  if ((!absolute && !rooted) || !URL.canParse(link, endpoint)) return link;
  const url = new URL(link, endpoint);
  if (url.username !== "" || url.password !== "" || !samePlace(url, endpoint)) return link;
  const prefix = endpoint.pathname.replace(/\/$/, "");
  const inside = prefix !== "" && (url.pathname === prefix || url.pathname.startsWith(`${prefix}/`));
  return armBase + (inside ? url.pathname.slice(prefix.length) : url.pathname) + url.search;
}
