import { Suspense, useEffect, useRef, useState } from "react";
import type { BackupLocation } from "../../domain/location.ts";
import { CommandMenu } from "../../ui/CommandMenu.tsx";
import { pruneStrings } from "../../ui/commandStrings.ts";
import { lazyPart } from "../../ui/lazyPart.ts";
import { AutomaticBackups } from "./automatic/AutomaticBackups.tsx";
import type { CommandPanel } from "./BackupCommandBar.tsx";

const PrunePane = lazyPart(() => import("./prune/PrunePane.tsx").then((module) => module.PrunePane));

export interface CommandPanelsProps {
  panel: CommandPanel | null;
  changing: "busy" | "told" | null;
  location: BackupLocation | null;
  onChanging: (changing: "busy" | "told" | null) => void;
  onClose: () => void;
}

/** What the command bar's rarer commands open: automatic backups on and off, and the menu of the rest. */
export function CommandPanels({ panel, changing, location, onChanging, onClose }: CommandPanelsProps) {
  const [pruning, setPruning] = useState(false);
  // When the question, the menu or the pane is gone, the focus goes back to the command, unless it is wanted elsewhere.
  const opener = useRef<HTMLElement>(null);
  useEffect(() => {
    if (panel === null) return;
    const command = document.querySelector<HTMLElement>("[role=toolbar] [aria-expanded=true]");
    opener.current = command;
    return () => {
      if (document.activeElement === document.body) command?.focus();
    };
  }, [panel]);
  const close = () => {
    setPruning(false);
    onClose();
  };
  return (
    <>
      {location && (panel === "automatic" || changing) && (
        <AutomaticBackups
          location={location}
          asking={panel === "automatic"}
          onChanging={onChanging}
          onAnswered={close}
          onDismiss={() => {
            onChanging(null);
            opener.current?.focus();
          }}
        />
      )}
      {panel === "more" && !pruning && (
        <CommandMenu
          label={pruneStrings.menu}
          items={[{ key: "prune", label: pruneStrings.command, onClick: () => setPruning(true) }]}
          onClose={close}
        />
      )}
      {panel === "more" && pruning && (
        <Suspense>
          <PrunePane onClose={close} />
        </Suspense>
      )}
    </>
  );
}
