/**
 * The JSON of a value in the one form that two programs agree on (RFC 8785): no white space, keys sorted by UTF-16 code
 * units, numbers and strings as ECMAScript writes them. Half a surrogate pair, at which the RFC gives up, is written as
 * its escape. Raises TypeError for what JSON cannot say: undefined, functions, bigints, NaN and infinities.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`JSON cannot say ${typeof value === "number" ? String(value) : typeof value}`);
}
