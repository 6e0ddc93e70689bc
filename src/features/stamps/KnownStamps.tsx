import { useEffect, useId, useRef, useState } from "react";
import { searchStamps } from "../../domain/searchStamps.ts";
import { useListedStamps, useStamps } from "../../queries/useStamps.ts";
import { useRemoveStamp } from "../../queries/useRemoveStamp.ts";
import { stampStrings } from "../../ui/stampStrings.ts";
import { TextField } from "../../ui/TextField.tsx";
import { KnownStampRow } from "./KnownStampRow.tsx";
import styles from "./StampsPage.module.css";

const words = stampStrings.page;

/** From so many stamps on the list has a filter. */
const MANY = 10;

/** The stamps this page knows, those added here with a way to remove them. */
export function KnownStamps({ current, hrefOf }: { current: string; hrefOf: (id: string) => string }) {
  const id = useId();
  const { list } = useStamps();
  const { stamps, own, found, removed = null } = useListedStamps();
  const remove = useRemoveStamp();
  const [text, setText] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = searchStamps(stamps, text);
  const added = new Set(own);
  useEffect(() => {
    // Its row went, and the focus with it.
    if (removed !== null) heading.current?.focus();
  }, [removed]);
  useEffect(() => {
    const here = location.hash;
    return () => {
      // Told until this page is left; shown anew it tells it again.
      if (location.hash !== here) list.change(() => ({ removed: null }));
    };
  }, [list]);
  return (
    <section aria-labelledby={id} className={styles["known"]}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles["title"]}>
        {words.listTitle}
      </h2>
      <p className="muted">{words.fixed}</p>
      <p role="status">{removed !== null && words.removed(removed)}</p>
      {stamps.length >= MANY && (
        <div className={styles["filter"]}>
          <TextField
            label={words.search}
            hint={
              shown.length === 0
                ? stampStrings.picker.none(text)
                : stampStrings.picker.count(shown.length, stamps.length)
            }
            value={text}
            onChange={setText}
          />
        </div>
      )}
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{words.stamp}</th>
            <th scope="col">{words.address}</th>
            <th scope="col">{words.region}</th>
            <th scope="col">{words.apiVersion}</th>
            <th scope="col">{words.signIn}</th>
            <th scope="col">{words.from}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((stamp) => (
            <KnownStampRow
              key={stamp.id}
              stamp={stamp}
              own={added.has(stamp.id)}
              hint={found.find((one) => one.id === stamp.id)}
              current={stamp.id === current}
              href={hrefOf(stamp.id)}
              onRemove={() => remove(stamp)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
