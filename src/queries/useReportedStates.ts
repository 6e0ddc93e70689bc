import { useQuery } from "@tanstack/react-query";
import { fetchReportedStates } from "../api/reportedStates.ts";
import { toFailure } from "../api/errors.ts";
import type { Failure } from "../domain/failure.ts";
import type { JobAnswer, ListAnswer } from "../domain/verificationRecord.ts";
import { useSession } from "../session/SessionContext.ts";

/** List entry and job result of one backup, and when they were requested (stamp time, epoch ms). */
export interface ReportedStates {
  list: ListAnswer;
  job: JobAnswer;
  askedAt: number;
}

/** Requests both when a record opens, when `version` changes, and at the operator's request. */
export function useReportedStates(
  backupId: string,
  version: string,
): { reported: ReportedStates | null; failure: Failure | null; asking: boolean; askAgain: () => void } {
  const session = useSession();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["stamp", session.stamp.id, "reported", backupId, version],
    queryFn: async ({ signal }): Promise<ReportedStates> => {
      const answers = await fetchReportedStates(session.client, backupId, session.now, signal);
      return { ...answers, askedAt: session.now() };
    },
    retry: false,
    networkMode: "always",
    // A record describes the moment it is opened.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (previous) => previous,
  });
  return {
    reported: data ?? null,
    failure: error ? toFailure(error) : null,
    asking: isFetching,
    askAgain: () => void refetch(),
  };
}
