import type { Store } from "../../store.ts";
import type { Story } from "./story.ts";

/** The mocked build's simulation, as the page sees it. */
export interface MockedStamps {
  scenario: { name: string; title: string };
  /** Simulated seconds per real second, 0 while the clock is held. */
  pace: Store<number>;
  /** Where commands go: a path on the page's own origin, answered by the mocks. */
  controlPath: string;
  scenarios: readonly { name: string; title: string; look: string }[];
  stories: () => Promise<readonly Story[]>;
}

/** Tells the simulation something; the commands are those of mocks/sim/control.ts. False when it was refused. */
export async function tellSimulation(
  controlPath: string,
  command: Record<string, unknown>,
): Promise<boolean> {
  try {
    const response = await fetch(controlPath, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(command),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/** Writes the speed to the page's address; not for a stopped clock, whose state is stored. */
export function noteSpeed(speed: number): void {
  const url = new URL(location.href);
  if (speed === 0) url.searchParams.delete("speed");
  else url.searchParams.set("speed", String(speed));
  history.replaceState(history.state, "", url);
}

/** The address that opens this set-up in another browser. */
export function shareLink(scenario: string, speed: number): string {
  const url = new URL(location.href);
  url.search = new URLSearchParams({ scenario, speed: String(speed) }).toString();
  url.hash = "";
  return url.href;
}

/** Sends the simulation a command and says how it went; true when it was taken. */
export type Tell = (what: string, command: Record<string, unknown>) => Promise<boolean>;
