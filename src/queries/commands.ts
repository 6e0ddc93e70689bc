import { useQueryClient, type Mutation, type MutationState, type QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useSession } from "../session/SessionContext.ts";
import type { StampSession } from "../session/stampSession.ts";

// What operators tell a stamp to do, and what became of it: one entry for each command of each stamp in the query client's
// mutation cache, whatever page it was given on.

/** A kind of command. `Input` is kept, so it holds no secret; `Outcome` is what becomes of it, refusals too. */
export interface Command<Input, Outcome> {
  name: string;
  /** Only for TypeScript. */
  types?: [Input, Outcome];
}

export type CommandState<Input, Outcome> = MutationState<Outcome, Error, Input> | undefined;

/** Where a command's entry is kept. */
export function commandKey({ stamp }: StampSession, { name }: { name: string }): string[] {
  return ["stamp", stamp.id, name];
}

/** The entry of a command at a stamp, wherever it was given. */
export function commandOf<Input, Outcome>(
  queryClient: QueryClient,
  session: StampSession,
  command: Command<Input, Outcome>,
): Mutation<Outcome, Error, Input> | undefined {
  const filters = { mutationKey: commandKey(session, command), exact: true };
  return queryClient.getMutationCache().find<Outcome, Error, Input>(filters);
}

/**
 * Gives a command, unless the same one is under way at this stamp: null then. `work` may hold secrets: it is let go of
 * when it begins, and the cache keeps what it resolves to.
 */
export async function runCommand<Input, Outcome>(
  queryClient: QueryClient,
  session: StampSession,
  command: Command<Input, Outcome>,
  input: Input,
  work: () => Promise<Outcome>,
): Promise<Outcome | null> {
  if (!forgetCommand(queryClient, session, command)) return null;
  const todo = [work];
  const mutation = queryClient.getMutationCache().build<Outcome, Error, Input, unknown>(queryClient, {
    mutationKey: commandKey(session, command),
    mutationFn: () => todo.pop()?.() ?? Promise.reject(new Error("given once")),
  });
  return mutation.execute(input);
}

/** Forgets how the command ended; false where it is under way, which it stays. */
export function forgetCommand<Input, Outcome>(
  queryClient: QueryClient,
  session: StampSession,
  command: Command<Input, Outcome>,
): boolean {
  const last = commandOf(queryClient, session, command);
  if (last?.state.status === "pending") return false;
  if (last) queryClient.getMutationCache().remove(last);
  return true;
}

/** How the open stamp's command stands: undefined where none was given, or its end was dismissed. */
export function useCommand<Input, Outcome>(command: Command<Input, Outcome>): CommandState<Input, Outcome> {
  const session = useSession();
  const queryClient = useQueryClient();
  // Another object after each step.
  return useSyncExternalStore(
    // oxlint-disable-next-line typescript/unbound-method -- the library binds it when it makes the cache
    queryClient.getMutationCache().subscribe,
    () => commandOf(queryClient, session, command)?.state,
  );
}
