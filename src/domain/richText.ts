/** One piece of an alert's text. Never markup: shown as text, line breaks and checked links. */
export type RichSegment =
  | { kind: "text"; text: string }
  | { kind: "line" }
  /** `href` is http or https, without a user name or password in it. */
  | { kind: "link"; text: string; href: string; host: string }
  /** A link of any other scheme or form: its text is shown, its address dropped. */
  | { kind: "refusedLink"; text: string };

/** One token as the stamp writes it (docs/stamp-api.md "Alerts"); null for an absent field. */
export interface RichToken {
  type: string;
  text: string | null;
  uri: string | null;
}

/** Far longer than any recorded text; the rest is dropped, so that an alert can't flood the page. */
const MOST_TOKENS = 500;

/** Converts the stamp's tokens to segments. Unclosed, doubly closed or nested links lose no text. */
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
    // A link to a portal resource has no address that works here: show its text only.
    if (kind === "linkbegin") link = uri ? { uri, words: [] } : null;
    else if (kind === "newline") segments.push({ kind: "line" });
    // An unknown kind of token shows its text, if any.
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

/** The text only, with a space for each line break. */
export function plainText(segments: readonly RichSegment[]): string {
  return segments.map((segment) => (segment.kind === "line" ? " " : segment.text)).join("");
}
