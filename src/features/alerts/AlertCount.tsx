import { useAlerts } from "../../queries/useAlerts.ts";
import styles from "./AlertCount.module.css";
import { alertStrings } from "./strings.ts";

// Fluent's CounterBadge and Badge weigh more of the first load than is left of its budget.

/** Number of active alerts beside the menu's entry; nothing for none or unknown. */
export function AlertCount() {
  const { alerts } = useAlerts();
  const count = alerts?.filter(({ state }) => state === "active").length ?? 0;
  if (count === 0) return null;
  return (
    <span className={styles["count"]}>
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{alertStrings.activeCount(count)}</span>
    </span>
  );
}
