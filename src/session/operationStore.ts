import { hashKey } from "@tanstack/react-query";
import type { Operation } from "../domain/operation.ts";
import type { Stamp } from "../domain/stamp.ts";
import type { Announced } from "../domain/transitions.ts";
import { createStore, type Readable } from "../store.ts";
import { readStored, writeStored, type StoredOperations } from "./storedOperations.ts";

/** The part of the browser's storage that is used. */
export type KeyValueStorage = Pick<Storage, "getItem" | "setItem">;

export interface OperationStore extends Readable<StoredOperations> {
  /** Changes the operations atomically, starting from what all tabs have stored. */
  update(change: (operations: readonly Operation[]) => readonly Operation[]): void;
  updateAnnounced(announced: Announced): void;
  /** Stores when an operation is polled next (Date.now()), so that tabs share its polls (I12). */
  noteAsked(key: string, nextAskAt: number): void;
  /** Reads what another tab wrote under this storage key. */
  onStorage(storageKey: string | null): void;
  /** Reads what all tabs have stored: the storage event of another tab's write arrives a moment later. */
  reread(): StoredOperations;
  /** False if nothing can be stored: tracking won't survive a reload (docs/faults.md "Storage"). */
  survivesReload(): boolean;
}

const VERSION = 1;

/** The operations of one stamp: in memory, written through to storage, re-read before each change. */
export function createOperationStore(
  stamp: Pick<Stamp, "id" | "subscriptionId" | "region">,
  storage: KeyValueStorage | null,
): OperationStore {
  const storageKey = `azsh-backup:v${VERSION}:operations:${stamp.id}:${stamp.subscriptionId}`;
  let survives = storage !== null;
  const { get, set, subscribe } = createStore(read() ?? EMPTY);

  function read(): StoredOperations | null {
    try {
      return storage ? readStored(storage.getItem(storageKey), stamp) : null;
    } catch {
      survives = false;
      return null;
    }
  }

  function change(by: (current: StoredOperations) => StoredOperations) {
    const next = by(latest());
    if (next !== get()) {
      try {
        storage?.setItem(storageKey, writeStored(next));
      } catch {
        survives = false;
      }
    }
    set(next);
  }

  /** What all tabs have stored; unchanged parts keep their identity, so that they don't render. */
  function latest(): StoredOperations {
    const known = get();
    const stored = survives ? read() : null;
    return stored ? keepSame(known, stored) : known;
  }

  function reread(): StoredOperations {
    set(latest());
    return get();
  }

  return {
    get,
    subscribe,
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

/** Keeps old objects that differ only in the order of keys. */
function keepSame(old: StoredOperations, read: StoredOperations): StoredOperations {
  const kept = <K extends keyof StoredOperations>(part: K) =>
    hashKey([old[part]]) === hashKey([read[part]]) ? old[part] : read[part];
  const next = { operations: kept("operations"), announced: kept("announced"), nextAskAt: kept("nextAskAt") };
  const isSame =
    next.operations === old.operations &&
    next.announced === old.announced &&
    next.nextAskAt === old.nextAskAt;
  return isSame ? old : next;
}

/** Poll times of operations that still exist. */
function askedOf({ operations, nextAskAt }: StoredOperations): Record<string, number> {
  const kept: Record<string, number> = {};
  for (const { key } of operations) {
    const at = Object.hasOwn(nextAskAt, key) ? nextAskAt[key] : undefined;
    if (at !== undefined) kept[key] = at;
  }
  return kept;
}
