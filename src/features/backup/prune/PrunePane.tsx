import { Button, ProgressBar } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { usePrune, type PruneState, type PruneTrouble } from "../../../queries/usePrune.ts";
import { FailureDetails } from "../../../common/FailureDetails.tsx";
import { failureAdvice, failureTexts } from "../../../common/failureStrings.ts";
import { ViewApi } from "../../../common/ViewApi.tsx";
import { InlineConfirm } from "../../../ui/InlineConfirm.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { SidePane } from "../../../ui/SidePane.tsx";
import { Time } from "../../../ui/Time.tsx";
import { PathList } from "./PathList.tsx";
import { pruneStrings } from "./strings.ts";
import styles from "./PrunePane.module.css";

/** Pruning of the external store: a dry run, what it found, and the pruning itself after a question. */
export function PrunePane({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { state, start } = usePrune();
  const body = useRef<HTMLDivElement>(null);
  const begin = (dryRun: boolean) => {
    // The button that was pressed goes; the focus must not leave the pane with it.
    body.current?.focus();
    start(dryRun);
  };
  return (
    <SidePane
      open={open}
      label={pruneStrings.title}
      title={pruneStrings.title}
      closeLabel={pruneStrings.close}
      onClose={onClose}
    >
      <div ref={body} tabIndex={-1} className={styles["body"]}>
        <p>{pruneStrings.lead}</p>
        <Stage state={state} onStart={begin} />
        <ViewApi actions={["pruneDryRun", "prune"]} />
      </div>
    </SidePane>
  );
}

function Stage({ state, onStart }: { state: PruneState; onStart: (dryRun: boolean) => void }) {
  const dryRun = (label: string) => (
    <div>
      <Button appearance={state.kind === "idle" ? "primary" : "secondary"} onClick={() => onStart(true)}>
        {label}
      </Button>
    </div>
  );
  switch (state.kind) {
    case "idle":
      return dryRun(pruneStrings.dryRun);
    case "running":
      return <PruneProgress state={state} />;
    case "found":
      return state.paths.length === 0 ? (
        <>
          <Notice tone="info" title={pruneStrings.none}>
            {pruneStrings.noneText}
          </Notice>
          {dryRun(pruneStrings.again)}
        </>
      ) : (
        <>
          <Found state={state} onPrune={() => onStart(false)} />
          {dryRun(pruneStrings.again)}
        </>
      );
    case "pruned":
      return (
        <>
          <Notice tone="success" title={pruneStrings.pruned}>
            {pruneStrings.prunedText(state.paths.length)}
          </Notice>
          {state.paths.length > 0 && <PathList paths={state.paths} />}
          {dryRun(pruneStrings.again)}
        </>
      );
    case "failed":
      return (
        <>
          <Trouble dryRun={state.dryRun} why={state.why} />
          {dryRun(pruneStrings.again)}
        </>
      );
  }
}

function PruneProgress({ state }: { state: Extract<PruneState, { kind: "running" }> }) {
  const which = state.dryRun ? "dryRun" : "real";
  return (
    <>
      <ProgressBar aria-label={pruneStrings.running[which]} />
      <Notice tone="info" title={pruneStrings.running[which]}>
        {pruneStrings.runningText[which]} {pruneStrings.since} <Time at={state.startedAt} />.{" "}
        {state.trouble && pruneStrings.trouble}
      </Notice>
    </>
  );
}

function Found({
  state: { paths, at },
  onPrune,
}: {
  state: Extract<PruneState, { kind: "found" }>;
  onPrune: () => void;
}) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p role="status">
        <strong>{pruneStrings.found(paths.length)}</strong>{" "}
        <span className="muted">
          {pruneStrings.foundAt} <Time at={at} />
        </span>
      </p>
      <PathList paths={paths} />
      <div>
        <Button appearance="primary" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {pruneStrings.prune}
        </Button>
      </div>
      {asking && (
        <InlineConfirm
          title={pruneStrings.confirmTitle}
          text={pruneStrings.confirm(paths.length)}
          onYes={onPrune}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Trouble({ dryRun, why }: { dryRun: boolean; why: PruneTrouble }) {
  const which = dryRun ? "dryRun" : "real";
  const failure = why.kind === "untracked" ? null : why.failure;
  const sure = why.kind === "notSent" || why.kind === "refused";
  const said =
    why.kind === "notSent" || why.kind === "refused" ? pruneStrings[why.kind] : pruneStrings[why.kind][which];
  return (
    <Notice
      tone={sure ? "error" : "warning"}
      title={why.kind === "refused" ? pruneStrings.refusedTitle[which] : pruneStrings.failedTitle[which]}
      details={failure && <FailureDetails failure={failure} />}
    >
      {failure && failureTexts[failure.kind]} {said} {sure && failure && failureAdvice[failure.kind]}
    </Notice>
  );
}
