import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { readArmAddress } from "../../api/armAddress.ts";
import type { FoundStamp } from "../../api/discovery.ts";
import { addOwnStamp, hintOf, listedAt } from "../../queries/ownStamps.ts";
import { useStamps } from "../../queries/useStamps.ts";
import { useFindStamp } from "../../queries/useFindStamp.ts";
import { Button } from "@fluentui/react-components";
import { refusalWords, stampStrings } from "../../ui/stampStrings.ts";
import { TextField } from "../../ui/TextField.tsx";
import styles from "./AddStamp.module.css";
import { FindFailure } from "./FindFailure.tsx";
import { FoundFacts } from "./FoundFacts.tsx";
import { TokenStep } from "./TokenStep.tsx";

const words = stampStrings.add;

export interface AddStampProps {
  /** Whether the form is what the operator came for. */
  focused: boolean;
  /** Told what was added, and whether this browser keeps it. */
  onAdded: (found: FoundStamp["stamp"], kept: boolean) => void;
}

/** Adds a stamp for this browser: its address is checked, the stamp asked, what was found shown, then saved. */
export function AddStamp({ focused, onAdded }: AddStampProps) {
  const id = useId();
  const stamps = useStamps();
  const { finding, find, stop, byPolicy } = useFindStamp();
  const [address, setAddress] = useState("");
  const [title, setTitle] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const token = useRef<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const focusAddress = () => form.current?.querySelector("input")?.focus();
  useEffect(() => {
    if (focused) focusAddress();
  }, [focused]);

  const change = (text: string) => {
    setAddress(text);
    setWrong(null);
    token.current = null;
    // What was found belongs to the address that was asked.
    if (finding.kind !== "idle") stop();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readArmAddress(address, stamps.world.pageUrl);
    const problem = read.kind === "refused" ? refusalWords[read.reason] : whyNot(stamps, read.armBase);
    setWrong(problem);
    if (problem !== null || read.kind === "refused") return focusAddress();
    void find(hintOf(stamps, read.armBase, ""), token.current);
  };
  const save = ({ stamp }: FoundStamp) => {
    const named = { ...stamp, title: title.trim() || stamp.title };
    const kept = addOwnStamp(stamps, named, token.current);
    change("");
    setTitle("");
    onAdded(named, kept);
  };

  const done = finding.kind === "done" ? finding : null;
  const asking = finding.kind === "asking";
  return (
    <section aria-labelledby={id} className={styles["add"]}>
      <h2 id={id} className={styles["title"]}>
        {words.title}
      </h2>
      <p className="muted">{words.lead}</p>
      <form ref={form} className={styles["form"]} onSubmit={submit} noValidate>
        <TextField
          label={words.address}
          hint={words.addressHint}
          problem={wrong}
          maxLength={2_000}
          autoComplete="off"
          autoCapitalize="off"
          value={address}
          onChange={change}
        />
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={title}
          onChange={setTitle}
          maxLength={2_000}
          autoComplete="off"
        />
        <div className={styles["buttons"]}>
          <Button
            type="submit"
            appearance={done?.outcome.kind === "found" ? "secondary" : "primary"}
            disabledFocusable={asking}
          >
            {words.find}
          </Button>
          {asking && <Button onClick={stop}>{words.stop}</Button>}
          <p role="status" className="muted">
            {asking &&
              (finding.step ? stampStrings.askingFor(stampStrings.steps[finding.step]) : stampStrings.asking)}
          </p>
        </div>
      </form>
      {done?.outcome.kind === "failed" && (
        <FindFailure
          outcome={done.outcome}
          title={stampStrings.failedTitle}
          armBase={done.hint.armBase}
          byPolicy={byPolicy}
        />
      )}
      {done?.outcome.kind === "signIn" && (
        <TokenStep
          refused={done.outcome.refused}
          onToken={(given) => {
            token.current = given;
            void find(done.hint, given);
          }}
        />
      )}
      {done?.outcome.kind === "found" && <Found found={done.outcome.found} title={title} onSave={save} />}
    </section>
  );
}

interface FoundProps {
  found: FoundStamp;
  title: string;
  onSave: (found: FoundStamp) => void;
}

function Found({ found, title, onSave }: FoundProps) {
  return (
    <div role="status" className={styles["found"]}>
      <h3>
        {words.found} <bdi>{title.trim() || found.stamp.title}</bdi>
      </h3>
      <FoundFacts found={found} />
      <div className={styles["buttons"]}>
        <Button appearance="primary" onClick={() => onSave(found)}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}

/** Why a good address is still not to be added; null when it is. */
function whyNot(stamps: ReturnType<typeof useStamps>, armBase: string): string | null {
  // A simulation answers for its own origin only, and must not lead to anything real.
  if (stamps.mocked && !armBase.startsWith("/")) return words.mocked;
  const listed = listedAt(stamps, armBase);
  return listed === null ? null : words.known(listed);
}
