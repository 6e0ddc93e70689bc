/** What the mocked build tells the page about its simulation. */
export interface MockedStamps {
  scenario: { name: string; title: string };
  /** Simulated seconds per real second. */
  speed: number;
  /** Where commands go: a path on the page's own origin, answered by the mocks. */
  controlPath: string;
  scenarios: readonly { name: string; title: string; look: string }[];
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

/** The address that opens this set-up in another browser. */
export function shareLink(scenario: string, speed: number): string {
  const url = new URL(location.href);
  url.search = new URLSearchParams({ scenario, speed: String(speed) }).toString();
  url.hash = "";
  return url.href;
}
