import { hashKey } from "@tanstack/react-query";
import type { Operation } from "../domain/operation.ts";
import type { Stamp } from "../domain/stamp.ts";
import type { Announced } from "../domain/transitions.ts";
import { readStored, writeStored, type StoredOperations } from "./storedOperations.ts";

/** The part of the browser's storage that is used. */
export type KeyValueStorage = Pick<Storage, "getItem" | "setItem">;

export interface OperationStore {
  getSnapshot: () => StoredOperations;
  subscribe: (listener: () => void) => () => void;
  /** Changes the operations as one step over what all tabs have stored. */
  update(change: (operations: readonly Operation[]) => readonly Operation[]): void;
  updateAnnounced(announced: Announced): void;
  /** Notes when an operation is to be asked next (Date.now()), so that tabs share its polls (I12). */
  noteAsked(key: string, nextAskAt: number): void;
  /** Takes in what another tab wrote under that storage key. */
  onStorage(storageKey: string | null): void;
  /** What all tabs have stored by now: the event that tells of another tab's writing comes a moment later. */
  reread(): StoredOperations;
  /** False when nothing can be stored: tracking will not survive a reload (docs/faults.md "Storage"). */
  survivesReload(): boolean;
}

const VERSION = 1;

/** The operations of one stamp: in memory, written through to storage, re-read before each change. */
export function createOperationStore(
  stamp: Pick<Stamp, "id" | "subscriptionId" | "region">,
  storage: KeyValueStorage | null,
): OperationStore {
  const storageKey = `azsh-backup:v${VERSION}:operations:${stamp.id}:${stamp.subscriptionId}`;
  const listeners = new Set<() => void>();
  let survives = storage !== null;
  let snapshot = read() ?? EMPTY;

  function read(): StoredOperations | null {
    try {
      return storage ? readStored(storage.getItem(storageKey), stamp) : null;
    } catch {
      survives = false;
      return null;
    }
  }

  function show(next: StoredOperations) {
    if (next === snapshot) return;
    snapshot = next;
    for (const listener of listeners) listener();
  }

  function latest(): StoredOperations {
    return survives ? sameAs(snapshot, read() ?? snapshot) : snapshot;
  }

  function change(by: (current: StoredOperations) => StoredOperations) {
    const next = by(latest());
    if (next !== snapshot) {
      try {
        storage?.setItem(storageKey, writeStored(next));
      } catch {
        survives = false;
      }
    }
    show(next);
  }

  function reread(): StoredOperations {
    show(latest());
    return snapshot;
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(by) {
      change((current) => {
        const operations = by(current.operations);
        return operations === current.operations ? current : { ...current, operations };
      });
    },
    updateAnnounced(announced) {
      change((current) => ({ ...current, announced }));
    },
    noteAsked(key, nextAskAt) {
      change((current) => ({ ...current, nextAskAt: { ...askedOf(current), [key]: nextAskAt } }));
    },
    onStorage(key) {
      if (key === null || key === storageKey) reread();
    },
    reread,
    survivesReload: () => survives,
  };
}

const EMPTY: StoredOperations = { operations: [], announced: {}, nextAskAt: {} };

/** Keeps the old object when nothing differs but the order of keys, so that nothing renders. */
function sameAs(old: StoredOperations, read: StoredOperations): StoredOperations {
  return hashKey([old]) === hashKey([read]) ? old : read;
}

/** Ask times of operations that are still there. */
function askedOf({ operations, nextAskAt }: StoredOperations): Record<string, number> {
  const kept: Record<string, number> = {};
  for (const { key } of operations) {
    const at = Object.hasOwn(nextAskAt, key) ? nextAskAt[key] : undefined;
    if (at !== undefined) kept[key] = at;
  }
  return kept;
}
