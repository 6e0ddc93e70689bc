import { AlertRegular } from "@fluentui/react-icons/headless/svg/alert";
import { strings } from "../../ui/strings.ts";
import { useNotifications } from "./useNotifications.ts";

/** The bell of the top bar, with the number of unread notifications. */
export function Bell({ open, onOpen }: { open: boolean; onOpen: () => void }) {
  const { unread } = useNotifications();
  return (
    <button
      type="button"
      className="bar-button"
      aria-label={strings.bell(unread)}
      title={strings.bell(0)}
      aria-expanded={open}
      onClick={onOpen}
    >
      <AlertRegular fontSize={20} aria-hidden />
      {unread > 0 && (
        <span className="bar-badge" aria-hidden>
          {unread}
        </span>
      )}
    </button>
  );
}
