import { azTokenCommand, powershellTokenCommand } from "../../domain/tokenCommand.ts";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { sessionStrings } from "../../ui/sessionStrings.ts";
import styles from "./SignIn.module.css";

const words = sessionStrings.commands;

/** One line each for PowerShell and the Azure CLI that yields a token, with the stamp's audience where it tells it. */
export function TokenCommands({
  audience,
  asking,
  onOpen,
}: {
  audience: string | null;
  asking: boolean;
  onOpen: (open: boolean) => void;
}) {
  const ways = [
    { title: words.powershell, text: powershellTokenCommand(audience) },
    { title: words.az, text: azTokenCommand(audience) },
  ];
  return (
    <details className={styles["commands"]} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>{words.summary}</summary>
      {ways.map(({ title, text }) => (
        <div key={title} className={styles["command"]}>
          <p>{title}</p>
          <CodeBlock text={text} what={title} />
        </div>
      ))}
      {audience === null && <p>{asking ? words.asking : words.unknown}</p>}
    </details>
  );
}
