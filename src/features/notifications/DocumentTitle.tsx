import { useEffect } from "react";
import type { Since } from "../../domain/backupState.ts";
import { formatElapsed } from "../../domain/duration.ts";
import { useSession } from "../../session/SessionContext.ts";
import { useBackupsState } from "../../queries/useBackupState.ts";
import { useEverySecond } from "../../ui/clock.ts";
import { notificationStrings } from "./strings.ts";

/** The tab's title carries the state of a run: "● Running 12:40 – Infrastructure backup". */
export function DocumentTitle() {
  const { stamp } = useSession();
  const { busy } = useBackupsState();
  if (busy?.kind === "running") {
    return <RunningTitle finishing={busy.row.state.kind === "finishing"} since={busy.row.since} />;
  }
  return (
    <Title
      text={
        busy?.kind === "posting"
          ? notificationStrings.documentTitle.starting
          : notificationStrings.documentTitle.idle(stamp.title)
      }
    />
  );
}

function RunningTitle({ finishing, since }: { finishing: boolean; since: Since | null }) {
  const session = useSession();
  useEverySecond();
  const elapsed = since === null ? "" : formatElapsed(Math.max(0, session.now() - since.at));
  return <Title text={notificationStrings.documentTitle.running(finishing, elapsed)} />;
}

function Title({ text }: { text: string }) {
  useEffect(() => {
    document.title = text;
  }, [text]);
  return null;
}
