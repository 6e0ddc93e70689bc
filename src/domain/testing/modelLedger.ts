import type { Operation, Reply, Running } from "../operation.ts";
import type { Outcome } from "./modelStamp.ts";

/** What an onlooker knows of one accepted click, from the messages alone. */
export interface Click {
  at: number;
  /** `waiting`: its POST is under way; `unanswered`: it may have started; `dismissed`: the operator went past it. */
  kind: "waiting" | "unanswered" | "accepted" | "refused" | "dismissed";
  /** The id the 202 named. */
  id: string | null;
  /** The job the stamp began for it, which the page may not know. */
  jobId: string | null;
}

/** What pages that still live have heard about one backup's operation. */
export interface Heard {
  /** An answer that said the job is not over. */
  going: boolean;
  verdict: Outcome | null;
  /** 404, or 403 before any other answer. */
  gone: boolean;
  /** The last question was refused (403), or the tenth in a row without an answer. */
  silent: boolean;
  /** Questions without an answer since the last one that had one, and how many answers there were. */
  unanswered: number;
  answers: number;
}

const NOTHING: Heard = { going: false, verdict: null, gone: false, silent: false, unanswered: 0, answers: 0 };

/**
 * Book-keeping of the model run, kept apart from the code under test: what was sent and heard, so that what the page
 * claims can be judged by it.
 */
export class Ledger {
  readonly clicks = new Map<string, Click>();
  private readonly heard = new Map<string, Heard>();

  of(id: string): Heard {
    return this.heard.get(id) ?? NOTHING;
  }

  click(key: string, at: number): void {
    this.clicks.set(key, { at, kind: "waiting", id: null, jobId: null });
  }

  /** The operator's word goes past what was never answered, and past jobs that the stamp did not tell of when last asked. */
  dismiss(): void {
    for (const click of this.clicks.values()) {
      const silent = click.id !== null && this.of(click.id).silent;
      if (click.kind === "unanswered" || (click.kind === "accepted" && silent)) click.kind = "dismissed";
    }
  }

  note(key: string, change: Partial<Click>): void {
    const click = this.clicks.get(key);
    if (click) Object.assign(click, change);
  }

  hearPost(key: string, reply: Reply): void {
    if (reply.kind === "refused") return this.note(key, { kind: "refused" });
    if (reply.kind !== "accepted" || typeof reply.location === "string") {
      return this.note(key, { kind: "unanswered" });
    }
    const { id } = reply.location;
    this.note(key, { kind: "accepted", id });
    this.change(id, { going: true });
  }

  hearPoll(asked: Running, reply: Reply): void {
    switch (reply.kind) {
      case "accepted":
        // A late one tells of a time before the newest.
        if (asked.answers + 1 < this.of(asked.id).answers) return;
        return this.change(asked.id, { going: true, answers: asked.answers + 1 });
      case "failed":
        return this.change(asked.id, { verdict: "failed" });
      case "gone":
        return this.change(asked.id, { gone: true });
      case "completed":
        return this.hearEnd(asked, hearBody(reply.backup?.status.kind));
      case "noAnswer":
      case "refused": {
        if (asked.answers < this.of(asked.id).answers) return;
        const { kind } = reply.failure;
        const unanswered = this.of(asked.id).unanswered + 1;
        this.heard.set(asked.id, {
          ...this.of(asked.id),
          gone: this.of(asked.id).gone || (kind === "forbidden" && asked.askedAt === null),
          silent: kind === "forbidden" || (unanswered >= 10 && kind !== "auth"),
          unanswered,
        });
      }
    }
  }

  private hearEnd(asked: Running, heard: Partial<Heard>): void {
    const overtaken = asked.answers + 1 < this.of(asked.id).answers;
    if (heard.verdict || !overtaken) this.change(asked.id, { ...heard, answers: asked.answers + 1 });
  }

  private change(id: string, change: Partial<Heard>): void {
    this.heard.set(id, { ...this.of(id), silent: false, unanswered: 0, ...change });
  }

  /** Why no POST may leave now (I2); null when one may. */
  inTheWay(now: number): string | null {
    for (const [key, { kind, id, at }] of this.clicks) {
      if (kind === "waiting") return `the POST of ${key} is under way`;
      // After a day an outcome that never showed is no longer waited for (tracker.ts).
      if (kind === "unanswered" && now - at < 24 * 3_600_000 && !this.isResolved(key)) {
        return `nobody knows what became of ${key}`;
      }
      if (kind === "accepted" && id !== null && this.isGoing(id)) return `${key} runs as ${id}`;
    }
    return null;
  }

  isGoing(id: string): boolean {
    const { going, verdict, gone } = this.of(id);
    return going && verdict === null && !gone;
  }

  /** Keys of unanswered clicks that the page tied to a backup whose end was heard of. */
  readonly resolved = new Set<string>();

  private isResolved(key: string): boolean {
    return this.resolved.has(key);
  }

  /** Looks up which unanswered clicks the page tied to a backup that is known to be over. */
  resolve(tracked: readonly Operation[]): void {
    for (const { key, id } of tracked) {
      if (id === null || !this.clicks.has(key)) continue;
      const { verdict, gone } = this.of(id);
      if (verdict !== null || gone) this.resolved.add(key);
    }
  }
}

function hearBody(status: string | undefined): Partial<Heard> {
  const over = status === "succeeded" || status === "partiallySucceeded" || status === "failed";
  return over ? { verdict: status } : { going: true };
}
