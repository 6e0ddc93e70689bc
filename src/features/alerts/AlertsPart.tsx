import { AlertCount } from "./AlertCount.tsx";
import { AlertPolling } from "./AlertPolling.tsx";
import { AlertsBar, type AlertsBarProps } from "./AlertsBar.tsx";
import { AlertsPage, type AlertsPageProps } from "./AlertsPage.tsx";

export type AlertsPartProps =
  | { part: "polling"; paused: boolean }
  | { part: "count" }
  | ({ part: "bar" } & AlertsBarProps)
  | ({ part: "page" } & AlertsPageProps);

/** All that is on the pages about alerts, as one part: the first load has one door to it, not four. */
export function AlertsPart(props: AlertsPartProps) {
  switch (props.part) {
    case "polling":
      return <AlertPolling paused={props.paused} />;
    case "count":
      return <AlertCount />;
    case "bar":
      return <AlertsBar {...props} />;
    case "page":
      return <AlertsPage {...props} />;
  }
}
