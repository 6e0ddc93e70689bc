import type { FleetEntry } from "../../queries/fleetStore.ts";
import { useFleetRound, useRequestRate } from "../../queries/useFleet.ts";
import { fleetStrings } from "../../ui/fleetStrings.ts";
import { usePreferences } from "../../ui/preferences.ts";

const words = fleetStrings.traffic;

/** What this page costs the network, counted; and while it is new, how many stamps are known. */
export function FleetTraffic({ entries }: { entries: readonly FleetEntry[] }) {
  const { autoRefresh } = usePreferences();
  const { requests, overMs } = useRequestRate();
  const roundMs = useFleetRound(entries.length);
  const known = entries.filter(({ state }) => state.contact.kind !== "asking").length;
  const rate =
    overMs < 60_000 ? words.soFar(requests) : words.perMinute(Math.round((requests * 60_000) / overMs));
  const pace = autoRefresh ? words.round(roundMs / 60_000) : words.paused;
  return (
    <>
      {known < entries.length && `${words.asked(known, entries.length)} · `}
      {rate} · {pace}
    </>
  );
}
