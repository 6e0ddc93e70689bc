import { useRef, useState } from "react";
import { Link } from "wouter";
import type { Stamp, StampHint } from "../../domain/stamp.ts";
import { askAgain } from "../../queries/findListed.ts";
import { isFollowed } from "../../queries/ownStamps.ts";
import { useStamps } from "../../queries/useStamps.ts";
import { Button } from "@fluentui/react-components";
import { InlineConfirm } from "../../ui/InlineConfirm.tsx";
import { stampStrings } from "../../ui/stampStrings.ts";
import styles from "./StampsPage.module.css";

const words = stampStrings.page;

export interface KnownStampRowProps {
  stamp: Stamp;
  own: boolean;
  /** What stamps.json gives of it, where the rest was found by asking. */
  hint: StampHint | undefined;
  current: boolean;
  href: string;
  onRemove: () => void;
}

/** One known stamp; one that was added here can be removed, after a question. */
export function KnownStampRow({ stamp, own, hint, current, href, onRemove }: KnownStampRowProps) {
  const stamps = useStamps();
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLTableCellElement>(null);
  const no = () => {
    setAsking(false);
    button.current?.querySelector("button")?.focus();
  };
  return (
    <>
      <tr>
        <th scope="row">
          <Link href={href}>
            <bdi>{stamp.title}</bdi>
          </Link>
          {current && <span className={styles["current"]}>{words.current}</span>}
        </th>
        <td data-label={words.address}>
          <bdi className="mono">{stamp.armBase}</bdi>
        </td>
        <td data-label={words.region}>
          <bdi>{stamp.region}</bdi>
        </td>
        <td data-label={words.apiVersion}>{stamp.apiVersion}</td>
        <td data-label={words.signIn}>{stampStrings.signIn[stamp.auth.kind]}</td>
        <td data-label={words.from} ref={button}>
          <div>
            {own ? (
              <>
                {words.own}{" "}
                <Button
                  size="small"
                  aria-label={words.removeOf(stamp.title)}
                  aria-expanded={asking}
                  onClick={() => setAsking(true)}
                >
                  {words.remove}
                </Button>
              </>
            ) : hint ? (
              <>
                {words.byAsking}{" "}
                <Button
                  size="small"
                  aria-label={words.askAgainOf(stamp.title)}
                  onClick={() => void askAgain(stamps, hint)}
                >
                  {words.askAgain}
                </Button>
              </>
            ) : (
              words.file
            )}
          </div>
        </td>
      </tr>
      {asking && (
        <tr>
          <td colSpan={6} className={styles["question"]}>
            <InlineConfirm
              title={words.confirmTitle(stamp.title)}
              text={isFollowed(stamps, stamp) ? words.confirmRunning : words.confirm}
              onYes={onRemove}
              onNo={no}
            />
          </td>
        </tr>
      )}
    </>
  );
}
