/** Loose check of a stamp's base: a path on the page's origin, or https. */
export const ARM_BASE = /^(\/|https:\/\/)[^/\\@?#\s][^\\@?#\s]*$/;

/** Base address of a stamp's requests; throws if `armBase` isn't an address. */
export function armUrl(armBase: string, pageUrl: string): URL {
  return new URL(armBase.replace(/\/$/, ""), pageUrl);
}

/** Address of a request: `path` below `base`, with or without query; adds a missing api-version. */
export function requestUrl(base: URL, path: string, apiVersion: string): URL {
  const url = new URL(base.href.replace(/\/$/, "") + path);
  // Appended as text: searchParams would re-encode an opaque $skiptoken.
  if (!url.searchParams.has("api-version")) {
    url.search += `${url.search === "" ? "?" : "&"}api-version=${encodeURIComponent(apiVersion)}`;
  }
  return url;
}

/** Options of every request, with the client request id that support can look up. */
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
