import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from "@fluentui/react-components";
import { Commands, type CommandsProps } from "./Commands.tsx";
import { commandStrings } from "./commandStrings.ts";

/** The portal's "View API", folded away below what it is about. */
export function ViewApi(props: CommandsProps) {
  return (
    <Accordion collapsible>
      <AccordionItem value="api">
        <AccordionHeader size="small">{commandStrings.title}</AccordionHeader>
        <AccordionPanel>
          <Commands {...props} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
