import type { FleetEntry } from "../../queries/fleetStore.ts";
import { fleetStrings } from "../../ui/fleetStrings.ts";
import { InlineConfirm } from "../../ui/InlineConfirm.tsx";
import styles from "./FleetOverview.module.css";

const words = fleetStrings.confirm;

export interface FleetConfirmProps {
  entries: readonly FleetEntry[];
  /** Ids of the stamps that Backup now was pressed for. */
  asked: readonly string[];
  /** Why a stamp cannot be backed up now. */
  blockedOf: ReadonlyMap<string, string | null>;
  /** With the stamps to start; none for No. */
  onAnswer: (stampIds: readonly string[]) => void;
}

/** The question below the command bar: it names every stamp, and why one is left out. */
export function FleetConfirm({ entries, asked, blockedOf, onAnswer }: FleetConfirmProps) {
  const chosen = entries.filter(({ stamp }) => asked.includes(stamp.id));
  const can = chosen.filter(({ stamp }) => blockedOf.get(stamp.id) === null);
  const cannot = chosen.filter(({ stamp }) => blockedOf.get(stamp.id) !== null);
  return (
    <InlineConfirm
      title={words.title(can.length)}
      text={words.text}
      onYes={() => onAnswer(can.map(({ stamp }) => stamp.id))}
      onNo={() => onAnswer([])}
    >
      <div className={styles["names"]}>
        {can.length > 0 && <p>{words.on}</p>}
        <ul aria-label={words.on}>
          {can.map(({ stamp, state }) => (
            <li key={stamp.id}>
              <strong>
                <bdi>{stamp.title}</bdi>
              </strong>
              {state.contact.kind === "silent" && <span className="muted"> – {words.silent}</span>}
            </li>
          ))}
        </ul>
        {cannot.length > 0 && (
          <>
            <p>{words.not}</p>
            <ul aria-label={words.not}>
              {cannot.map(({ stamp }) => (
                <li key={stamp.id}>
                  <bdi>{stamp.title}</bdi> <span className="muted">– {blockedOf.get(stamp.id)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </InlineConfirm>
  );
}
