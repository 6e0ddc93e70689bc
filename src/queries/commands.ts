import { useQueryClient, type Mutation, type MutationState, type QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useSession } from "../session/SessionContext.ts";
import type { StampSession } from "../session/stampSession.ts";

// Operators' commands and their outcomes: one entry per command and stamp in the query client's mutation cache, whichever
// page the command was given on.

/** A kind of command. `Input` stays in the cache, so it must not hold secrets. A refusal is an `Outcome` too. */
export interface Command<Input, Outcome> {
  name: string;
  /** For type inference only; never set. */
  types?: [Input, Outcome];
}

export type CommandState<Input, Outcome> = MutationState<Outcome, Error, Input> | undefined;

/** Key of a command's entry. */
export function commandKey({ stamp }: StampSession, { name }: { name: string }): string[] {
  return ["stamp", stamp.id, name];
}

/** The entry of a stamp's command, whichever page gave it. */
export function commandOf<Input, Outcome>(
  queryClient: QueryClient,
  session: StampSession,
  command: Command<Input, Outcome>,
): Mutation<Outcome, Error, Input> | undefined {
  const filters = { mutationKey: commandKey(session, command), exact: true };
  return queryClient.getMutationCache().find<Outcome, Error, Input>(filters);
}

/**
 * Runs a command; null if the same one is already in progress on this stamp. `work` may hold secrets: it is released
 * when it starts, and the cache keeps only its result.
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
    mutationFn: () => todo.pop()?.() ?? Promise.reject(new Error("a command runs once")),
  });
  return mutation.execute(input);
}

/** Removes a command's entry; false, and no change, while the command is in progress. */
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

/** State of the open stamp's command; undefined if none was given or its outcome was dismissed. */
export function useCommand<Input, Outcome>(command: Command<Input, Outcome>): CommandState<Input, Outcome> {
  const session = useSession();
  const queryClient = useQueryClient();
  // The state is a new object after each step.
  return useSyncExternalStore(
    // oxlint-disable-next-line typescript/unbound-method -- the library binds it when it makes the cache
    queryClient.getMutationCache().subscribe,
    () => commandOf(queryClient, session, command)?.state,
  );
}
