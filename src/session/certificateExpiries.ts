import * as v from "valibot";

const KEY = "azsh-backup:certificates";
/** A browser sees few certificates; what it saw first goes first. */
const MOST = 50;

const Schema = v.record(v.string(), v.number());

/** By thumbprint, upper-case hex: when certificates expire that were chosen in this browser, epoch ms. */
export function readCertificateExpiries(): Record<string, number> {
  try {
    const parsed = v.safeParse(Schema, JSON.parse(localStorage.getItem(KEY) ?? "{}"));
    return parsed.success ? parsed.output : {};
  } catch {
    // Storage is blocked or holds something else: nothing is known then.
    return {};
  }
}

/** Remembers a certificate's end: the stamp tells thumbprints alone, and can't be asked for more. */
export function rememberCertificateExpiry(thumbprint: string, expiresAt: number): void {
  const { [thumbprint]: _, ...others } = readCertificateExpiries();
  const kept = [...Object.entries(others), [thumbprint, expiresAt] as const].slice(-MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Not remembered: readiness says then that it isn't known.
  }
}
