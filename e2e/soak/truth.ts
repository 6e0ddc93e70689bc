import * as v from "valibot";
import type { ShownRow } from "./tab.ts";

const ListSchema = v.object({
  value: v.array(
    v.object({ name: v.string(), properties: v.object({ backupInfo: v.object({ status: v.string() }) }) }),
  ),
});

/** A backup as the stamp has it: the list's word, and whether its job still runs. */
export interface StampRow {
  id: string;
  status: string;
  running: boolean;
}

const WORDS: Readonly<Record<string, string>> = {
  Succeeded: "Succeeded",
  PartialSucceeded: "Partially succeeded",
  Failed: "Failed",
  Skipped: "Skipped",
};

/** Asks the stamp itself, list and jobs: `ask` answers a path below the backup location. */
export async function askStamp(ask: (path: string) => Promise<Response>): Promise<StampRow[]> {
  const list = await ask("backups");
  if (!list.ok) throw new Error(`The stamp answers ${list.status} for its list.`);
  const { value } = v.parse(ListSchema, await list.json());
  return Promise.all(
    value.map(async ({ name, properties }) => {
      const id = name.split("/").at(-1) ?? name;
      const job = await ask(`operationResults/${id}`);
      await job.arrayBuffer();
      return { id, status: properties.backupInfo.status, running: job.status === 202 };
    }),
  );
}

/** Where the page differs from the stamp, one line for each row. */
export function differences(shown: readonly ShownRow[], stamp: readonly StampRow[]): string[] {
  const byName = new Map(shown.map((row) => [row.name, row]));
  const told = stamp.flatMap(({ id, status, running }) => {
    const row = byName.get(id);
    byName.delete(id);
    if (!row) return [`${id} is missing`];
    const expected = running
      ? /^(In progress|Finishing|Checking)/
      : new RegExp(`^${WORDS[status] ?? status}`);
    return expected.test(row.state)
      ? []
      : [`${id} is “${row.state}”, by the stamp ${status}${running ? ", running" : ""}`];
  });
  return [...told, ...[...byName.keys()].map((name) => `${name} is not on the stamp`)];
}

/** Rows that claim success while their job still runs: never allowed, however old the last answer is. */
export function falseClaims(shown: readonly ShownRow[], stamp: readonly StampRow[]): string[] {
  const running = new Set(stamp.filter((row) => row.running).map(({ id }) => id));
  return shown.flatMap(({ name, state }) => (running.has(name) && /^Succeeded$/.test(state) ? [name] : []));
}
