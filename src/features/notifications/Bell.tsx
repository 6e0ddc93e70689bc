import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { AlertRegular } from "@fluentui/react-icons/headless/svg/alert";
import { strings } from "../../ui/strings.ts";
import { useState } from "react";
import { lazyPart, whenIdle } from "../../ui/lazyPart.tsx";

const UnreadCount = lazyPart(
  () => whenIdle().then(() => import("./UnreadCount.tsx").then((module) => module.UnreadCount)),
  "background",
);

/** The bell of the top bar, with the number of unread notifications. */
export function Bell({ open, onOpen }: { open: boolean; onOpen: () => void }) {
  const [unread, setUnread] = useState(0);
  return (
    <>
      <UnreadCount onCount={setUnread} />
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
    </>
  );
}
