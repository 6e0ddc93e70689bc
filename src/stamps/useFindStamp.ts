import { useCallback, useEffect, useRef, useState } from "react";
import type { FindOutcome, FindStep } from "../api/findStamp.ts";
import type { StampHint } from "../domain/stamp.ts";
import { findHere } from "./findListed.ts";
import { useStamps } from "./useStamps.ts";

export type Finding =
  | { kind: "idle" }
  | { kind: "asking"; step: FindStep | null }
  | { kind: "done"; hint: StampHint; outcome: FindOutcome };

/** Finds one stamp at the operator's request. A new search, `stop` and leaving the page cancel the current one. */
export function useFindStamp() {
  const stamps = useStamps();
  const [finding, setFinding] = useState<Finding>({ kind: "idle" });
  const under = useRef<AbortController | null>(null);
  const [byPolicy, setByPolicy] = useState(false);
  useEffect(() => () => under.current?.abort(), []);
  useEffect(() => {
    // The only cause of a failed request that browsers report to a page.
    const onViolation = (event: SecurityPolicyViolationEvent) => {
      if (event.effectiveDirective === "connect-src" && under.current) setByPolicy(true);
    };
    document.addEventListener("securitypolicyviolation", onViolation);
    return () => document.removeEventListener("securitypolicyviolation", onViolation);
  }, []);

  const find = useCallback(
    async (hint: StampHint, token: string | null) => {
      under.current?.abort();
      const abort = new AbortController();
      under.current = abort;
      setByPolicy(false);
      setFinding({ kind: "asking", step: null });
      const onStep = (step: FindStep | null) => {
        if (!abort.signal.aborted) setFinding({ kind: "asking", step });
      };
      try {
        const outcome = await findHere(stamps, hint, token, { onStep, signal: abort.signal });
        if (!abort.signal.aborted) setFinding({ kind: "done", hint, outcome });
      } catch (error) {
        if (!abort.signal.aborted) throw error;
      }
    },
    [stamps],
  );
  const stop = useCallback(() => {
    under.current?.abort();
    setFinding({ kind: "idle" });
  }, []);
  return { finding, find, stop, byPolicy };
}
