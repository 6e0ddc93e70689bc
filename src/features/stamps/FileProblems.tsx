import { Notice } from "../../ui/Notice.tsx";
import styles from "./StampsPage.module.css";

/** Errors in stamps.json, line by line. Shown as plain text. */
export function FileProblems({ title, problems }: { title: string; problems: readonly string[] }) {
  return (
    <Notice
      tone="error"
      title={title}
      details={
        <ul className={styles["problems"]}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      }
    />
  );
}
