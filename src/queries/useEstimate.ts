import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { estimateFrom, type Estimate } from "../domain/progress.ts";
import { backupsOf } from "../domain/tracker.ts";
import { backupListQuery } from "./backupQueries.ts";
import { useSession } from "../session/SessionContext.ts";
import { useOperations } from "../session/useOperations.ts";

/** How long a backup takes on the open stamp, from its past backups. Sends no request. */
export function useEstimate(): Estimate {
  const operations = useOperations();
  const { data } = useQuery({ ...backupListQuery(useSession()), enabled: false });
  return useMemo(() => estimateFrom(backupsOf(data?.items ?? []), operations), [data, operations]);
}
