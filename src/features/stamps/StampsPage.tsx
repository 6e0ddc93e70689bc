import { useState } from "react";
import { Link, useRoute } from "wouter";
import type { Stamp } from "../../domain/stamp.ts";
import { useListedStamps } from "../../queries/useStamps.ts";
import { Button } from "@fluentui/react-components";
import { Notice } from "../../ui/Notice.tsx";
import { stampStrings } from "../../ui/stampStrings.ts";
import { AddStamp } from "./AddStamp.tsx";
import { FileProblems } from "./FileProblems.tsx";
import { KnownStamps } from "./KnownStamps.tsx";
import { UnfoundStamps } from "./UnfoundStamps.tsx";

const words = stampStrings.page;

export interface StampsPageProps {
  /** Id of the stamp that is open. */
  current: string;
  hrefOf: (stampId: string) => string;
  /** Address of this page with the form for another stamp in focus. */
  addHref: string;
}

/** All stamps of this page: what is wrong in stamps.json, what is not found yet, another one to add, and the known. */
export function StampsPage({ current, hrefOf, addHref }: StampsPageProps) {
  const { problems } = useListedStamps();
  const [adding] = useRoute(addHref);
  const [added, setAdded] = useState<{ stamp: Stamp; kept: boolean } | null>(null);
  return (
    <div className="shell-page">
      <h1 className="shell-title">{words.title}</h1>
      <p className="muted">{words.lead}</p>
      {problems.length > 0 && <FileProblems title={words.problemsTitle} problems={problems} />}
      <UnfoundStamps />
      {added && (
        <Notice
          tone={added.kept ? "info" : "warning"}
          title={stampStrings.add.saved(added.stamp.title)}
          actions={
            <>
              <Link href={hrefOf(added.stamp.id)}>{words.open(added.stamp.title)}</Link>
              <Button size="small" onClick={() => setAdded(null)}>
                {words.dismiss}
              </Button>
            </>
          }
        >
          {!added.kept && stampStrings.add.notKept}
        </Notice>
      )}
      <AddStamp focused={adding} onAdded={(stamp, kept) => setAdded({ stamp, kept })} />
      <KnownStamps current={current} hrefOf={hrefOf} />
    </div>
  );
}
