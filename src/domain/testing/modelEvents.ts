import fc from "fast-check";
import { MINUTE, SECOND } from "./fixtures.ts";
import type { Plan } from "./modelStamp.ts";

/** What becomes of one POST on its way to the stamp and back. */
export interface PostFate {
  /** False: it never got there. Matters for what brings no answer only. */
  reached: boolean;
  answer: "normal" | "none" | "server" | "noLocation" | "foreign" | "auth" | "forbidden" | "throttled";
  /** The answer stays on its way until it is delivered or dropped. */
  slow: boolean;
  plan: Plan;
}

export type PollFault =
  | "offline"
  | "timeout"
  | "server"
  | "throttled"
  | "auth"
  | "forbidden"
  | "unexpected"
  /** 202 without a usable Location. */
  | "noLocation"
  | "foreign"
  /** 200 with a body that says Running, or a word no version knows. */
  | "runningBody"
  | "unknownBody";

export type ModelEvent =
  | { kind: "wait"; ms: number }
  | { kind: "click"; tab: number; twice: boolean; anyway: boolean; fate: PostFate }
  | { kind: "list"; tab: number; slow: boolean; fails: boolean }
  | { kind: "poll"; tab: number; which: number; fault: PollFault | null; slow: boolean; retryAfter: string }
  | { kind: "deliver"; which: number; twice: boolean }
  | { kind: "drop"; which: number }
  | { kind: "reload"; tab: number; reviveLater: boolean }
  | { kind: "otherClient"; automatic: boolean; plan: Plan }
  | { kind: "forget"; which: number };

const tab = fc.integer({ min: 0, max: 1 });
const which = fc.integer({ min: 0, max: 9 });
const rarely = fc.integer({ min: 0, max: 5 }).map((dice) => dice === 0);
const upTo = (ms: number) => fc.integer({ min: 0, max: ms });

const plan: fc.Arbitrary<Plan> = fc.record({
  startsAfterMs: upTo(MINUTE),
  dataMs: fc.integer({ min: MINUTE, max: 40 * MINUTE }),
  tailMs: upTo(15 * MINUTE),
  listedAfterMs: upTo(3 * MINUTE),
  listLagMs: fc.oneof(fc.constant(0), upTo(20 * MINUTE)),
  outcome: fc.constantFrom("succeeded", "succeeded", "partiallySucceeded", "failed"),
  listLies: fc.boolean(),
  end: fc.constantFrom("body", "body", "empty", "failedShape"),
  oddWord: rarely,
});

const fate: fc.Arbitrary<PostFate> = fc.record({
  reached: fc.boolean(),
  answer: fc.oneof(
    { weight: 3, arbitrary: fc.constant("normal" as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        "none",
        "none",
        "server",
        "noLocation",
        "foreign",
        "auth",
        "forbidden",
        "throttled",
      ),
    },
  ),
  slow: fc.boolean(),
  plan,
});

const fault: fc.Arbitrary<PollFault | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "offline",
      "timeout",
      "server",
      "throttled",
      "auth",
      "forbidden",
      "unexpected",
      "noLocation",
      "foreign",
      "runningBody",
      "unknownBody",
    ),
  },
);

const retryAfter = fc.constantFrom("60", "5", "0", "-3", "1000000000000", "60abc", "", "NaN");

const wait = fc.oneof(upTo(30 * SECOND), upTo(5 * MINUTE), upTo(40 * MINUTE));

const event: fc.Arbitrary<ModelEvent> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: wait }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("click" as const), tab, twice: rarely, anyway: rarely, fate }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("list" as const), tab, slow: rarely, fails: rarely }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant("poll" as const),
      tab,
      which,
      fault,
      slow: fc.boolean(),
      retryAfter,
    }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("deliver" as const), which, twice: rarely }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("drop" as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("reload" as const), tab, reviveLater: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("otherClient" as const), automatic: fc.boolean(), plan }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("forget" as const), which }) },
);

/** What happens to a stamp and two tabs in some hours, in any order. */
export const scripts: fc.Arbitrary<ModelEvent[]> = fc.array(event, {
  minLength: 5,
  maxLength: 60,
  size: "max",
});
