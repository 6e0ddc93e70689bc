import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Stamp } from "../domain/stamp.ts";
import { removeOwnStamp } from "./ownStamps.ts";
import { useStamps } from "./useStamps.ts";

/** Removes a stamp that was added in this browser. */
export function useRemoveStamp(): (stamp: Stamp) => void {
  const stamps = useStamps();
  const queryClient = useQueryClient();
  return useCallback((stamp) => removeOwnStamp(stamps, stamp, queryClient), [stamps, queryClient]);
}
