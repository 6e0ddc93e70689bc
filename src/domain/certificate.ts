/** The public part of an encryption certificate, as read from a file. Instants in epoch ms. */
export interface PublicCertificate {
  /** Names as in "CN=backup, O=Contoso". */
  subject: string;
  issuer: string;
  startsAt: number;
  expiresAt: number;
  /** SHA-1 of the DER, upper-case hex, as the stamp prints it. */
  thumbprint: string;
  /** The DER in base64, as sent. */
  base64: string;
}

/** Why a file is rejected. */
export type CertificateProblem =
  | "empty"
  | "tooLarge"
  /** It holds a private key, which must not leave its machine. */
  | "privateKey"
  | "pfx"
  /** A PKCS #7 bundle of certificates (.p7b). */
  | "bundle"
  /** More than one certificate in one file. */
  | "several"
  | "notCertificate"
  /** The browser couldn't read it. */
  | "unreadable";

export type ReadCertificate =
  | { kind: "certificate"; certificate: PublicCertificate }
  | { kind: "problem"; problem: CertificateProblem };

/** A file chosen as the certificate, and its content. */
export interface ChosenFile {
  name: string;
  read: ReadCertificate | { kind: "reading" };
}

/** Whether a certificate is valid at `now`. Whether a stamp accepts an expired one is unverified, so this only warns. */
export function validityOf(
  { startsAt, expiresAt }: PublicCertificate,
  now: number,
): "valid" | "expired" | "notYet" {
  if (expiresAt < now) return "expired";
  return startsAt > now ? "notYet" : "valid";
}

const SOON_MS = 30 * 24 * 3_600_000;

/** How soon a certificate expires: "soon" within 30 days, the time to create another and distribute its private key. */
export function expiryOf(expiresAt: number, now: number): "expired" | "soon" | "later" {
  if (expiresAt < now) return "expired";
  return expiresAt - now <= SOON_MS ? "soon" : "later";
}
