import { useQuery } from "@tanstack/react-query";
import { fetchReportedStates } from "../api/reportedStates";
import { toFailure } from "../api/errors.ts";
import type { Failure } from "../domain/failure.ts";
import type { JobAnswer, ListAnswer } from "../domain/verificationRecord.ts";
import { useSession } from "../session/SessionContext.ts";

/** Both words about one backup, and when they were asked for (stamp time, epoch ms). */
export interface ReportedStates {
  list: ListAnswer;
  job: JobAnswer;
  askedAt: number;
}

/** Asks for both words when a record opens, again when `version` changes, and at the operator's word. */
export function useReportedStates(
  backupId: string,
  version: string,
): { words: ReportedStates | null; failure: Failure | null; asking: boolean; askAgain: () => void } {
  const session = useSession();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["stamp", session.stamp.id, "words", backupId, version],
    queryFn: async ({ signal }): Promise<ReportedStates> => {
      const answers = await fetchReportedStates(session.client, backupId, session.now, signal);
      return { ...answers, askedAt: session.now() };
    },
    retry: false,
    networkMode: "always",
    // A record is of the moment in which it is opened.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (previous) => previous,
  });
  return {
    words: data ?? null,
    failure: error ? toFailure(error) : null,
    asking: isFetching,
    askAgain: () => void refetch(),
  };
}
