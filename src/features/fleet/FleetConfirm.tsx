import { InlineConfirm } from "../../ui/InlineConfirm.tsx";
import styles from "./FleetOverview.module.css";
import { fleetStrings } from "./strings.ts";
import type { FleetRowItem } from "./useFleetList.ts";

const confirmStrings = fleetStrings.confirm;

export interface FleetConfirmProps {
  /** The stamps that Backup now was pressed for. */
  asked: readonly FleetRowItem[];
  /** With the stamps to start; none for No. */
  onAnswer: (stampIds: readonly string[]) => void;
}

/** The question below the command bar: it names every stamp, and why one is left out. */
export function FleetConfirm({ asked, onAnswer }: FleetConfirmProps) {
  const can = asked.filter(({ disabledReason }) => disabledReason === null);
  const cannot = asked.filter(({ disabledReason }) => disabledReason !== null);
  return (
    <InlineConfirm
      title={confirmStrings.title(can.length)}
      text={confirmStrings.text}
      onYes={() => onAnswer(can.map(({ key }) => key))}
      onNo={() => onAnswer([])}
    >
      <div className={styles["names"]}>
        {can.length > 0 && <p>{confirmStrings.on}</p>}
        <ul aria-label={confirmStrings.on}>
          {can.map(({ key, entry: { stamp, state } }) => (
            <li key={key}>
              <strong>
                <bdi>{stamp.title}</bdi>
              </strong>
              {state.contact.kind === "silent" && <span className="muted"> – {confirmStrings.silent}</span>}
            </li>
          ))}
        </ul>
        {cannot.length > 0 && (
          <>
            <p>{confirmStrings.not}</p>
            <ul aria-label={confirmStrings.not}>
              {cannot.map(({ key, entry: { stamp }, disabledReason }) => (
                <li key={key}>
                  <bdi>{stamp.title}</bdi> <span className="muted">– {disabledReason}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </InlineConfirm>
  );
}
