import { ToolbarButton } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/headless/svg/arrow-clockwise";
import { ClockRegular } from "@fluentui/react-icons/headless/svg/clock";
import { MoreHorizontalRegular } from "@fluentui/react-icons/headless/svg/more-horizontal";
import { PlayFilled } from "@fluentui/react-icons/headless/svg/play";
import { useState } from "react";
import type { BackupRow, Busy } from "../../domain/backupState.ts";
import { useRefresh } from "../../queries/useRefresh.ts";
import { useIsNarrow } from "../../ui/breakpoints.ts";
import { CommandBar, type Command } from "../../ui/CommandBar.tsx";
import { lazyPart, whenIdle } from "../../ui/lazyPart.tsx";
import { backupStrings } from "./strings.ts";
import { commonStrings } from "../../common/strings.ts";
import type { MoreCommandsProps } from "./MoreCommands.tsx";
import { UpdatedAt } from "./UpdatedAt.tsx";

const commandsStrings = backupStrings.commands;

const MoreCommands = lazyPart(() => import("./MoreCommands.tsx").then((module) => module.MoreCommands));

/** What is open right below the command bar. */
export type Question = "backup" | "anyway" | "unfollowed" | "automatic" | null;

const ListCommands = lazyPart(
  () => whenIdle().then(() => import("./list/ListCommands.tsx").then((module) => module.ListCommands)),
  "background",
);

export interface BackupCommandBarProps {
  rows: readonly BackupRow[];
  busy: Busy;
  /** Why Backup now cannot be pressed. */
  backupDisabledReason: string | null;
  signedIn: boolean;
  question: Question;
  onQuestion: (question: Question) => void;
  /** Whether automatic backups are on; null if unknown. */
  automatic: boolean | null;
  /** Why they can be turned neither on nor off now. */
  automaticDisabledReason: string | null;
  onPrune: () => void;
  onCommands: () => void;
}

/** Backup now, automatic backups on and off, Refresh, the list's export and columns, more; disabled commands show why. */
export function BackupCommandBar({
  rows,
  busy,
  backupDisabledReason,
  signedIn,
  question,
  onQuestion,
  automatic,
  automaticDisabledReason,
  onPrune,
  onCommands,
}: BackupCommandBarProps) {
  const refresh = useRefresh();
  const narrow = useIsNarrow();
  const toggle = (asked: Question) => onQuestion(question === asked ? null : asked);
  const backupNow: Command = {
    key: "backup-now",
    label: commandsStrings.backupNow,
    icon: <PlayFilled />,
    onClick: () => toggle(busy?.kind === "unfollowed" ? "unfollowed" : "backup"),
    disabledReason: backupDisabledReason,
    expanded: question !== null && question !== "automatic",
  };
  const refreshing: Command = {
    key: "refresh",
    label: commandsStrings.refresh,
    icon: <ArrowClockwiseRegular />,
    onClick: refresh,
    startsGroup: !narrow,
  };
  const automaticBackups: Command = {
    key: "automatic",
    label: automatic === false ? commandsStrings.enable : commandsStrings.disable,
    icon: <ClockRegular />,
    onClick: () => toggle("automatic"),
    disabledReason: signedIn ? automaticDisabledReason : commonStrings.busy.signIn,
    expanded: question === "automatic",
  };
  return (
    <CommandBar
      label={commandsStrings.label}
      commands={narrow ? [backupNow, refreshing] : [backupNow, automaticBackups, refreshing]}
      more={
        <>
          {rows.length > 0 && <ListCommands rows={rows} />}
          <More
            commands={narrow ? [automaticBackups] : []}
            signedIn={signedIn}
            onPrune={onPrune}
            onCommands={onCommands}
          />
        </>
      }
      aside={<UpdatedAt />}
    />
  );
}

/** The menu of rarer commands; Fluent's Menu is fetched with the first press, which opens it. */
function More({ signedIn, ...props }: MoreCommandsProps & { signedIn: boolean }) {
  const [opened, setOpened] = useState(false);
  const button = (
    <ToolbarButton
      icon={<MoreHorizontalRegular />}
      aria-label={commandsStrings.more}
      aria-haspopup="menu"
      aria-expanded={false}
      title={signedIn ? commandsStrings.more : commonStrings.busy.signIn}
      disabledFocusable={!signedIn}
      onClick={() => setOpened(true)}
    />
  );
  return opened && signedIn ? <MoreCommands {...props} fallback={button} /> : button;
}
