import { ArrowSyncCircleFilled } from "@fluentui/react-icons/headless/svg/arrow-sync-circle";
import { strings } from "../../ui/strings.ts";
import styles from "./StartingCard.module.css";

/** The moment between the click and the stamp's answer; also while the run card itself is still being loaded. */
export function StartingCard({ title, text }: { title: string; text: string }) {
  return (
    <section aria-label={strings.runTitle} className={styles["card"]}>
      <span className={styles["icon"]} aria-hidden>
        <ArrowSyncCircleFilled />
      </span>
      <h2 className={styles["title"]}>{title}</h2>
      <p className="muted">{text}</p>
    </section>
  );
}
