import {
  alertsCommand,
  getCommand,
  listCommand,
  pruneCommand,
  settingsCommand,
  startCommand,
  testShareCommand,
  trackCommand,
  type PowerShellModule,
} from "../domain/commands.ts";
import { restRequests, type RestAction, type RestRequest } from "../domain/restView.ts";
import type { Stamp } from "../domain/stamp.ts";
import { useSession } from "../session/SessionContext.ts";
import { CodeBlock } from "../ui/CodeBlock.tsx";
import { usePreferences } from "../ui/preferences.ts";
import { commandStrings } from "./commandStrings.ts";
import styles from "./Commands.module.css";

export type CommandAction = keyof typeof commandStrings.actions;

export interface CommandsProps {
  /** What is shown, in this order. */
  actions: readonly CommandAction[];
  /** For the actions that are about one backup. */
  backupId?: string | null;
  /** A share to test that isn't configured yet. */
  sharePath?: string | null;
}

/** What this console does, as PowerShell of the chosen module and as requests to the stamp's API. */
export function Commands({ actions, backupId = null, sharePath = null }: CommandsProps) {
  const { stamp } = useSession();
  const { powershellModule: module } = usePreferences();
  const base = new URL(stamp.armBase, document.baseURI).href;
  const requests = restRequests(stamp, base, backupId);
  return (
    <div className={styles["commands"]}>
      <p className="muted">{commandStrings.lead(commandStrings.modules[module])}</p>
      {actions.map((action) => {
        const powershell = POWERSHELL[action]({ stamp, module, backupId, sharePath });
        const request = requests.find((one) => one.action === action);
        return (
          <section key={action} className={styles["section"]}>
            <h3 className={styles["heading"]}>{commandStrings.actions[action]}</h3>
            {powershell !== null && (
              <CodeBlock text={powershell} what={commandStrings.powershell(commandStrings.actions[action])} />
            )}
            {powershell === null && action !== "follow" && (
              <p className="muted">{commandStrings.notInModule(commandStrings.modules[module])}</p>
            )}
            {request && <Rest request={request} title={commandStrings.actions[action]} />}
          </section>
        );
      })}
    </div>
  );
}

function Rest({ request: { method, url, body, curl }, title }: { request: RestRequest; title: string }) {
  return (
    <>
      <CodeBlock
        text={`${method} ${url}${body ? `\n\n${JSON.stringify(body, null, 2)}` : ""}`}
        what={commandStrings.rest(title)}
      />
      <CodeBlock text={curl} what={commandStrings.curl(title)} />
    </>
  );
}

interface CommandFacts extends Required<Omit<CommandsProps, "actions">> {
  stamp: Stamp;
  module: PowerShellModule;
}

/** Null where PowerShell, or this module of it, has no command. */
const POWERSHELL: Record<RestAction | "track" | "testShare", (facts: CommandFacts) => string | null> = {
  start: ({ stamp, module }) => `${startCommand(stamp, module)}${module === "az" ? " -NoWait" : ""}`,
  track: ({ stamp, module }) => trackCommand(stamp, module),
  list: ({ stamp }) => listCommand(stamp),
  backup: ({ stamp, backupId }) => backupId && getCommand(stamp, backupId),
  // A job that somebody else started has no PowerShell job to wait for.
  follow: () => null,
  settings: ({ stamp }) => settingsCommand(stamp),
  testShare: ({ sharePath }) => testShareCommand(sharePath),
  pruneDryRun: ({ stamp, module }) => pruneCommand(stamp, module, true),
  prune: ({ stamp, module }) => pruneCommand(stamp, module, false),
  alerts: ({ stamp }) => alertsCommand(stamp),
};
