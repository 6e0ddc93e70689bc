// What the two floor pages show of the stamp's list: raw fields and one shared formatter.

export interface List {
  value: unknown[];
}

export function isList(json: unknown): json is List {
  return typeof json === "object" && json !== null && "value" in json && Array.isArray(json.value);
}

function textAt(item: unknown, ...path: string[]): string {
  let found = item;
  for (const key of path) {
    const inside: unknown = typeof found === "object" && found !== null ? Reflect.get(found, key) : "";
    found = inside;
  }
  return String(found);
}

/** The name of an item, which is its key as well. */
export function nameOf(item: unknown): string {
  return textAt(item, "name");
}

export const COLUMNS = ["Name", "Completed", "State", "Duration", "Triggered by"] as const;

const formatter = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "long" });

/** One row's texts, in the order of the columns. */
export function cellsOf(item: unknown): string[] {
  const info = (key: string) => textAt(item, "properties", "backupInfo", key);
  return [
    nameOf(item),
    formatter.format(Date.parse(info("createdDateTime"))),
    info("status"),
    info("timeTakenToCreate"),
    info("isAutomaticBackup") === "true" ? "Scheduler" : "On demand",
  ];
}
