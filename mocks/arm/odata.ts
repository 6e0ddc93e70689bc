type Row = Record<string, unknown>;

/** `$filter` and `$orderby` of a request on rows with a `properties` bag; null where one of them cannot be read. */
export function selected<T extends { properties: Row }>(rows: readonly T[], url: URL): T[] | null {
  const filter = url.searchParams.get("$filter")?.trim() ?? "";
  const order = url.searchParams.get("$orderby")?.trim() ?? "";
  const conditions = filter === "" ? [] : filter.split(/\s+and\s+/i).map(conditionOf);
  const compare = order === "" ? null : orderOf(order);
  if (conditions.includes(null) || (order !== "" && compare === null)) return null;
  const kept = rows.filter(({ properties }) => conditions.every((condition) => condition?.(properties)));
  return compare ? kept.toSorted((a, b) => compare(a.properties, b.properties)) : kept;
}

/** `(Properties/State eq 'Active')`, the documented form (rest-api-use.md); names and words without case. */
function conditionOf(text: string): ((row: Row) => boolean) | null {
  const match = /^\(*\s*Properties\/(\w+)\s+(eq|ne)\s+'([^']*)'\s*\)*$/i.exec(text);
  if (!match) return null;
  const [, name = "", operator = "", value = ""] = match;
  const isEqual = operator.toLowerCase() === "eq";
  return (row) => (valueOf(row, name).toLowerCase() === value.toLowerCase()) === isEqual;
}

/** `Properties/CreatedTimestamp desc`. */
function orderOf(text: string): ((a: Row, b: Row) => number) | null {
  const match = /^Properties\/(\w+)(?:\s+(asc|desc))?$/i.exec(text);
  if (!match) return null;
  const [, name = "", direction = "asc"] = match;
  const sign = direction.toLowerCase() === "desc" ? -1 : 1;
  return (a, b) => {
    const [left, right] = [valueOf(a, name), valueOf(b, name)];
    return left === right ? 0 : left < right ? -sign : sign;
  };
}

function valueOf(row: Row, name: string): string {
  const key = Object.keys(row).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? undefined : row[key];
  return typeof value === "string" ? value : "";
}
