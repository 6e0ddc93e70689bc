import type { Busy } from "../../domain/backupState.ts";
import { stateText } from "../../ui/BackupStateLabel.tsx";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { strings } from "../../ui/strings.ts";
import { StartingCard } from "./StartingCard.tsx";

const RunCard = lazyPart(() => import("./RunCard.tsx").then((module) => module.RunCard));

export interface CurrentRunProps {
  busy: Busy;
  hrefOf: (backupId: string, tab?: "log" | "powershell") => string;
}

/** What goes on at the stamp, from the click on; nothing while nothing does. */
export function CurrentRun({ busy, hrefOf }: CurrentRunProps) {
  if (busy?.kind === "posting") return <StartingCard title={strings.starting} text={strings.startingText} />;
  if (busy?.kind !== "running") return null;
  return (
    <RunCard
      row={busy.row}
      hrefOf={hrefOf}
      fallback={<StartingCard title={stateText(busy.row.state)} text="" />}
    />
  );
}
