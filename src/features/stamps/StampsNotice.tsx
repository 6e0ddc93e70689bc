import { useState } from "react";
import { useRoute } from "wouter";
import { useFindListed, useListedStamps } from "../../stamps/useStamps.ts";
import { Button } from "@fluentui/react-components";
import { AppLink } from "../../ui/AppLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { stampStrings } from "./strings.ts";
import styles from "./StampsPage.module.css";

const pageStrings = stampStrings.page;

/** Over every page but that of the stamps: some of them cannot be used. The others are not held up by it. */
export function StampsNotice({ href }: { href: string }) {
  const { problems, unfound } = useListedStamps();
  useFindListed();
  const failed = unfound.filter(({ outcome }) => outcome !== null);
  const [onStamps] = useRoute(`${href}/*?`);
  const [dismissed, setDismissed] = useState(0);
  const count = problems.length + failed.length;
  // Dismissed for this content only: a new problem is shown again.
  if (onStamps || count <= dismissed) return null;
  return (
    <div className={styles["notice"]}>
      <Notice
        tone="warning"
        title={problems.length > 0 ? pageStrings.problemsTitle : pageStrings.someUnfound}
        actions={
          <>
            <AppLink to={href}>{pageStrings.show}</AppLink>
            <Button size="small" onClick={() => setDismissed(count)}>
              {pageStrings.dismiss}
            </Button>
          </>
        }
      >
        {problems.length > 0 && pageStrings.problemsCount(problems.length)}{" "}
        {failed.length > 0 &&
          pageStrings.unfoundCount(failed.map(({ hint }) => hint.title ?? hint.id).join(", "))}
      </Notice>
    </div>
  );
}
