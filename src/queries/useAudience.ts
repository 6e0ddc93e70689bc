import { useQuery } from "@tanstack/react-query";
import { askAudience } from "../api/metadata.ts";
import { useSession } from "../session/SessionContext.ts";

/** The audience of the open stamp's tokens, requested once `wanted`; null while unknown or not reported. */
export function useAudience(wanted: boolean): { asking: boolean; audience: string | null } {
  const session = useSession();
  const { data, isFetching } = useQuery({
    queryKey: ["audience", session.stamp.id],
    queryFn: ({ signal }) => askAudience(session.client, signal),
    enabled: wanted,
    retry: false,
    networkMode: "always",
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { asking: isFetching, audience: data ?? null };
}
