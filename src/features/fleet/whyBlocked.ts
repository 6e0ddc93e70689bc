import { busyKindOf } from "../../domain/fleet.ts";
import type { FleetStartState } from "../../queries/fleetStarts.ts";
import type { FleetEntry } from "../../queries/fleetStore.ts";
import { fleetStrings } from "../../ui/fleetStrings.ts";

const words = fleetStrings.blocked;

/** Why Backup now cannot be pressed for a stamp; null when it can. */
export function whyBlocked({ state }: FleetEntry, start: FleetStartState | undefined): string | null {
  if (start?.kind === "waiting") return words.waiting;
  if (start?.kind === "starting") return words.posting;
  if (state.contact.kind === "signIn") return words.signIn;
  if (state.contact.kind === "asking") return words.asking;
  const busy = busyKindOf(state.busy);
  return busy && words[busy];
}
