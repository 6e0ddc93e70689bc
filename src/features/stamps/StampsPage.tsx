import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useRoute } from "wouter";
import type { Stamp } from "../../domain/stamp.ts";
import { useListedStamps } from "../../stamps/useStamps.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { AddStamp } from "./AddStamp.tsx";
import { FileProblems } from "./FileProblems.tsx";
import { KnownStamps } from "./KnownStamps.tsx";
import { stampStrings } from "./strings.ts";
import { UnfoundStamps } from "./UnfoundStamps.tsx";

const pageStrings = stampStrings.page;

export interface StampsPageProps {
  /** Id of the stamp that is open. */
  current: string;
  hrefOf: (stampId: string) => string;
  /** Address of this page with the form for another stamp in focus. */
  addHref: string;
}

/** All stamps: errors in stamps.json, stamps not found yet, known stamps, and a link to add one. */
export function StampsPage({ current, hrefOf, addHref }: StampsPageProps) {
  const { problems } = useListedStamps();
  const [adding] = useRoute(addHref);
  const [added, setAdded] = useState<{ stamp: Stamp; kept: boolean } | null>(null);
  return (
    <>
      {problems.length > 0 && <FileProblems title={pageStrings.problemsTitle} problems={problems} />}
      <UnfoundStamps />
      {added && (
        <Notice
          tone={added.kept ? "success" : "warning"}
          title={stampStrings.add.saved(added.stamp.title)}
          actions={
            <>
              <AppLink to={hrefOf(added.stamp.id)}>{pageStrings.open(added.stamp.title)}</AppLink>
              <Button size="small" onClick={() => setAdded(null)}>
                {pageStrings.dismiss}
              </Button>
            </>
          }
        >
          {!added.kept && stampStrings.add.notKept}
        </Notice>
      )}
      <KnownStamps current={current} hrefOf={hrefOf} />
      <AddStamp focused={adding} onAdded={(stamp, kept) => setAdded({ stamp, kept })} />
    </>
  );
}
