import { Notice } from "../../ui/Notice.tsx";
import styles from "./StampsPage.module.css";

/** What is wrong in stamps.json, line by line. Text only, whatever stands in the file. */
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
