import { Button } from "@fluentui/react-components";
import { findOne } from "../../stamps/findListed.ts";
import type { Unfound } from "../../stamps/stampList.ts";
import { useListedStamps, useStamps } from "../../stamps/useStamps.ts";
import { AskingLine } from "./AskingLine.tsx";
import { FindFailure } from "./FindFailure.tsx";
import { stampStrings } from "./strings.ts";
import styles from "./StampsPage.module.css";
import { TokenStep } from "./TokenStep.tsx";

const pageStrings = stampStrings.page;

/** Stamps of stamps.json that aren't found yet: the current step, the failure, or the required token. */
export function UnfoundStamps({ only }: { only?: string }) {
  const { unfound } = useListedStamps();
  return unfound
    .filter(({ hint }) => only === undefined || hint.id === only)
    .map((one) => <UnfoundStamp key={one.hint.id} unfound={one} />);
}

function UnfoundStamp({ unfound: { hint, step, outcome } }: { unfound: Unfound }) {
  const stamps = useStamps();
  const name = hint.title ?? hint.id;
  return (
    <section aria-label={name} className={styles["unfound"]}>
      {outcome?.kind !== "failed" && (
        <strong>
          <bdi>{name}</bdi>
        </strong>
      )}
      <AskingLine step={outcome === null ? step : undefined} />
      {outcome?.kind === "failed" && (
        <FindFailure
          outcome={outcome}
          title={pageStrings.notFound(name)}
          armBase={hint.armBase}
          actions={
            <Button size="small" onClick={() => void findOne(stamps, hint, null)}>
              {pageStrings.tryAgain}
            </Button>
          }
        />
      )}
      {outcome?.kind === "signIn" && (
        <TokenStep refused={outcome.refused} onToken={(token) => void findOne(stamps, hint, token)} />
      )}
    </section>
  );
}
