import { Link } from "wouter";
import { UnfoundStamps } from "../features/stamps/UnfoundStamps.tsx";
import { useFindListed, useListedStamps } from "../queries/useStamps.ts";
import { Notice } from "../ui/Notice.tsx";
import { stampStrings } from "../ui/stampStrings.ts";
import { STAMPS_PATH } from "./paths.ts";
import "./page.css";

const words = stampStrings.missing;

/** In place of a stamp that the address names and this page does not know, or not yet. */
export function MissingStampPage({ id }: { id: string }) {
  const { unfound } = useListedStamps();
  useFindListed();
  const awaited = unfound.find(({ hint }) => hint.id === id);
  return (
    <div className="shell-page">
      <h1 className="shell-title">
        {awaited ? words.finding(awaited.hint.title ?? awaited.hint.id) : words.title}
      </h1>
      {awaited ? (
        <UnfoundStamps only={id} />
      ) : (
        <Notice
          tone="warning"
          title={words.title}
          actions={<Link href={STAMPS_PATH}>{stampStrings.page.title}</Link>}
        >
          {words.text(id)}
        </Notice>
      )}
    </div>
  );
}
