import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ToolbarButton,
  useRestoreFocusTarget,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/headless/svg/more-horizontal";
import { PauseRegular } from "@fluentui/react-icons/headless/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/headless/svg/play";
import type { Command } from "../../ui/CommandBar.tsx";
import { setPreferences, usePreferences } from "../../ui/preferences.ts";
import { commandStrings } from "../../common/commandStrings.ts";
import { pruneStrings } from "./prune/strings.ts";
import { backupStrings } from "./strings.ts";

export interface MoreCommandsProps {
  /** Commands for which the bar has no room. */
  commands: readonly Command[];
  onPrune: () => void;
  onCommands: () => void;
}

/** The command bar's rarer commands, open from the start: its first press has fetched it. */
export function MoreCommands({ commands, onPrune, onCommands }: MoreCommandsProps) {
  const restoreFocus = useRestoreFocusTarget();
  const { autoRefresh } = usePreferences();
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton
          {...restoreFocus}
          icon={<MoreHorizontalRegular />}
          aria-label={backupStrings.commands.more}
          title={backupStrings.commands.more}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={pruneStrings.menu}>
          {commands.map(({ key, label, icon, disabledReason, onClick }) => (
            <MenuItem
              key={key}
              icon={icon}
              disabled={disabledReason != null}
              title={disabledReason ?? undefined}
              onClick={onClick}
            >
              {label}
            </MenuItem>
          ))}
          <MenuItem
            icon={autoRefresh ? <PauseRegular /> : <PlayRegular />}
            onClick={() => setPreferences({ autoRefresh: !autoRefresh })}
          >
            {autoRefresh ? backupStrings.commands.pause : backupStrings.commands.resume}
          </MenuItem>
          <MenuItem onClick={onPrune}>{pruneStrings.command}</MenuItem>
          <MenuItem onClick={onCommands}>{commandStrings.title}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
