import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Changes, Settings } from "../domain/configuration.ts";
import type { Failure } from "../domain/failure.ts";
import { useSession } from "../session/SessionContext.ts";
import { forgetCommand, useCommand, type CommandState } from "./commands.ts";
import { useFollowTrouble } from "./followToEnd.ts";
import { CHANGE, changeLocation, type ChangeOutcome, type ChangeSource } from "./locationChange.ts";

export interface LocationChange {
  state: CommandState<ChangeSource, ChangeOutcome>;
  /** Why the last poll of the change in progress failed. */
  trouble: Failure | null;
  /** Null if another change is in progress. */
  change: (source: ChangeSource, changes: Changes, base: Settings | null) => Promise<ChangeOutcome | null>;
  /** Removes the last change's outcome. */
  dismiss: () => void;
}

/** Changes the open stamp's location and reports progress. */
export function useLocationChange(): LocationChange {
  const session = useSession();
  const queryClient = useQueryClient();
  return {
    state: useCommand(CHANGE),
    trouble: useFollowTrouble(CHANGE),
    change: (source, changes, base) => changeLocation(session, queryClient, source, changes, base),
    dismiss: useCallback(() => void forgetCommand(queryClient, session, CHANGE), [queryClient, session]),
  };
}
