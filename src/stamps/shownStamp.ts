/** The stamp that a page opens with: the one its address names, else the one opened last, else the first. */
export function shownStamp<S extends { id: string }>(
  stamps: readonly S[],
  hash: string,
  lastId: string | null,
): S | undefined {
  return stamps.find(({ id }) => namesStamp(hash, id)) ?? stamps.find(({ id }) => id === lastId) ?? stamps[0];
}

/** Whether an address ("#/redmond/backup") is one of this stamp's. */
export function namesStamp(hash: string, id: string): boolean {
  return hash.startsWith(`#/${encodeURIComponent(id)}/`);
}

/** Whether an address leaves it to the page what to show. */
export function namesNothing(hash: string): boolean {
  return /^#?\/?$/.test(hash);
}
