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
import { pruneStrings } from "./prune/strings.ts";
import { strings } from "../../ui/strings.ts";

/** The command bar's rarer commands, open from the start: its first press has fetched it. */
export function MoreCommands({ onPrune }: { onPrune: () => void }) {
  const restoreFocus = useRestoreFocusTarget();
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton
          {...restoreFocus}
          icon={<MoreHorizontalRegular />}
          aria-label={strings.commands.more}
          title={strings.commands.more}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={pruneStrings.menu}>
          <MenuItem onClick={onPrune}>{pruneStrings.command}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
