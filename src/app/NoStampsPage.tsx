import { AddStamp } from "../features/stamps/AddStamp.tsx";
import { FileProblems } from "../features/stamps/FileProblems.tsx";
import { stampStrings } from "../features/stamps/strings.ts";
import { UnfoundStamps } from "../features/stamps/UnfoundStamps.tsx";
import { useFindListed, useListedStamps } from "../stamps/useStamps.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { strings } from "../ui/strings.ts";
import "./page.css";

const noneStrings = stampStrings.none;

/** The page without a stamp: what is wrong in stamps.json, what is still being found, and a stamp to add here. */
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
      {/* What is added, or found, opens at once. So the form waits for the search: it would go, and what was typed with it. */}
      {unfound.every(({ outcome }) => outcome !== null) && (
        <AddStamp focused={false} onAdded={() => undefined} />
      )}
    </main>
  );
}
