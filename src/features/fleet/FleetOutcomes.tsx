import { Button } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/headless/svg/checkmark";
import { ArrowSyncRegular } from "@fluentui/react-icons/headless/svg/arrow-sync";
import { ClockRegular } from "@fluentui/react-icons/headless/svg/clock";
import { ErrorCircleFilled } from "@fluentui/react-icons/headless/svg/error-circle";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import { useId, type ReactNode } from "react";
import type { FleetStart, FleetStartState } from "./fleetStarts.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { FailureDetails } from "../../common/FailureDetails.tsx";
import { refusalText } from "../../common/startStrings.ts";
import { startStrings } from "../../common/startStrings.ts";
import { StateLabel, type StateTone } from "../../ui/StateLabel.tsx";
import styles from "./FleetOverview.module.css";
import { fleetStrings } from "./strings.ts";

const outcomeStrings = fleetStrings.outcome;

// A start is no success, so nothing here is green.
const APPEARANCE: Record<FleetStartState["kind"] | "unclear", { tone: StateTone; icon: ReactNode }> = {
  waiting: { tone: "neutral", icon: <ClockRegular /> },
  starting: { tone: "busy", icon: <ArrowSyncRegular /> },
  sent: { tone: "neutral", icon: <CheckmarkRegular /> },
  unclear: { tone: "warning", icon: <WarningFilled /> },
  busy: { tone: "warning", icon: <WarningFilled /> },
  refused: { tone: "bad", icon: <ErrorCircleFilled /> },
};

export interface FleetOutcomesProps {
  starts: readonly FleetStart[];
  hrefOf: (stampId: string) => string;
  onDismiss: () => void;
}

/** How each start of Backup now went, until it is dismissed. */
export function FleetOutcomes({ starts, hrefOf, onDismiss }: FleetOutcomesProps) {
  const id = useId();
  const started = starts.filter(({ state }) => faceOf(state) === "sent").length;
  const over = starts.some(({ state }) => state.kind !== "waiting" && state.kind !== "starting");
  return (
    <>
      {starts.length > 0 && (
        <Card aria-labelledby={id} className={styles["outcomes"] ?? ""}>
          <div className={styles["outcomesHead"]}>
            <h2 id={id}>{outcomeStrings.title}</h2>
            {over && (
              <Button size="small" onClick={onDismiss}>
                {outcomeStrings.dismiss}
              </Button>
            )}
          </div>
          <ul>
            {starts.map((start) => (
              <li key={start.stampId}>
                <StateLabel {...APPEARANCE[faceOf(start.state)]}>
                  <AppLink to={hrefOf(start.stampId)}>
                    <bdi>{start.title}</bdi>
                  </AppLink>{" "}
                  {textOf(start.state)}
                </StateLabel>
                {start.state.kind === "refused" && (
                  <div className={styles["details"]}>
                    <FailureDetails failure={start.state.failure} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <p role="status" className="visually-hidden">
        {starts.length > 0 && outcomeStrings.summary(started, starts.length)}
      </p>
    </>
  );
}

function faceOf(state: FleetStartState): keyof typeof APPEARANCE {
  return state.kind === "sent" && state.unclear ? "unclear" : state.kind;
}

function textOf(state: FleetStartState): string {
  switch (state.kind) {
    case "waiting":
    case "starting":
      return outcomeStrings[state.kind];
    case "sent":
      return state.unclear ? outcomeStrings.unclear : outcomeStrings.sent;
    case "busy":
      return outcomeStrings.notStarted(startStrings.elsewhere);
    case "refused":
      return outcomeStrings.notStarted(refusalText(state.failure));
  }
}
