/** One piece of an alert's text. Nothing in it is markup: a page shows it as text, line breaks and checked links. */
export type RichSegment =
  | { kind: "text"; text: string }
  | { kind: "line" }
  /** `href` is http or https, without a user name or password in it. */
  | { kind: "link"; text: string; href: string; host: string }
  /** A link of any other scheme or form: its words stay, its address is left out. */
  | { kind: "refusedLink"; text: string };

/** One token as the stamp writes it (docs/stamp-api.md "Alerts"); null where a field is not said. */
export interface RichToken {
  type: string;
  text: string | null;
  uri: string | null;
}

/** Longer than any recorded text by far; what comes after is left out, so that an alert cannot flood the page. */
const MOST_TOKENS = 500;

/** Folds the stamp's tokens into segments. A link that never ends, ends twice or holds another one loses no words. */
export function toRichText(tokens: readonly RichToken[]): RichSegment[] {
  const segments: RichSegment[] = [];
  let link: { uri: string; words: string[] } | null = null;
  for (const { type, text, uri } of tokens.slice(0, MOST_TOKENS)) {
    const kind = type.toLowerCase();
    const breaks = kind === "linkbegin" || kind === "linkend" || kind === "newline";
    if (breaks && link) {
      segments.push(linkOf(link.uri, link.words.join("")));
      link = null;
    }
    // A link to a resource of the portal has no address that could be followed here: its words are plain text.
    if (kind === "linkbegin") link = uri ? { uri, words: [] } : null;
    else if (kind === "newline") segments.push({ kind: "line" });
    // A token of a kind that nobody knows yet shows its words, if it has any.
    else if (!breaks && text) {
      if (link) link.words.push(text);
      else segments.push({ kind: "text", text });
    }
  }
  if (link) segments.push(linkOf(link.uri, link.words.join("")));
  return segments;
}

function linkOf(uri: string, words: string): RichSegment {
  const text = words.trim() === "" ? uri : words;
  const url = URL.canParse(uri) ? new URL(uri) : null;
  const followable =
    url !== null &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    url.username === "" &&
    url.password === "";
  return followable
    ? { kind: "link", text, href: url.href, host: url.host }
    : { kind: "refusedLink", text: words };
}

/** The words alone, a space for each line break. */
export function plainText(segments: readonly RichSegment[]): string {
  return segments.map((segment) => (segment.kind === "line" ? " " : segment.text)).join("");
}
