import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A certificate and its key, as paths of PEM files. */
export interface CertificateFiles {
  cert: string;
  key: string;
}

/** A private certificate authority, made by openssl into a folder of the caller's. */
export interface Authority {
  /** Path of its own certificate. */
  ca: string;
  /** Makes a certificate for a host's name. */
  issue(host: string): CertificateFiles;
}

const KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/** A new authority; several in one folder differ by name. */
export function createAuthority(folder: string, name: string): Authority {
  const openssl = (...args: string[]) =>
    execFileSync("openssl", args, { stdio: ["ignore", "ignore", "pipe"] });
  const files = (stem: string): CertificateFiles => ({
    cert: join(folder, `${stem}.pem`),
    key: join(folder, `${stem}.key`),
  });
  const own = files(name);
  openssl("req", "-x509", ...KEY, "-subj", `/CN=${name}`, "-days", "2", "-keyout", own.key, "-out", own.cert);
  return {
    ca: own.cert,
    issue: (host) => {
      const stem = `${name}-${host}`;
      const issued = files(stem);
      const [csr, extensions] = [join(folder, `${stem}.csr`), join(folder, `${stem}.ext`)];
      writeFileSync(extensions, `subjectAltName=DNS:${host}\nbasicConstraints=critical,CA:FALSE\n`);
      openssl("req", "-new", ...KEY, "-subj", `/CN=${host}`, "-keyout", issued.key, "-out", csr);
      const signer = ["-CA", own.cert, "-CAkey", own.key, "-CAcreateserial", "-extfile", extensions];
      openssl("x509", "-req", "-in", csr, ...signer, "-days", "2", "-out", issued.cert);
      return issued;
    },
  };
}

/** A certificate's files as what a TLS server of Node wants. */
export function loaded({ cert, key }: CertificateFiles): { cert: Buffer; key: Buffer } {
  return { cert: readFileSync(cert), key: readFileSync(key) };
}
