import { AddStamp } from "../features/stamps/AddStamp.tsx";
import { FileProblems } from "../features/stamps/FileProblems.tsx";
import { stampStrings } from "../features/stamps/strings.ts";
import { UnfoundStamps } from "../features/stamps/UnfoundStamps.tsx";
import { useFindListed, useListedStamps } from "../stamps/useStamps.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { strings } from "../ui/strings.ts";
import "./page.css";

const noneStrings = stampStrings.none;

/** The page without stamps: errors in stamps.json, stamps being found, and the form to add one. */
export function NoStampsPage() {
  const { problems, unfound } = useListedStamps();
  useFindListed();
  return (
    <main className="shell-page">
      <h1 className="shell-title">{strings.blade}</h1>
      {problems.length > 0 && <FileProblems title={noneStrings.unreadable} problems={problems} />}
      {problems.length + unfound.length === 0 && (
        <EmptyState title={noneStrings.title}>{noneStrings.text}</EmptyState>
      )}
      <UnfoundStamps />
      {/* A stamp opens as soon as it is added or found, so the form waits for the search: input would be lost. */}
      {unfound.every(({ outcome }) => outcome !== null) && (
        <AddStamp focused={false} onAdded={() => undefined} />
      )}
    </main>
  );
}
