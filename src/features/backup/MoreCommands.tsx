import { useState } from "react";
import { CommandMenu } from "../../ui/CommandMenu.tsx";
import { pruneStrings } from "../../ui/commandStrings.ts";
import { PrunePane } from "./prune/PrunePane.tsx";

/** The command bar's rarer commands: their menu, and what the chosen one opens. */
export function MoreCommands({ onClose }: { onClose: () => void }) {
  const [pruning, setPruning] = useState(false);
  const [opener] = useState(() => document.activeElement);
  const close = () => {
    onClose();
    // Once the menu or the pane is gone.
    requestAnimationFrame(() => {
      if (opener instanceof HTMLElement) opener.focus();
    });
  };
  if (pruning) return <PrunePane onClose={close} />;
  return (
    <CommandMenu
      label={pruneStrings.menu}
      items={[{ key: "prune", label: pruneStrings.command, onClick: () => setPruning(true) }]}
      onClose={close}
    />
  );
}
