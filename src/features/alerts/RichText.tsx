import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { RichSegment } from "../../domain/richText.ts";
import { useSession } from "../../session/SessionContext.ts";
import styles from "./RichText.module.css";
import { alertStrings } from "./strings.ts";

/** The stamp's text as plain text. Links open elsewhere and show their target, except links to the stamp itself. */
export function RichText({ segments, empty }: { segments: readonly RichSegment[]; empty: string }) {
  const lines = linesOf(segments);
  if (lines.length === 0) return <p className="muted">{empty}</p>;
  return (
    <div className={styles["text"]}>
      {lines.map((line, at) => (
        // Lines of a text have no other name than their place, and never change it.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={at}>
          <bdi>{line}</bdi>
        </p>
      ))}
    </div>
  );
}

/** One for each line of the text that is not blank. */
function linesOf(segments: readonly RichSegment[]): ReactNode[][] {
  const lines: ReactNode[][] = [[]];
  segments.forEach((segment, at) => {
    if (segment.kind === "line") lines.push([]);
    // oxlint-disable-next-line react/no-array-index-key
    else if (segment.text.trim() !== "") lines.at(-1)?.push(<Piece key={at} segment={segment} />);
  });
  return lines.filter((line) => line.length > 0);
}

function Piece({ segment }: { segment: Exclude<RichSegment, { kind: "line" }> }) {
  const { armBase } = useSession().stamp;
  switch (segment.kind) {
    case "text":
      return segment.text;
    case "refusedLink":
      return (
        <>
          {segment.text} <span className="muted">{alertStrings.refusedLink}</span>
        </>
      );
    case "link":
      return (
        <>
          <Link href={segment.href} target="_blank" rel="noopener noreferrer" inline>
            {segment.text}
          </Link>
          {!isOwn(segment.host, armBase) && (
            <>
              {" "}
              <span className="muted">
                {segment.text.trim() === segment.href
                  ? alertStrings.outsideSame
                  : alertStrings.outside(segment.host)}
              </span>
            </>
          )}
        </>
      );
  }
}

/** Whether a host is this page's, or one of the stamp's hosts (docs/stamp-api.md "Finding a stamp"). */
function isOwn(host: string, armBase: string): boolean {
  const arm = new URL(armBase, document.baseURI).host;
  return (
    [location.host, arm].includes(host) ||
    (arm.startsWith("adminmanagement.") && host.endsWith(arm.slice("adminmanagement".length)))
  );
}
