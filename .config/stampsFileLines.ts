const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The line, from 1, on which the value at these keys begins; a missing value has the line of the object it is
 * missing from. `json` must have been parsed before.
 */
export function lineOf(json: string, keys: readonly (string | number)[]): number {
  const tokens = [...json.matchAll(TOKEN)].map(({ 0: text, index }) => ({ text, index }));
  let at = 0;
  for (const key of keys) {
    const next = inside(tokens, at, key);
    if (next === null) break;
    at = next;
  }
  return json.slice(0, tokens[at]?.index ?? 0).split("\n").length;
}

interface Token {
  text: string;
  index: number;
}

/** The first token of a key's value, in the object or list that begins at `start`; null for none. */
function inside(tokens: readonly Token[], start: number, key: string | number): number | null {
  const kind = tokens[start]?.text;
  if (kind !== "{" && kind !== "[") return null;
  // For a duplicate key, JSON.parse uses the last value.
  let found: number | null = null;
  let depth = 0;
  let position = 0;
  for (let at = start + 1; at < tokens.length; at += 1) {
    const text = tokens[at]?.text ?? "";
    if (text === "}" || text === "]") depth -= 1;
    if (depth < 0) return found;
    if (depth === 0 && kind === "[") {
      if (text === ",") position += 1;
      else if (position === key && found === null) found = at;
    }
    if (depth === 0 && kind === "{" && tokens[at + 1]?.text === ":" && JSON.parse(text) === key)
      found = at + 2;
    if (text === "{" || text === "[") depth += 1;
  }
  return found;
}
