import { paneStrings } from "../ui/paneStrings.ts";
import { strings } from "../ui/strings.ts";
import { Notice } from "../ui/Notice.tsx";

/** The page without a stamp: says what is missing, or what is wrong in stamps.json. */
export function NoStampsPage({ problem }: { problem: string | null }) {
  const words = paneStrings.noStamps;
  return (
    <main className="shell-page">
      <h1 className="shell-title">{strings.blade}</h1>
      <Notice tone={problem ? "error" : "info"} title={words.title}>
        {problem ? `${words.unreadable} ${problem}` : words.text}
      </Notice>
    </main>
  );
}
