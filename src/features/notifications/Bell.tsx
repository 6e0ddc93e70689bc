import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { AlertRegular } from "@fluentui/react-icons/headless/svg/alert";
import { useStore } from "../../store.ts";
import { strings } from "../../ui/strings.ts";
import { bellCount } from "./bellCount.ts";

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
