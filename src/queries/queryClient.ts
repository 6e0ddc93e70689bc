import { QueryClient } from "@tanstack/react-query";

/**
 * The page's query client. A command is sent at once or not at all: by default one that is given offline would be sent
 * when the network is back (docs/faults.md "Library traps"). The library repeats none. What became of it is kept for the
 * page's life.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { mutations: { networkMode: "always", gcTime: Infinity } },
  });
}
