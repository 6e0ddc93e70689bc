import { onlineManager } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NOON } from "../domain/testing/fixtures.ts";
import { commandOf, forgetCommand, runCommand, type Command } from "./commands.ts";
import { createQueryClient } from "./queryClient.ts";
import { fakeFleet } from "./testing/fakeFleet.ts";

const SAVE: Command<string, string> = { name: "save" };

beforeEach(() => vi.useFakeTimers({ now: NOON }));
afterEach(() => {
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

function opened() {
  const queryClient = createQueryClient();
  const [session, other] = fakeFleet(2).sessions;
  if (!session || !other) throw new Error("no stamp");
  return { queryClient, session, other, stateOf: () => commandOf(queryClient, session, SAVE)?.state };
}

describe("a command", () => {
  test("is given once while it is under way, and again after its end", async () => {
    const { queryClient, session } = opened();
    const done: string[] = [];
    let end: (outcome: string) => void = () => undefined;
    const work = () => {
      done.push("given");
      return new Promise<string>((resolve) => (end = resolve));
    };
    const first = runCommand(queryClient, session, SAVE, "form", work);
    expect(await runCommand(queryClient, session, SAVE, "form", work)).toBeNull();
    expect(done).toEqual(["given"]);
    end("saved");
    expect(await first).toBe("saved");
    void runCommand(queryClient, session, SAVE, "form", work);
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(["given", "given"]);
  });

  test("has one entry for its stamp, which tells its end for the page's life, until that is dismissed", async () => {
    const { queryClient, session, other, stateOf } = opened();
    await runCommand(queryClient, session, SAVE, "form", () => Promise.resolve("first"));
    await runCommand(queryClient, session, SAVE, "menu", () => Promise.resolve("second"));
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(stateOf()).toMatchObject({ status: "success", variables: "menu", data: "second" });
    expect(queryClient.getMutationCache().getAll()).toHaveLength(1);
    expect(commandOf(queryClient, other, SAVE)).toBeUndefined();
    expect(forgetCommand(queryClient, session, SAVE)).toBe(true);
    expect(stateOf()).toBeUndefined();
  });

  test("that is under way cannot be dismissed", () => {
    const { queryClient, session, stateOf } = opened();
    void runCommand(queryClient, session, SAVE, "form", () => new Promise(() => undefined));
    expect(forgetCommand(queryClient, session, SAVE)).toBe(false);
    expect(stateOf()?.status).toBe("pending");
  });

  test("given offline is carried out at once, and not once more when the network is back", async () => {
    const { queryClient, session } = opened();
    onlineManager.setOnline(false);
    const work = vi.fn(() => Promise.resolve("refused"));
    expect(await runCommand(queryClient, session, SAVE, "form", work)).toBe("refused");
    onlineManager.setOnline(true);
    await queryClient.resumePausedMutations();
    expect(work).toHaveBeenCalledTimes(1);
  });

  test("that throws is not repeated", async () => {
    const { queryClient, session, stateOf } = opened();
    const work = vi.fn(() => Promise.reject(new Error("a mistake of ours")));
    await expect(runCommand(queryClient, session, SAVE, "form", work)).rejects.toThrow("a mistake of ours");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(work).toHaveBeenCalledTimes(1);
    expect(stateOf()?.data).toBeUndefined();
  });
});
