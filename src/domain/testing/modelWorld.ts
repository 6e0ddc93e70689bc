import type { ListItem } from "../backupState.ts";
import { failureOf } from "../failure.ts";
import type { Reply, Running } from "../operation.ts";
import { parseRetryAfter } from "../retryAfter.ts";
import type { Tracked } from "../tracker.ts";
import type { Announced, Announcement } from "../transitions.ts";
import { backupSaying, noAnswer, NOON, pathOf, MINUTE } from "./fixtures.ts";
import type { Machine } from "./machine.ts";
import type { ModelEvent, PollFault, PostFate } from "./modelEvents.ts";
import { Ledger } from "./modelLedger.ts";
import { ModelStamp } from "./modelStamp.ts";

/** A promise broken; its text says which. */
class Broken extends Error {}

export function must(holds: boolean, invariant: string, why: () => string): void {
  if (!holds) throw new Broken(`${invariant}: ${why()}`);
}

/** Something on its way to one page. `apply` is null-safe: a dead page never applies it. */
interface Message {
  tab: number;
  /** The POST's click, null for polls and lists. */
  key: string | null;
  list: boolean;
  apply: () => void;
  /** What happens when it never arrives. */
  lose: () => void;
}

/** A stamp, what one browser has stored, two tabs over it, and what is on its way between them. */
export class World {
  now = NOON;
  readonly stamp = new ModelStamp();
  readonly ledger = new Ledger();
  stored: Tracked = [];
  announced: Announced = {};
  readonly said: Announcement[] = [];
  /** The last list each tab has taken in. */
  readonly items: [readonly ListItem[], readonly ListItem[]] = [[], []];
  /** Set by a list that was just taken in: what it taught must show at once. */
  justLearned: readonly ListItem[] | null = null;
  private readonly machine: Machine;
  private inFlight: Message[] = [];
  private deadKeys: string[] = [];
  private clicks = 0;

  constructor(machine: Machine) {
    this.machine = machine;
  }

  run(event: ModelEvent): void {
    this.justLearned = null;
    switch (event.kind) {
      case "wait":
        this.now += event.ms;
        return;
      case "click":
        this.click(event.tab, event.anyway, event.fate);
        if (event.twice) this.click(event.tab, event.anyway, event.fate);
        return;
      case "list":
        if (!event.fails) this.list(event.tab, event.slow);
        return;
      case "poll":
        return this.poll(event.tab, event.which, event.slow, event.retryAfter, event.fault);
      case "deliver":
        return this.deliver(event.which, event.twice);
      case "drop":
        return this.drop(event.which);
      case "reload":
        return this.reload(event.tab, event.reviveLater);
      case "otherClient":
        this.stamp.begin(event.plan, this.now, event.automatic);
        return;
      case "forget": {
        const job = this.stamp.jobs[event.which % this.stamp.jobs.length];
        if (job) job.forgotten = true;
      }
    }
  }

  /** A click that the page accepts saves its intent and then sends one POST; any other sends nothing. */
  private click(tab: number, anyway: boolean, fate: PostFate): void {
    const key = `click-${(this.clicks += 1)}`;
    const started = this.machine.startRun(this.stored, key, this.now, anyway);
    if (!started) return;
    if (anyway) this.ledger.dismiss();
    const inTheWay = this.ledger.inTheWay(this.now);
    must(inTheWay === null, "I2", () => `${key} was sent although ${inTheWay}`);
    this.stored = started.tracked;
    const saved = this.stored.filter((operation) => operation.key === key && operation.kind === "posting");
    must(saved.length === 1, "I5", () => `${key} was sent before its intent was saved`);
    this.ledger.click(key, this.now);
    const reply = this.post(key, fate);
    const deliver = (answer: Reply) => {
      this.ledger.hearPost(key, answer);
      this.stored = this.machine.applyStartReply(this.stored, key, answer, this.now);
    };
    this.send({
      tab,
      key,
      list: false,
      apply: () => deliver(reply),
      lose: () => deliver(noAnswer()),
      slow: fate.slow,
    });
  }

  private post(key: string, { reached, answer, plan }: PostFate): Reply {
    this.stamp.posts += 1;
    if (answer === "auth" || answer === "forbidden" || answer === "throttled") return refusal(answer);
    const unanswered = answer === "none" || answer === "server";
    if (unanswered && !reached) return noAnswer(answer === "none" ? "timeout" : "server");
    const job = this.stamp.begin(plan, this.now, false);
    if (job) this.ledger.note(key, { jobId: job.id });
    if (unanswered) return noAnswer(answer === "none" ? "timeout" : "server");
    if (!job) return refusal("conflict");
    const location =
      answer === "foreign"
        ? "foreign"
        : answer === "noLocation"
          ? "none"
          : { path: pathOf(job.id), id: job.id };
    return { kind: "accepted", location, delayMs: 60_000 };
  }

  private list(tab: number, slow: boolean): void {
    const items = this.stamp.list(this.now);
    const apply = () => {
      this.items[tab === 0 ? 0 : 1] = items;
      this.stored = this.machine.applyList(this.stored, items, this.now, pathOf);
      this.justLearned = items;
    };
    // One list request per tab is under way; a newer one takes its place.
    this.inFlight = this.inFlight.filter((message) => !(message.list && message.tab === tab));
    this.send({ tab, key: null, list: true, apply, lose: () => {}, slow });
  }

  private poll(tab: number, which: number, slow: boolean, header: string, fault: PollFault | null): void {
    const running = this.stored.filter((operation) => operation.kind === "running");
    const asked = running[which % Math.max(1, running.length)];
    if (!asked) return;
    const delayMs = parseRetryAfter(header, this.now);
    const honest = this.stamp.answer(asked, this.now, delayMs);
    const reply = fault === null ? honest : faulty(fault, asked, honest);
    const hear = (answer: Reply) => {
      this.ledger.hearPoll(asked, answer);
      const polled = this.machine.step(asked, answer, this.now) ?? asked;
      this.stored = this.machine.replaceOperation(this.stored, polled);
    };
    this.send({ tab, key: null, list: false, apply: () => hear(reply), lose: () => hear(noAnswer()), slow });
  }

  private send({ slow, ...message }: Message & { slow: boolean }): void {
    if (slow) this.inFlight.push(message);
    else message.apply();
  }

  private deliver(which: number, twice: boolean): void {
    const message = this.take(which);
    message?.apply();
    // An HTTP answer to a POST settles once; what is polled may come in twice, as from two tabs.
    if (twice && message?.key === null) message.apply();
  }

  private drop(which: number): void {
    this.take(which)?.lose();
  }

  private take(which: number): Message | undefined {
    return this.inFlight.splice(which % Math.max(1, this.inFlight.length), 1)[0];
  }

  /** The page dies with what it waited for; what was stored is what is left of it. */
  private reload(tab: number, reviveLater: boolean): void {
    for (const { key, tab: owner } of this.inFlight) {
      if (key === null || owner !== tab) continue;
      this.ledger.note(key, { kind: "unanswered" });
      this.deadKeys.push(key);
    }
    this.inFlight = this.inFlight.filter((message) => message.tab !== tab);
    this.items[tab === 0 ? 0 : 1] = [];
    this.stored = this.machine.revive(structuredClone(this.stored));
    if (!reviveLater) this.revive();
  }

  private revive(): void {
    for (const key of this.deadKeys) this.stored = this.machine.abandon(this.stored, key, this.now);
    this.deadKeys = [];
  }

  /** Faults are over: everything arrives, both tabs list and poll, until nothing changes any more. */
  comeToRest(check: () => void): void {
    while (this.inFlight.length > 0) this.afterwards(() => this.deliver(0, false), check);
    this.afterwards(() => this.revive(), check);
    for (let round = 0; round < 60; round += 1) {
      const quiet = this.stamp.isQuiet(this.now);
      for (const tab of [0, 1]) this.afterwards(() => this.list(tab, false), check);
      const running = this.stored.filter((operation) => operation.kind === "running").length;
      for (let which = 0; which < running; which += 1) {
        this.afterwards(() => this.poll(which % 2, 0, false, "60", null), check);
      }
      if (quiet && running === 0) return;
      this.now += 3 * MINUTE;
    }
    throw new Broken("I19: two tabs never came to rest");
  }

  private afterwards(act: () => void, check: () => void): void {
    this.justLearned = null;
    act();
    check();
  }
}

function refusal(kind: "auth" | "forbidden" | "throttled" | "conflict"): Reply {
  return { kind: "refused", failure: failureOf(kind) };
}

/** A 202 stays a 202 and the rest brings no answer, or a body that is no verdict while the job still runs. */
function faulty(fault: PollFault, asked: Running, honest: Reply): Reply {
  if (fault === "noLocation" || fault === "foreign") {
    const location = fault === "foreign" ? "foreign" : "none";
    return honest.kind === "accepted" ? { ...honest, location } : honest;
  }
  if (fault === "runningBody") {
    return { kind: "completed", backup: backupSaying({ kind: "running" }, { id: asked.id }), delayMs: null };
  }
  if (fault === "unknownBody") {
    const backup = backupSaying({ kind: "unknown", raw: "Sealing" }, { id: asked.id });
    return { kind: "completed", backup, delayMs: null };
  }
  return noAnswer(fault);
}
