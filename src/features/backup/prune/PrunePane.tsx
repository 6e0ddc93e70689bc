import { Button, ProgressBar } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { usePrune, type PruneState, type PruneTrouble } from "../../../queries/usePrune.ts";
import { FailureDetails } from "../../../common/FailureDetails.tsx";
import { failureAdvice, failureWords } from "../../../common/failureStrings.ts";
import { ViewApi } from "../../../common/ViewApi.tsx";
import { InlineConfirm } from "../../../ui/InlineConfirm.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { SidePane } from "../../../ui/SidePane.tsx";
import { Time } from "../../../ui/Time.tsx";
import { PathList } from "./PathList.tsx";
import { pruneStrings as words } from "./strings.ts";
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
    <SidePane open={open} label={words.title} title={words.title} closeLabel={words.close} onClose={onClose}>
      <div ref={body} tabIndex={-1} className={styles["body"]}>
        <p>{words.lead}</p>
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
      return dryRun(words.dryRun);
    case "running":
      return <UnderWay state={state} />;
    case "found":
      return state.paths.length === 0 ? (
        <>
          <Notice tone="info" title={words.none}>
            {words.noneText}
          </Notice>
          {dryRun(words.again)}
        </>
      ) : (
        <>
          <Found state={state} onPrune={() => onStart(false)} />
          {dryRun(words.again)}
        </>
      );
    case "pruned":
      return (
        <>
          <Notice tone="success" title={words.pruned}>
            {words.prunedText(state.paths.length)}
          </Notice>
          {state.paths.length > 0 && <PathList paths={state.paths} />}
          {dryRun(words.again)}
        </>
      );
    case "failed":
      return (
        <>
          <Trouble dryRun={state.dryRun} why={state.why} />
          {dryRun(words.again)}
        </>
      );
  }
}

function UnderWay({ state }: { state: Extract<PruneState, { kind: "running" }> }) {
  const which = state.dryRun ? "dryRun" : "real";
  return (
    <>
      <ProgressBar aria-label={words.running[which]} />
      <Notice tone="info" title={words.running[which]}>
        {words.runningText[which]} {words.since} <Time at={state.startedAt} />.{" "}
        {state.trouble && words.trouble}
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
        <strong>{words.found(paths.length)}</strong>{" "}
        <span className="muted">
          {words.foundAt} <Time at={at} />
        </span>
      </p>
      <PathList paths={paths} />
      <div>
        <Button appearance="primary" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {words.prune}
        </Button>
      </div>
      {asking && (
        <InlineConfirm
          title={words.confirmTitle}
          text={words.confirm(paths.length)}
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
  const said = why.kind === "notSent" || why.kind === "refused" ? words[why.kind] : words[why.kind][which];
  return (
    <Notice
      tone={sure ? "error" : "warning"}
      title={why.kind === "refused" ? words.refusedTitle[which] : words.failedTitle[which]}
      details={failure && <FailureDetails failure={failure} />}
    >
      {failure && failureWords[failure.kind]} {said} {sure && failure && failureAdvice[failure.kind]}
    </Notice>
  );
}
