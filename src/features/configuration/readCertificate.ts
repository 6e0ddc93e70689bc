import { sha1 } from "@noble/hashes/legacy.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import {
  fromBER,
  GeneralizedTime,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as AsnSet,
  UTCTime,
  type BaseBlock,
} from "asn1js";
import type { CertificateProblem, PublicCertificate, ReadCertificate } from "../../domain/certificate.ts";

/** A public certificate is one to four kilobytes; more is something else and not worth reading. */
const LARGEST_BYTES = 64 * 1024;

/** Reads a chosen file, whose size is looked at before its bytes are. Never throws. */
export async function readCertificateFile(
  file: Pick<File, "size" | "arrayBuffer">,
): Promise<ReadCertificate> {
  if (file.size > LARGEST_BYTES) return problem("tooLarge");
  const bytes = await file.arrayBuffer().catch(() => null);
  return bytes ? readCertificate(new Uint8Array(bytes)) : problem("unreadable");
}

/** Reads a .cer file, DER or PEM. Takes the public part only; says why anything else is refused. Never throws. */
export function readCertificate(file: Uint8Array): ReadCertificate {
  if (file.length === 0) return problem("empty");
  if (file.length > LARGEST_BYTES) return problem("tooLarge");
  const der = derOf(file);
  if (typeof der === "string") return problem(der);
  try {
    return readDer(der);
  } catch {
    // asn1js raises for some kinds of garbage; what it says about it means nothing to an operator.
    return problem("notCertificate");
  }
}

function problem(kind: CertificateProblem): ReadCertificate {
  return { kind: "problem", problem: kind };
}

/** The one certificate of a PEM file, or the file itself where it is no text. */
function derOf(file: Uint8Array): Uint8Array | CertificateProblem {
  const text = new TextDecoder().decode(file);
  if (!text.includes("-----BEGIN ")) return file;
  if (/-----BEGIN [^-]*PRIVATE KEY-----/.test(text)) return "privateKey";
  if (text.includes("-----BEGIN PKCS7-----")) return "bundle";
  const found = [
    ...text.matchAll(/-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]+)-----END [^-]*CERTIFICATE-----/g),
  ];
  const [only] = found;
  if (only === undefined) return "notCertificate";
  return found.length > 1 ? "several" : (fromBase64(only[1] ?? "") ?? "notCertificate");
}

function readDer(der: Uint8Array): ReadCertificate {
  const { offset, result } = fromBER(Uint8Array.from(der));
  if (offset !== der.length || !(result instanceof Sequence)) return problem("notCertificate");
  const [body, second, third] = result.valueBlock.value;
  // A .pfx is a sequence that begins with the number 3 (RFC 7292), a private key one that begins with 0 or 1.
  if (body instanceof Integer) return problem(body.valueBlock.valueDec === 3 ? "pfx" : "privateKey");
  if (body instanceof ObjectIdentifier) return problem("bundle");
  // An encrypted private key (PKCS #8) is an algorithm and the key's bytes; a certificate has three parts.
  if (!(body instanceof Sequence)) return problem("notCertificate");
  if (second instanceof OctetString) return problem("privateKey");
  const certificate = third === undefined ? null : certificateOf(body, der);
  return certificate ? { kind: "certificate", certificate } : problem("notCertificate");
}

/** RFC 5280, 4.1: version (tagged, optional), serial, algorithm, issuer, validity, subject, key, … */
function certificateOf(body: Sequence, der: Uint8Array): PublicCertificate | null {
  const parts = body.valueBlock.value;
  const [serial, , issuer, validity, subject, key] = parts[0] instanceof Integer ? parts : parts.slice(1);
  if (!(serial instanceof Integer) || !(issuer instanceof Sequence) || !(subject instanceof Sequence))
    return null;
  if (!(validity instanceof Sequence) || !(key instanceof Sequence)) return null;
  const [startsAt, expiresAt] = validity.valueBlock.value.map(instantOf);
  if (startsAt === undefined || expiresAt === undefined || Number.isNaN(startsAt + expiresAt)) return null;
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    startsAt,
    expiresAt,
    thumbprint: bytesToHex(sha1(der)).toUpperCase(),
    base64: toBase64(der),
  };
}

function instantOf(block: BaseBlock): number {
  return block instanceof UTCTime || block instanceof GeneralizedTime ? block.toDate().getTime() : Number.NaN;
}

const ATTRIBUTES: Readonly<Record<string, string>> = {
  "2.5.4.3": "CN",
  "2.5.4.5": "serialNumber",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "0.9.2342.19200300.100.1.25": "DC",
  "1.2.840.113549.1.9.1": "emailAddress",
};

/** "CN=backup, O=Contoso": attributes in the certificate's order, unknown ones by their number. */
function nameOf(name: Sequence): string {
  return name.valueBlock.value
    .flatMap((set) => (set instanceof AsnSet ? set.valueBlock.value : []))
    .map(attributeOf)
    .join(", ");
}

function attributeOf(attribute: BaseBlock): string {
  if (!(attribute instanceof Sequence)) return "?";
  const [type, value] = attribute.valueBlock.value;
  const oid = type instanceof ObjectIdentifier ? type.getValue() : "?";
  return `${ATTRIBUTES[oid] ?? oid}=${textOf(value)}`;
}

/** Every string type of ASN.1 keeps its text in the same place. */
function textOf(block: BaseBlock | undefined): string {
  const getValue: unknown = block && "getValue" in block ? block.getValue : undefined;
  const value: unknown = typeof getValue === "function" ? getValue.call(block) : undefined;
  return typeof value === "string" ? value : "?";
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replaceAll(/\s/g, "")), (char) => char.codePointAt(0) ?? 0);
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
}
