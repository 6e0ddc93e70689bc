import { expect, test } from "vitest";
import { CERTIFICATE } from "./certificate.fixture.ts";
import { thumbprintOf } from "./certificate.ts";

const { base64, thumbprint, pfxBase64 } = CERTIFICATE;
const pem = `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/(.{64})/g, "$1\n")}\n-----END CERTIFICATE-----\n`;

test("the thumbprint is openssl's, whether the file is DER or PEM", async () => {
  expect(await thumbprintOf(base64)).toBe(thumbprint);
  expect(await thumbprintOf(btoa(pem))).toBe(thumbprint);
  expect(await thumbprintOf(base64.replaceAll(/(.{76})/g, "$1\r\n"))).toBe(thumbprint);
});

test.each([
  ["a .pfx", pfxBase64],
  [
    "a key beside the certificate",
    btoa(`${pem}-----BEGIN PRIVATE KEY-----\nMAMCAQM=\n-----END PRIVATE KEY-----\n`),
  ],
  ["a file cut short", base64.slice(0, 200)],
  ["text", btoa("encryptioncert")],
  ["no base64", "?"],
  ["nothing", ""],
  ["lengths that lead nowhere", btoa(String.fromCodePoint(0x30, 0x84, 0xff, 0xff, 0xff, 0xff))],
])("%s is no public certificate", async (_what, file) => {
  expect(await thumbprintOf(file)).toBeNull();
});
