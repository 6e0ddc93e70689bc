import { useSyncExternalStore } from "react";
import type { Operation } from "../domain/operation.ts";
import { useSession } from "./SessionContext.ts";

/** The tracked operations of the open stamp, newest first; the same object while nothing changed. */
export function useOperations(): readonly Operation[] {
  const { operations } = useSession();
  return useSyncExternalStore(operations.subscribe, operations.getSnapshot).operations;
}
