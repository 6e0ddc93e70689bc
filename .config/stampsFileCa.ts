import { X509Certificate } from "node:crypto";
import { readFileSync, statSync } from "node:fs";

/** Several hundred certificates; a bundle of all public authorities has a fifth of that. */
const LARGEST_BYTES = 1_000_000;

/** The text of a file that may hold certificates. Throws if it is unreadable, not a regular file, or too large. */
export function readCaFile(path: string): string {
  const stats = statSync(path);
  if (!stats.isFile() || stats.size > LARGEST_BYTES) throw new Error("no file of certificates");
  return readFileSync(path, "utf8");
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;

/** The certificates in PEM text, without anything between them, or why it can't be a stamp's `caFile`. */
export function certificatesOf(text: string): { pem: string } | { flaw: string } {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return { flaw: "which holds a private key" };
  const certificates = text.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) return { flaw: "which holds no certificate in PEM form" };
  const broken = certificates.findIndex((certificate) => !isCertificate(certificate));
  if (broken !== -1) return { flaw: `whose certificate ${broken + 1} cannot be read` };
  return { pem: `${certificates.join("\n")}\n` };
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).fingerprint !== "";
  } catch {
    return false;
  }
}
