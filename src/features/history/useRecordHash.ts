import { useEffect, useState } from "react";
import { canonicalJson } from "../../domain/canonicalJson.ts";
import type { VerificationRecord } from "../../domain/verificationRecord.ts";

/** The SHA-256 of a record's canonical JSON, lower-case hex; null while it is worked out. */
export function useRecordHash(record: VerificationRecord | null): string | null {
  const json = record && canonicalJson(record);
  const [hashed, setHashed] = useState<{ json: string; hash: string } | null>(null);
  useEffect(() => {
    if (json === null) return;
    let isCurrent = true;
    void sha256(json).then((hash) => isCurrent && setHashed({ json, hash }));
    return () => {
      isCurrent = false;
    };
  }, [json]);
  return hashed !== null && hashed.json === json ? hashed.hash : null;
}

/** Plain http has no WebCrypto (`crypto.subtle` is for secure contexts only): there, a library is loaded for it. */
async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const hash = isSecureContext
    ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
    : (await import("@noble/hashes/sha2.js")).sha256(bytes);
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
