import { Button, Field, Input } from "@fluentui/react-components";
import { valibotResolver } from "@hookform/resolvers/valibot";
import { useEffect, useId, useMemo, useRef } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import * as v from "valibot";
import { readArmAddress } from "../../api/armAddress.ts";
import type { FoundStamp } from "../../api/findStamp.ts";
import { addOwnStamp, hintOf, listedAt } from "../../stamps/ownStamps.ts";
import type { Stamps } from "../../stamps/stampList.ts";
import { useFindStamp } from "../../stamps/useFindStamp.ts";
import { useStamps } from "../../stamps/useStamps.ts";
import { Card } from "../../ui/Card.tsx";
import { AskingLine } from "./AskingLine.tsx";
import styles from "./AddStamp.module.css";
import { FindFailure } from "./FindFailure.tsx";
import { FoundFacts } from "./FoundFacts.tsx";
import { stampStrings } from "./strings.ts";
import { refusalTexts } from "../../stamps/strings.ts";
import { TokenStep } from "./TokenStep.tsx";

const addStrings = stampStrings.add;

const LONGEST = 2_000;

export interface AddStampProps {
  /** Whether the form is what the operator came for. */
  focused: boolean;
  /** Told what was added, and whether this browser keeps it. */
  onAdded: (found: FoundStamp["stamp"], kept: boolean) => void;
}

/** Adds a stamp in this browser: checks the address, detects the rest, shows it, then saves. */
export function AddStamp({ focused, onAdded }: AddStampProps) {
  const id = useId();
  const stamps = useStamps();
  const { finding, find, stop, byPolicy } = useFindStamp();
  const schema = useMemo(() => schemaFor(stamps), [stamps]);
  const { control, handleSubmit, reset, setFocus, clearErrors } = useForm({
    resolver: valibotResolver(schema),
    defaultValues: { address: "", title: "" },
    reValidateMode: "onSubmit",
  });
  const title = useWatch({ control, name: "title" });
  const token = useRef<string | null>(null);
  useEffect(() => {
    if (focused) setFocus("address");
  }, [focused, setFocus]);

  // Findings, progress and token belong to one address.
  const forget = () => {
    clearErrors("address");
    token.current = null;
    if (finding.kind !== "idle") stop();
  };
  const ask = ({ address: armBase }: { address: string }) => find(hintOf(stamps, armBase, ""), token.current);
  const save = ({ stamp }: FoundStamp) => {
    const named = { ...stamp, title: title.trim() || stamp.title };
    const kept = addOwnStamp(stamps, named, token.current);
    forget();
    reset();
    onAdded(named, kept);
  };

  const done = finding.kind === "done" ? finding : null;
  const asking = finding.kind === "asking";
  return (
    <Card aria-labelledby={id} className={styles["add"] ?? ""}>
      <h2 id={id} className={styles["title"]}>
        {addStrings.title}
      </h2>
      <p className="muted">{addStrings.lead}</p>
      <form className={styles["form"]} onSubmit={(event) => void handleSubmit(ask)(event)} noValidate>
        <Controller
          name="address"
          control={control}
          render={({ field, fieldState: { error } }) => (
            <Field
              label={addStrings.address}
              hint={addStrings.addressHint}
              validationMessage={error?.message ?? null}
            >
              <Input
                {...field}
                ref={(element: HTMLInputElement | null) => field.ref(element)}
                onChange={(_, data) => {
                  forget();
                  field.onChange(data.value);
                }}
                maxLength={LONGEST}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
              />
            </Field>
          )}
        />
        <Controller
          name="title"
          control={control}
          render={({ field }) => (
            <Field label={addStrings.name} hint={addStrings.nameHint}>
              <Input
                {...field}
                ref={(element: HTMLInputElement | null) => field.ref(element)}
                maxLength={LONGEST}
                autoComplete="off"
              />
            </Field>
          )}
        />
        <div className={styles["buttons"]}>
          <Button
            type="submit"
            appearance={done?.outcome.kind === "found" ? "secondary" : "primary"}
            disabledFocusable={asking}
          >
            {addStrings.find}
          </Button>
          {asking && <Button onClick={stop}>{addStrings.stop}</Button>}
          <AskingLine step={asking ? finding.step : undefined} />
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
    </Card>
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
        {addStrings.found} <bdi>{title.trim() || found.stamp.title}</bdi>
      </h3>
      <FoundFacts found={found} />
      <div className={styles["buttons"]}>
        <Button appearance="primary" onClick={() => onSave(found)}>
          {addStrings.save}
        </Button>
      </div>
    </div>
  );
}

/** The form's values; the address comes out as the base of the stamp's ARM, in front of the path. */
function schemaFor(stamps: Stamps) {
  const address = v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const read = readArmAddress(dataset.value, stamps.world.pageUrl);
      const problem =
        read.kind === "refused" ? refusalTexts[read.reason] : duplicateReason(stamps, read.armBase);
      if (problem === null && read.kind !== "refused") return read.armBase;
      addIssue({ message: problem ?? "" });
      return NEVER;
    }),
  );
  return v.object({ address, title: v.string() });
}

/** Why a good address is still not to be added; null when it is. */
function duplicateReason(stamps: Stamps, armBase: string): string | null {
  // A simulation answers for its own origin only, and must not lead to anything real.
  if (stamps.mocked && !armBase.startsWith("/")) return addStrings.mocked;
  const listed = listedAt(stamps, armBase);
  return listed === null ? null : addStrings.known(listed);
}
