/** A self-signed certificate for CN=backup, public part only; openssl gave both its DER and its thumbprint. */
export const CERTIFICATE = {
  base64: [
    "MIIBeDCCAR2gAwIBAgIUKa680CuijfBR2yzc6VRPPLDU5wkwCgYIKoZIzj0EAwIwETEPMA0GA1UEAwwGYmFja3VwMB4XDTI2",
    "MTEyMzAzNTQyOVoXDTM2MTEyMDAzNTQyOVowETEPMA0GA1UEAwwGYmFja3VwMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE",
    "qwBeWPHe1tuV1bXzpQfty2BomvH7UVnfxzSHyBJ2yTFggAfa/oHDsGHy3wCYX+YU0hCi7VC6AfHcfG1ilfIRfqNTMFEwHQYD",
    "VR0OBBYEFHcvNQHzVpPud+JQpui6dRyHwrKrMB8GA1UdIwQYMBaAFHcvNQHzVpPud+JQpui6dRyHwrKrMA8GA1UdEwEB/wQF",
    "MAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAKCP3uvOADeYeYTZ6LOoeslr9VLGziViaVh1raCaHBwfAiEA6Pd0uv6ahJP3Datz",
    "BIQIP7S8/GSn4YK0uuXcvKqgmmI=",
  ].join(""),
  thumbprint: "4113C5850EAB88DD3CB9DEBF1462E92BC4D199CD",
  /** The first bytes of what a .pfx is: a sequence that begins with the number 3. */
  pfxBase64: "MAMCAQM=",
};
