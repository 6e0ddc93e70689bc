import { getCommand, startCommand, trackCommand } from "../../../domain/commands.ts";
import { useSession } from "../../../session/SessionContext.ts";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { powershellStrings as words } from "./strings.ts";
import styles from "./BackupDetailPane.module.css";

/** The same in PowerShell, for this stamp and this backup. */
export function PowerShellTab({ backupId }: { backupId: string }) {
  const { stamp } = useSession();
  const ways = [
    { title: words.get, text: getCommand(stamp, backupId) },
    { title: words.start.az, text: `${startCommand(stamp, "az")} -NoWait` },
    { title: words.start.azureRm, text: startCommand(stamp, "azureRm") },
    { title: words.track.az, text: trackCommand(stamp, "az") },
    { title: words.track.azureRm, text: trackCommand(stamp, "azureRm") },
  ];
  return (
    <>
      <p className="muted">{words.lead}</p>
      {ways.map(({ title, text }) => (
        <section key={title} className={styles["section"]}>
          <h3 className={styles["heading"]}>{title}</h3>
          <CodeBlock text={text} what={title} />
        </section>
      ))}
    </>
  );
}
