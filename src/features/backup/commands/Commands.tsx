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
} from "../../../domain/commands.ts";
import { restRequests, type RestAction, type RestRequest } from "../../../domain/restView.ts";
import type { Stamp } from "../../../domain/stamp.ts";
import { useSession } from "../../../session/SessionContext.ts";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { usePreferences } from "../../../ui/preferences.ts";
import { commandStrings as words } from "./strings.ts";
import styles from "./Commands.module.css";

/** One thing an operator can do: by PowerShell, by the API, or by both. */
interface Way {
  action: keyof typeof words.actions;
  powershell: string | null;
  rest: RestAction | null;
}

/** What this console does, as PowerShell of the chosen module and as requests to the stamp's API. */
export function Commands({ backupId }: { backupId: string | null }) {
  const { stamp } = useSession();
  const { powershellModule: module } = usePreferences();
  const base = new URL(stamp.armBase, document.baseURI).href;
  const requests = new Map(restRequests(stamp, base, backupId).map((request) => [request.action, request]));
  return (
    <div className={styles["commands"]}>
      <p className="muted">{words.lead(words.modules[module])}</p>
      {waysOf(stamp, module, backupId).map(({ action, powershell, rest }) => (
        <section key={action} className={styles["section"]}>
          <h3 className={styles["heading"]}>{words.actions[action]}</h3>
          {powershell && <CodeBlock text={powershell} what={words.powershell(words.actions[action])} />}
          {rest && <Rest request={requests.get(rest)} title={words.actions[action]} />}
        </section>
      ))}
    </div>
  );
}

function Rest({ request, title }: { request: RestRequest | undefined; title: string }) {
  if (!request) return null;
  const { method, url, body, curl } = request;
  return (
    <>
      <CodeBlock
        text={`${method} ${url}${body ? `\n\n${JSON.stringify(body, null, 2)}` : ""}`}
        what={words.rest(title)}
      />
      <CodeBlock text={curl} what={words.curl(title)} />
    </>
  );
}

/** Of one backup: what concerns it, then how to start another. Of the stamp: everything. */
function waysOf(stamp: Stamp, module: PowerShellModule, backupId: string | null): Way[] {
  const start: Way[] = [
    {
      action: "start",
      powershell: `${startCommand(stamp, module)}${module === "az" ? " -NoWait" : ""}`,
      rest: "start",
    },
    { action: "track", powershell: trackCommand(stamp, module), rest: null },
  ];
  if (backupId !== null) {
    return [
      { action: "backup", powershell: getCommand(stamp, backupId), rest: "backup" },
      { action: "follow", powershell: null, rest: "follow" },
      ...start,
    ];
  }
  return [
    ...start,
    { action: "list", powershell: listCommand(stamp), rest: "list" },
    { action: "settings", powershell: settingsCommand(stamp), rest: "settings" },
    { action: "pruneDryRun", powershell: pruneCommand(stamp, module, true), rest: "pruneDryRun" },
    { action: "prune", powershell: pruneCommand(stamp, module, false), rest: "prune" },
    { action: "alerts", powershell: alertsCommand(stamp), rest: "alerts" },
    { action: "testShare", powershell: testShareCommand(), rest: null },
  ];
}
