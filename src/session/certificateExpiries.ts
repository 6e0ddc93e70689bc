import * as v from "valibot";

const KEY = "azsh-backup:certificates";
/** A browser sees few certificates; the oldest entry is dropped first. */
const MOST = 50;

const Schema = v.record(v.string(), v.number());

/** Expiry of certificates chosen in this browser, epoch ms, by thumbprint (upper-case hex). */
export function readCertificateExpiries(): Record<string, number> {
  try {
    const parsed = v.safeParse(Schema, JSON.parse(localStorage.getItem(KEY) ?? "{}"));
    return parsed.success ? parsed.output : {};
  } catch {
    // Storage is blocked or holds something else.
    return {};
  }
}

/** Stores a certificate's expiry: the stamp reports thumbprints only. */
export function rememberCertificateExpiry(thumbprint: string, expiresAt: number): void {
  const { [thumbprint]: _, ...others } = readCertificateExpiries();
  const kept = [...Object.entries(others), [thumbprint, expiresAt] as const].slice(-MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Not stored: readiness then reports the expiry as unknown.
  }
}
