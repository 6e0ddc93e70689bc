import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readCertificate, readCertificateFile } from "./readCertificate.ts";

const haveOpenssl = spawnSync("openssl", ["version"]).status === 0;

if (!haveOpenssl) {
  // Counted and named, so that nobody takes this for a pass.
  // A line of its own in the report: without openssl there is nothing to compare with.
  test.skip("openssl is not installed: certificates made by it are not read here");
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const problemOf = (file: Uint8Array) => {
  const read = readCertificate(file);
  return read.kind === "problem" ? read.problem : read.kind;
};

test.each([
  ["nothing", new Uint8Array(), "empty"],
  ["a photograph", new Uint8Array(65 * 1024).fill(0xff), "tooLarge"],
  ["text", bytesOf("encryptioncert"), "notCertificate"],
  ["a sequence of nothing", Uint8Array.of(0x30, 0x00), "notCertificate"],
  ["lengths that lead nowhere", Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff), "notCertificate"],
  [
    "a PEM that is not base64",
    bytesOf("-----BEGIN CERTIFICATE-----\n???\n-----END CERTIFICATE-----"),
    "notCertificate",
  ],
  ["a PEM of something else", bytesOf("-----BEGIN PUBLIC KEY-----\nMAA=\n"), "notCertificate"],
])("%s is no certificate", (_what, file, problem) => {
  expect(problemOf(file)).toBe(problem);
});

test("whatever the bytes, it says what they are and never throws", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(readCertificate(Uint8Array.of(0x30, bytes.length & 0x7f, ...bytes)).kind).toBe("problem");
    }),
  );
});

describe("a chosen file", () => {
  test("that is too large is not read at all", async () => {
    const read = vi.fn<() => Promise<ArrayBuffer>>();
    expect(await readCertificateFile({ size: 5_000_000_000, arrayBuffer: read })).toEqual({
      kind: "problem",
      problem: "tooLarge",
    });
    expect(read).not.toHaveBeenCalled();
  });

  test("that vanished meanwhile is told as unreadable", async () => {
    const arrayBuffer = () => Promise.reject(new Error("NotReadableError"));
    expect(await readCertificateFile({ size: 1_000, arrayBuffer })).toMatchObject({ problem: "unreadable" });
  });

  test("is what its bytes say", async () => {
    expect(await readCertificateFile(new File(["hello"], "a.cer"))).toMatchObject({
      problem: "notCertificate",
    });
  });
});

describe.runIf(haveOpenssl)("a file made by openssl", () => {
  let folder = "";
  const file = (name: string): Uint8Array => readFileSync(join(folder, name));
  const openssl = (...args: string[]): string =>
    execFileSync("openssl", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "certificates-"));
    const subject = "/C=US/O=Contoso Ltd/OU=Infrastruktur äöü/CN=backup.redmond.contoso.com";
    const make = ["req", "-x509", "-nodes", "-utf8", "-subj", subject, "-days", "730"];
    openssl(...make, "-newkey", "rsa:2048", "-keyout", "key.pem", "-out", "rsa.pem");
    openssl(
      ...make,
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-keyout",
      "ec-key.pem",
      "-out",
      "ec.pem",
    );
    // Past 2049 the dates are GeneralizedTime instead of UTCTime.
    openssl("req", "-x509", "-key", "key.pem", "-subj", "/CN=far", "-days", "20000", "-out", "far.pem");
    for (const name of ["rsa", "ec", "far"])
      openssl("x509", "-in", `${name}.pem`, "-outform", "DER", "-out", `${name}.cer`);
    openssl(
      "pkcs12",
      "-export",
      "-inkey",
      "key.pem",
      "-in",
      "rsa.pem",
      "-passout",
      "pass:secret",
      "-out",
      "rsa.pfx",
    );
    openssl("pkcs8", "-topk8", "-nocrypt", "-in", "key.pem", "-outform", "DER", "-out", "key.der");
    openssl("rsa", "-in", "key.pem", "-traditional", "-outform", "DER", "-out", "key1.der");
    openssl(
      "pkcs8",
      "-topk8",
      "-in",
      "key.pem",
      "-passout",
      "pass:secret",
      "-outform",
      "DER",
      "-out",
      "locked.der",
    );
    openssl("crl2pkcs7", "-nocrl", "-certfile", "rsa.pem", "-outform", "DER", "-out", "rsa.p7b");
    openssl("crl2pkcs7", "-nocrl", "-certfile", "rsa.pem", "-out", "rsa.p7.pem");
    openssl("rsa", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "public.der");
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(["rsa", "ec", "far"])("has openssl's thumbprint and dates, as DER and as PEM: %s", (name) => {
    const inform = ["-in", `${name}.cer`, "-inform", "DER", "-noout"];
    const thumbprint = openssl("x509", ...inform, "-fingerprint", "-sha1")
      .split("=")[1]
      ?.trim();
    const [from, to] = openssl("x509", ...inform, "-dates")
      .trim()
      .split("\n")
      .map((line) => Date.parse(line.split("=")[1] ?? ""));
    const expected = {
      thumbprint: thumbprint?.replaceAll(":", ""),
      startsAt: from,
      expiresAt: to,
      base64: Buffer.from(file(`${name}.cer`)).toString("base64"),
    };
    for (const extension of ["cer", "pem"]) {
      const read = readCertificate(file(`${name}.${extension}`));
      expect(read).toMatchObject({ kind: "certificate", certificate: expected });
    }
  });

  test("tells its subject and issuer", () => {
    const name = "C=US, O=Contoso Ltd, OU=Infrastruktur äöü, CN=backup.redmond.contoso.com";
    expect(readCertificate(file("rsa.cer"))).toMatchObject({
      certificate: { subject: name, issuer: name },
    });
  });

  test.each([
    ["rsa.pfx", "pfx"],
    ["key.pem", "privateKey"],
    ["key.der", "privateKey"],
    ["key1.der", "privateKey"],
    ["ec-key.pem", "privateKey"],
    ["locked.der", "privateKey"],
    ["rsa.p7b", "bundle"],
    ["rsa.p7.pem", "bundle"],
    ["public.der", "notCertificate"],
  ])("is refused for what it is: %s", (name, problem) => {
    expect(problemOf(file(name))).toBe(problem);
  });

  test("is refused with its key beside it, with another certificate, cut short, or with something after it", () => {
    const [pem, key, der] = [file("rsa.pem"), file("key.pem"), file("rsa.cer")];
    expect(problemOf(Buffer.concat([pem, key]))).toBe("privateKey");
    expect(problemOf(Buffer.concat([pem, file("ec.pem")]))).toBe("several");
    expect(problemOf(der.subarray(0, -1))).toBe("notCertificate");
    expect(problemOf(Buffer.concat([der, Buffer.of(0)]))).toBe("notCertificate");
  });
});
