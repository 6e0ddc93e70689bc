/** Options of a deployment's headers. */
export interface HeaderOptions {
  /** The demo registers msw's service worker; a production build must not be able to. */
  mocks: boolean;
  /** Origins of the sign-in pages (`https://login.example.com`), for stamps whose auth is `msal`. */
  loginOrigins?: readonly string[];
}

// Griffel inserts empty <style> elements and fills them through CSSOM. The hash of the empty string allows exactly
// that; plain 'self' breaks all of Fluent's styling, and 'unsafe-inline' would allow injected styles.
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The Content-Security-Policy of the console. Stamps are reached through our own origin (`/arm/<id>`), so
 * `connect-src` stays at 'self', and a foreign Location could not be followed even by faulty code.
 */
export function contentSecurityPolicy({ mocks, loginOrigins = [] }: HeaderOptions): string {
  const logins = [...new Set(loginOrigins)].toSorted();
  return [
    "default-src 'none'",
    "script-src 'self'",
    "script-src-attr 'none'",
    `style-src 'self' ${EMPTY_STYLE}`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...logins].join(" "),
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    // Sign-ins are renewed by refresh token, never in a hidden frame of the sign-in page.
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // ServiceWorkerContainer.register() is a Trusted Types sink: the demo needs a default policy for its worker.
    mocks ? "trusted-types default" : "trusted-types 'none'",
    mocks ? "worker-src 'self'" : "worker-src 'none'",
  ].join("; ");
}

// Only names that Chromium knows: it logs an error for every other one, on every page.
const DENIED_FEATURES = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

/** The headers of every answer: pages, assets and 404s; `armHeaders` has those of proxied ones. A TLS front end adds Strict-Transport-Security. */
export function securityHeaders(options: HeaderOptions): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(options),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": [...DENIED_FEATURES.map((name) => `${name}=()`), "clipboard-write=(self)"].join(
      ", ",
    ),
  };
}

/** The policy of everything below `/arm/`: data, which runs nothing and belongs to no origin if opened as a page. */
export const ARM_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** The headers of every answer below `/arm/`, the proxy's own errors among them. */
export function armHeaders(): Record<string, string> {
  return {
    ...securityHeaders({ mocks: false }),
    "Content-Security-Policy": ARM_POLICY,
    "Cache-Control": "no-store",
  };
}

/** Strict-Transport-Security for TLS front ends: one year, for this host only. */
export const TRANSPORT_SECURITY = "max-age=31536000";

/** Cache lifetime of a built file: hashed assets forever, everything else is revalidated each time. */
export function cacheControl(path: string): string {
  return path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}
