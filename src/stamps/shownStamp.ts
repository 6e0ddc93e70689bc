/** The stamp to open: the one in the address, else the one opened last, else the first. */
export function shownStamp<S extends { id: string }>(
  stamps: readonly S[],
  hash: string,
  lastId: string | null,
): S | undefined {
  return stamps.find(({ id }) => namesStamp(hash, id)) ?? stamps.find(({ id }) => id === lastId) ?? stamps[0];
}

/** Whether a hash ("#/redmond/backup") belongs to this stamp. */
export function namesStamp(hash: string, id: string): boolean {
  return hash.startsWith(`#/${encodeURIComponent(id)}/`);
}

/** Whether a hash names no page. */
export function namesNothing(hash: string): boolean {
  return /^#?\/?$/.test(hash);
}
