import { useMutation, useQueryClient } from "@tanstack/react-query";
import { LIST } from "./backupQueries.ts";
import { useSession } from "./SessionContext.ts";
import { startBackup } from "./startBackup.ts";

/**
 * The Backup now mutation. `data` tells what became of the last click. Sent at once or not at all: TanStack's default
 * would keep a click made offline and send it on reconnect.
 */
export function useStartBackup() {
  const session = useSession();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ anyway = false }: { anyway?: boolean }) => startBackup(session, anyway),
    networkMode: "always",
    retry: false,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["stamp", session.stamp.id, LIST] }),
  });
}
