import { useRestoreFocusTarget } from "@fluentui/react-components";
import { useReadiness } from "../../queries/useReadiness.ts";
import { AppLink } from "../../ui/AppLink.tsx";
import { useEveryHalfMinute } from "../../ui/clock.ts";
import { readinessStrings } from "./readinessStrings.ts";

/** "Recovery readiness: 7 of 10 checks passed", which opens the pane; nothing before the list has been read. */
export function ReadinessLink({ to }: { to: string }) {
  useEveryHalfMinute();
  const restoreFocus = useRestoreFocusTarget();
  const readiness = useReadiness();
  if (readiness === null) return null;
  const { checks } = readiness;
  const passed = checks.filter(({ outcome }) => outcome === "passed").length;
  return (
    <AppLink {...restoreFocus} to={to}>
      {readinessStrings.link(passed, checks.length)}
    </AppLink>
  );
}
