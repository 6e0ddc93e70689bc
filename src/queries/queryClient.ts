import { QueryClient } from "@tanstack/react-query";

/**
 * The page's query client. A command is sent immediately or not at all: by default the library would hold one given
 * offline and send it later (docs/faults.md "Library traps"). It retries none. Outcomes are kept for the page's lifetime.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { mutations: { networkMode: "always", gcTime: Infinity } },
  });
}
