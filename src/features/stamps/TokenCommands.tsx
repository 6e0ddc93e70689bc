import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-components";
import { azTokenCommand, powershellTokenCommand } from "../../domain/tokenCommand.ts";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import styles from "./SignIn.module.css";
import { signInStrings } from "./strings.ts";

const commandsStrings = signInStrings.commands;

export interface TokenCommandsProps {
  audience: string | null;
  /** The audience is being requested. */
  asking: boolean;
  onOpen: (open: boolean) => void;
}

/** One line each for PowerShell and the Azure CLI that yields a token, with the stamp's audience where it states it. */
export function TokenCommands({ audience, asking, onOpen }: TokenCommandsProps) {
  const ways = [
    { title: commandsStrings.powershell, text: powershellTokenCommand(audience) },
    { title: commandsStrings.az, text: azTokenCommand(audience) },
  ];
  return (
    <Accordion collapsible onToggle={(_, data) => onOpen(data.openItems.length > 0)}>
      <AccordionItem value="commands">
        <AccordionHeader size="small">{commandsStrings.summary}</AccordionHeader>
        <AccordionPanel className={styles["commands"] ?? ""}>
          {ways.map(({ title, text }) => (
            <div key={title}>
              <p>{title}</p>
              <CodeBlock text={text} what={title} />
            </div>
          ))}
          {audience === null && <p>{asking ? commandsStrings.asking : commandsStrings.unknown}</p>}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
