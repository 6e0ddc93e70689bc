import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Changes, Settings } from "../domain/configuration.ts";
import {
  changeLocation,
  changeStore,
  dismissChange,
  type ChangeOutcome,
  type ChangeSource,
  type ChangeState,
} from "./locationChange.ts";
import { useSession } from "../session/SessionContext.ts";
import { useSessionStore } from "../session/sessionStore.ts";

export interface LocationChange {
  state: ChangeState;
  /** Not a TanStack mutation: those keep their variables, and these hold passwords. */
  change: (source: ChangeSource, changes: Changes, base: Settings | null) => Promise<ChangeOutcome | null>;
  dismiss: () => void;
}

/** Changing the open stamp's location, and how that goes. */
export function useLocationChange(): LocationChange {
  const session = useSession();
  const queryClient = useQueryClient();
  return {
    state: useSessionStore(changeStore),
    change: (source, changes, base) => changeLocation(session, queryClient, source, changes, base),
    dismiss: useCallback(() => dismissChange(session), [session]),
  };
}
