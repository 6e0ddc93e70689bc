import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { AlertRegular } from "@fluentui/react-icons/headless/svg/alert";
import { createStore, useStore } from "../../store.ts";
import { strings } from "../../ui/strings.ts";

/** Unread notifications, as counted by a part that loads after the rows; the bell is on the page before them. */
export const bellCount = createStore(0);

/** The bell of the top bar, with the number of unread notifications. */
export function Bell({ open, onOpen }: { open: boolean; onOpen: () => void }) {
  const unread = useStore(bellCount);
  return (
    <Button
      {...useRestoreFocusTarget()}
      appearance="transparent"
      className="bar-button"
      icon={<AlertRegular />}
      aria-label={strings.bell(unread)}
      title={strings.bell(0)}
      aria-expanded={open}
      onClick={onOpen}
    >
      {unread > 0 && (
        <span className="bar-badge" aria-hidden>
          {unread}
        </span>
      )}
    </Button>
  );
}
