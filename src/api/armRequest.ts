/** What a stamp's base may look like where nobody has read it more closely: a path of our own origin, or https. */
export const ARM_BASE = /^(\/|https:\/\/)[^/\\@?#\s][^\\@?#\s]*$/;

/** The base that a stamp's requests begin with; raises where `armBase` is no address. */
export function armUrl(armBase: string, pageUrl: string): URL {
  return new URL(armBase.replace(/\/$/, ""), pageUrl);
}

/** Address of a request: `path` below `base`, with or without query; api-version is added where it is missing. */
export function requestUrl(base: URL, path: string, apiVersion: string): URL {
  const url = new URL(base.href.replace(/\/$/, "") + path);
  // Appended as text: setting it through searchParams would write an opaque $skiptoken anew.
  if (!url.searchParams.has("api-version")) {
    url.search += `${url.search === "" ? "?" : "&"}api-version=${encodeURIComponent(apiVersion)}`;
  }
  return url;
}

/** What every request of ours says of itself, with the id by which the stamp's support finds it. */
export function requestInit(
  requestId?: string,
): Omit<RequestInit, "headers"> & { headers: Record<string, string> } {
  return {
    headers: {
      Accept: "application/json",
      ...(requestId !== undefined && { "x-ms-client-request-id": requestId }),
    },
    redirect: "error",
    cache: "no-store",
    credentials: "same-origin",
    referrerPolicy: "no-referrer",
  };
}
