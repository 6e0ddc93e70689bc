import type { Operation } from "../domain/operation.ts";
import { useStore } from "../store.ts";
import { useSession } from "./SessionContext.ts";

/** The tracked operations of the open stamp, newest first; the same array until something changes. */
export function useOperations(): readonly Operation[] {
  return useStore(useSession().operations, ({ operations }) => operations);
}
