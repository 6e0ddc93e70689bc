import { SidePane } from "../../../ui/SidePane.tsx";
import { Commands } from "./Commands.tsx";
import { commandStrings as words } from "./strings.ts";

/** The portal's "View API", and the same for PowerShell: everything this blade does at the stamp. */
export function CommandsPane({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <SidePane open={open} label={words.title} title={words.title} closeLabel={words.close} onClose={onClose}>
      <Commands backupId={null} />
    </SidePane>
  );
}
