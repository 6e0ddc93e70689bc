import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createMsalSession } from "./msalSession.ts";
import { msalAppKey, SignInError, type MsalApp, type MsalToken, type SignInProblem } from "./msalTypes.ts";
import { createStampSession } from "./stampSession.ts";

const NOW = Date.UTC(2026, 10, 22, 20);
const MINUTE = 60_000;
const AUTH = {
  kind: "msal",
  authority: "https://adfs.redmond.example/adfs",
  clientId: "c1",
  scope: "https://stamp/.default",
} as const;

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

type Step = { text: string; livesMs: number } | SignInProblem["kind"];

/** A keeper whose authority gives these answers, one after the other; `asked` tells which were forced. */
async function keep(...steps: Step[]) {
  const session = createStampSession(
    {
      id: "redmond",
      title: "Redmond",
      armBase: "/arm/redmond",
      subscriptionId: "s1",
      region: "redmond",
      apiVersion: "2018-09-01",
      auth: AUTH,
    },
    {
      fetch: () => Promise.reject(new Error("nothing is to be asked")),
      pageUrl: "https://console.example/",
      storage: null,
      tick: () => Date.now(),
      wallClock: () => Date.now(),
      random: () => 0,
      newId: () => "id",
      requestCount: () => 0,
      clockRate: 1,
    },
  );
  const asked: boolean[] = [];
  const left: boolean[] = [];
  const app: MsalApp = {
    refusal: null,
    silent: (_scope, fresh): Promise<MsalToken> => {
      asked.push(fresh);
      const step = steps.shift() ?? "interaction";
      if (typeof step === "object") {
        return Promise.resolve({
          text: step.text,
          expiresAt: Date.now() + step.livesMs,
          account: "op@contoso",
        });
      }
      return Promise.reject(
        new SignInError(step === "answered" ? { kind: step, text: "no" } : { kind: step }),
      );
    },
    leave: (_scope, anew) => {
      left.push(anew);
      return Promise.resolve();
    },
    forget: () => Promise.resolve(),
  };
  const keeper = createMsalSession(session, AUTH, () => Promise.resolve(app));
  await vi.advanceTimersByTimeAsync(0);
  return { session, keeper, asked, left, app };
}

test("a token is renewed by itself, six minutes before its end, again and again", async () => {
  const { session, asked } = await keep(
    { text: "a", livesMs: 60 * MINUTE },
    { text: "b", livesMs: 60 * MINUTE },
    { text: "c", livesMs: 60 * MINUTE },
  );
  expect(session.token.get()).toEqual({ text: "a", expiresAt: NOW + 60 * MINUTE, refused: false });
  await vi.advanceTimersByTimeAsync(54 * MINUTE - 1);
  expect(asked).toEqual([false]);
  await vi.advanceTimersByTimeAsync(1);
  expect(session.token.get()?.text).toBe("b");
  await vi.advanceTimersByTimeAsync(54 * MINUTE);
  expect(session.token.get()?.text).toBe("c");
  expect(asked).toEqual([false, true, true]);
});

test("a renewal that needs the operator leaves the token in use, and nothing leaves the page", async () => {
  const { session, keeper, asked, left } = await keep({ text: "a", livesMs: 60 * MINUTE }, "interaction");
  await vi.advanceTimersByTimeAsync(59 * MINUTE);
  expect(keeper.get()).toEqual({ busy: false, account: "op@contoso", problem: { kind: "interaction" } });
  expect(session.token.get()?.text).toBe("a");
  expect(asked).toEqual([false, true]);
  expect(left).toEqual([]);
  keeper.signIn();
  await vi.advanceTimersByTimeAsync(0);
  expect(left).toEqual([false]);
});

test("an authority that does not answer is asked again, more and more slowly, once a minute at most", async () => {
  const { session, keeper, asked } = await keep(
    "unreachable",
    "unreachable",
    "unreachable",
    "unreachable",
    "unreachable",
    "unreachable",
    { text: "a", livesMs: 60 * MINUTE },
  );
  expect(keeper.get().problem).toEqual({ kind: "unreachable" });
  await vi.advanceTimersByTimeAsync((5 + 10 + 20 + 40) * 1_000);
  expect(asked).toHaveLength(5);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(asked).toHaveLength(7);
  expect(session.token.get()?.text).toBe("a");
  expect(keeper.get().problem).toBeNull();
});

test("a 401 fetches one new token; if that is refused too, it stops and waits for a word", async () => {
  const { session, keeper, asked, left } = await keep(
    { text: "a", livesMs: 60 * MINUTE },
    { text: "b", livesMs: 60 * MINUTE },
  );
  session.token.noteAnswer("a", true);
  await vi.advanceTimersByTimeAsync(0);
  expect(session.token.get()).toMatchObject({ text: "b", refused: false });
  session.token.noteAnswer("b", true);
  await vi.advanceTimersByTimeAsync(0);
  expect(session.token.get()).toMatchObject({ text: "b", refused: true });
  expect(asked).toEqual([false, true]);
  keeper.signIn();
  await vi.advanceTimersByTimeAsync(0);
  expect(left).toEqual([true]);
});

test("signing out forgets the token, stops renewing and drops an answer that comes later", async () => {
  const { session, keeper, app } = await keep({ text: "a", livesMs: 60 * MINUTE });
  let answer: ((token: MsalToken) => void) | undefined;
  app.silent = () => new Promise((resolve) => (answer = resolve));
  await vi.advanceTimersByTimeAsync(54 * MINUTE);
  expect(keeper.get().busy).toBe(true);
  keeper.signOut();
  answer?.({ text: "late", expiresAt: null, account: null });
  await vi.advanceTimersByTimeAsync(120 * MINUTE);
  expect(session.token.get()).toBeNull();
  expect(keeper.get()).toEqual({ busy: false, account: null, problem: { kind: "interaction" } });
});

test('what the sign-in page answered is told in place of a mere "sign in"', async () => {
  const { session, app } = await keep("interaction");
  app.refusal = { kind: "answered", text: "access_denied" };
  const keeper = createMsalSession(session, AUTH, () => Promise.resolve(app));
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.get().problem).toEqual({ kind: "answered", text: "access_denied" });
});

test("stamps share a sign-in by authority and client, whatever their case and last slash", () => {
  expect(msalAppKey({ ...AUTH, authority: "https://ADFS.redmond.example/adfs/" })).toBe(msalAppKey(AUTH));
  expect(msalAppKey({ ...AUTH, clientId: "c2" })).not.toBe(msalAppKey(AUTH));
});
