import type { BackupRow } from "./backupState.ts";

/**
 * The rows of `next` as the very objects of `previous` where nothing about them changed, and `previous` itself where
 * nothing changed at all: what is drawn by identity is then drawn anew only where there is something new to draw.
 */
export function keepRows(previous: BackupRow[], next: BackupRow[]): BackupRow[] {
  if (previous.length === 0) return next;
  const before = new Map(previous.map((row) => [row.key, row]));
  const kept = next.map((row) => {
    const old = before.get(row.key);
    return old && isSame(old, row) ? old : row;
  });
  const unchanged = kept.length === previous.length && kept.every((row, index) => row === previous[index]);
  return unchanged ? previous : kept;
}

/** Backups and operations keep their identity until they change; the rest of a row is compared by value. */
function isSame(a: BackupRow, b: BackupRow): boolean {
  return (
    a.id === b.id &&
    a.backup === b.backup &&
    a.operation === b.operation &&
    a.listed === b.listed &&
    hasSameWords(a, b) &&
    a.startedAt === b.startedAt &&
    a.completedAt === b.completedAt &&
    a.state.kind === b.state.kind &&
    (a.state.kind === "unknown" ? a.state.raw : null) === (b.state.kind === "unknown" ? b.state.raw : null) &&
    a.since?.at === b.since?.at &&
    a.since?.exact === b.since?.exact
  );
}

function hasSameWords({ otherWords: a }: BackupRow, { otherWords: b }: BackupRow): boolean {
  return a.length === b.length && a.every((word, index) => word.kind === b[index]?.kind);
}
