import { Button, SearchBox, useRestoreFocusSource, useRestoreFocusTarget } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { searchStamps } from "../../domain/searchStamps.ts";
import type { Stamp, StampHint } from "../../domain/stamp.ts";
import { askAgain } from "../../stamps/findListed.ts";
import { isFollowed, removeOwnStamp } from "../../stamps/ownStamps.ts";
import { useListedStamps, useStamps } from "../../stamps/useStamps.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { DataTable, type DataColumn } from "../../ui/DataTable.tsx";
import { InlineConfirm } from "../../ui/InlineConfirm.tsx";
import { stampStrings } from "./strings.ts";
import styles from "./StampsPage.module.css";

const pageStrings = stampStrings.page;

/** From so many stamps on the list has a filter. */
const MANY = 10;

type Row = Stamp & { key: string };

/** The stamps this page knows, those added here with a way to remove them. */
export function KnownStamps({ current, hrefOf }: { current: string; hrefOf: (id: string) => string }) {
  const id = useId();
  const stamps = useStamps();
  const { removed = null, stamps: known } = useListedStamps();
  const queryClient = useQueryClient();
  const [text, setText] = useState("");
  const [removing, setRemoving] = useState<Stamp | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const columns = useColumns(current, hrefOf, setRemoving);
  const restore = useRestoreFocusSource();
  const shown = searchStamps(known, text);
  useForgetRemoved();
  useEffect(() => {
    // Its row went, and the focus with it.
    if (removed !== null) heading.current?.focus();
  }, [removed]);
  return (
    <section aria-labelledby={id} className={styles["known"]}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles["title"]}>
        {pageStrings.listTitle}
      </h2>
      <p className="muted">{pageStrings.fixed}</p>
      <p role="status">{removed !== null && pageStrings.removed(removed)}</p>
      {removing && (
        <div {...restore}>
          <InlineConfirm
            title={pageStrings.confirmTitle(removing.title)}
            text={isFollowed(stamps, removing) ? pageStrings.confirmRunning : pageStrings.confirm}
            onYes={() => {
              setRemoving(null);
              removeOwnStamp(stamps, removing, queryClient);
            }}
            onNo={() => setRemoving(null)}
          />
        </div>
      )}
      {known.length >= MANY && (
        <div className={styles["filter"]}>
          <SearchBox
            aria-label={pageStrings.search}
            placeholder={pageStrings.search}
            value={text}
            onChange={(_, data) => setText(data.value)}
          />
          <span role="status" className="muted">
            {shown.length === 0
              ? stampStrings.picker.none(text)
              : stampStrings.picker.count(shown.length, known.length)}
          </span>
        </div>
      )}
      <DataTable
        label={pageStrings.listTitle}
        rows={shown.map((stamp) => ({ ...stamp, key: stamp.id }))}
        columns={columns}
      />
    </section>
  );
}

function useColumns(
  current: string,
  hrefOf: (id: string) => string,
  onRemove: (stamp: Stamp) => void,
): DataColumn<Row>[] {
  const { own, found } = useListedStamps();
  return useMemo(() => {
    const hintOf = (stamp: Stamp) => found.find(({ id }) => id === stamp.id);
    return [
      {
        key: "stamp",
        label: pageStrings.stamp,
        rowHeader: true,
        narrow: "bare",
        interactive: () => true,
        cell: (stamp) => (
          <span>
            <AppLink to={hrefOf(stamp.id)}>
              <bdi>{stamp.title}</bdi>
            </AppLink>{" "}
            {stamp.id === current && <span className="muted">· {pageStrings.current}</span>}
          </span>
        ),
      },
      {
        key: "address",
        label: pageStrings.address,
        className: styles["address"],
        cell: (stamp) => <bdi className="mono">{stamp.armBase}</bdi>,
      },
      { key: "region", label: pageStrings.region, cell: (stamp) => <bdi>{stamp.region}</bdi> },
      { key: "apiVersion", label: pageStrings.apiVersion, cell: (stamp) => stamp.apiVersion },
      { key: "signIn", label: pageStrings.signIn, cell: (stamp) => stampStrings.signIn[stamp.auth.kind] },
      {
        key: "from",
        label: pageStrings.from,
        cell: (stamp) =>
          own.includes(stamp.id) ? pageStrings.own : hintOf(stamp) ? pageStrings.byAsking : pageStrings.file,
      },
      {
        key: "actions",
        label: pageStrings.actions,
        header: null,
        narrow: "bare",
        interactive: (stamp) => own.includes(stamp.id) || hintOf(stamp) !== undefined,
        cell: (stamp) => {
          const hint = hintOf(stamp);
          if (own.includes(stamp.id)) return <RemoveButton stamp={stamp} onRemove={onRemove} />;
          return hint ? <AskAgainButton stamp={stamp} hint={hint} /> : null;
        },
      },
    ];
  }, [current, hrefOf, onRemove, own, found]);
}

/** Removes a stamp that was added in this browser, after a question. */
function RemoveButton({ stamp, onRemove }: { stamp: Stamp; onRemove: (stamp: Stamp) => void }) {
  return (
    <Button
      {...useRestoreFocusTarget()}
      size="small"
      aria-label={pageStrings.removeOf(stamp.title)}
      onClick={() => onRemove(stamp)}
    >
      {pageStrings.remove}
    </Button>
  );
}

/** Asks a stamp anew for what stamps.json leaves out. */
function AskAgainButton({ stamp, hint }: { stamp: Stamp; hint: StampHint }) {
  const stamps = useStamps();
  return (
    <Button
      size="small"
      aria-label={pageStrings.askAgainOf(stamp.title)}
      onClick={() => void askAgain(stamps, hint)}
    >
      {pageStrings.askAgain}
    </Button>
  );
}

/** That one was removed is told until this page is left; shown anew for another open stamp it tells it again. */
function useForgetRemoved(): void {
  const { list } = useStamps();
  useEffect(() => {
    const here = location.hash;
    return () => {
      if (location.hash !== here) list.change(() => ({ removed: null }));
    };
  }, [list]);
}
