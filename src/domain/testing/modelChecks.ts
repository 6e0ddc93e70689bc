import { isDeepStrictEqual } from "node:util";
import type { BackupRow } from "../backupState.ts";
import { isTerminal } from "../operation.ts";
import { progressFraction } from "../progress.ts";
import { LONGEST_DELAY_MS, SHORTEST_DELAY_MS } from "../retryAfter.ts";
import { RECENT_MS } from "../listedRuns.ts";
import { backupsOf } from "../tracker.ts";
import { DAY, MINUTE } from "./fixtures.ts";
import type { Machine } from "./machine.ts";
import { finalWord } from "./modelStamp.ts";
import { must, type World } from "./modelWorld.ts";

/** Judges a world after every event. Keeps what must not change between two looks. */
export class Judge {
  /** How often each situation came up: a model that never gets there proves nothing. */
  readonly seen = new Map<string, number>();
  private readonly ends = new Map<string, string>();
  private readonly elapsed = new Map<string, number>();
  private readonly world: World;
  private readonly machine: Machine;

  constructor(world: World, machine: Machine) {
    this.world = world;
    this.machine = machine;
  }

  look(): void {
    this.judgeStored();
    this.judgeClicks();
    this.judgeEnds();
    this.judgeElapsed();
    this.judgeLearning();
    this.judgeAnnouncements();
    for (const items of this.world.items) {
      this.judgeRows(items);
    }
  }

  private saw(what: string): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
  }

  private judgeStored(): void {
    const { stored, announced, ledger } = this.world;
    const plain: unknown = JSON.parse(JSON.stringify({ stored, announced }));
    must(
      isDeepStrictEqual(plain, { stored, announced }),
      "I5",
      () => "what is stored does not survive storage",
    );
    const keys = stored.map(({ key }) => key);
    must(new Set(keys).size === keys.length, "I18", () => `one key, two operations: ${keys.join()}`);
    const ids = stored.flatMap(({ id }) => (id === null ? [] : [id]));
    must(new Set(ids).size === ids.length, "I18", () => `one backup, two operations: ${ids.join()}`);
    for (const operation of stored) {
      if (operation.origin === "here")
        must(ledger.clicks.has(operation.key), "I11", () => `nobody clicked ${operation.key}`);
      if (operation.kind !== "running") continue;
      const { delayMs } = operation;
      must(delayMs >= SHORTEST_DELAY_MS && delayMs <= LONGEST_DELAY_MS, "I13", () => `delay ${delayMs}`);
    }
  }

  private judgeClicks(): void {
    const { stored, ledger, now, stamp } = this.world;
    must(
      stamp.posts === ledger.clicks.size,
      "I1",
      () => `${stamp.posts} posts, ${ledger.clicks.size} clicks`,
    );
    ledger.resolve(stored);
    for (const [key, click] of ledger.clicks) {
      this.saw(`click ${click.kind}`);
      const operation = stored.find((one) => one.key === key);
      if (click.kind === "refused" || click.kind === "dismissed") {
        if (click.kind === "refused") must(!operation, "I19", () => `${key} was refused and is still there`);
        continue;
      }
      if (now - click.at >= DAY) continue;
      must(operation !== undefined, "I5", () => `${key} (${click.kind}) is not tracked any more`);
      if (click.kind === "accepted")
        must(operation?.id === click.id, "I5", () => `${key} is not tracked as ${click.id}`);
      if (operation?.kind === "running" && click.kind === "unanswered") this.saw("adopted");
    }
    for (const operation of stored) {
      if (operation.kind !== "posting") continue;
      const kind = ledger.clicks.get(operation.key)?.kind;
      must(kind === "waiting" || kind === "unanswered", "I11", () => `${operation.key} is posting again`);
    }
  }

  private judgeEnds(): void {
    for (const operation of this.world.stored) {
      const before = this.ends.get(operation.key);
      const text = isTerminal(operation) ? JSON.stringify(operation) : null;
      if (before !== undefined)
        must(before === text, "I7", () => `${before} became ${JSON.stringify(operation)}`);
      if (text !== null) this.ends.set(operation.key, text);
    }
  }

  private judgeElapsed(): void {
    for (const operation of this.world.stored) {
      const elapsed = this.machine.elapsedMs(operation, this.world.now);
      const before = this.elapsed.get(operation.key);
      if (elapsed === null) {
        must(before === undefined, "I20", () => `${operation.key} forgot when it began`);
        continue;
      }
      must(elapsed >= (before ?? 0), "I20", () => `${operation.key} went back from ${before} to ${elapsed}`);
      const fraction = progressFraction(elapsed, 20 * MINUTE);
      must(
        fraction >= progressFraction(before ?? 0, 20 * MINUTE) && fraction < 1,
        "I20",
        () => `bar at ${fraction}`,
      );
      this.elapsed.set(operation.key, elapsed);
    }
  }

  /** A list leaves no run of the stamp untracked, no recent success unchecked (docs/architecture.md "State model"). */
  private judgeLearning(): void {
    const { justLearned, stored, ledger, now } = this.world;
    if (!justLearned) return;
    const backups = backupsOf(justLearned);
    const tracked = new Set(stored.map(({ id }) => id));
    const newest = backups.reduce((latest, { completedAt }) => Math.max(latest, completedAt ?? 0), 0);
    const posting = stored.some(({ kind }) => kind === "posting");
    for (const { id, status, completedAt } of backups) {
      const recent = completedAt === newest && now - newest <= RECENT_MS && status.kind !== "failed";
      if (posting || !(status.kind === "running" || recent)) continue;
      must(tracked.has(id), "I19", () => `${id} is ${status.kind} and nobody asks its operation`);
      if (stored.some((one) => one.id === id && one.origin === "elsewhere")) this.saw("tracked elsewhere");
    }
    for (const [key, { kind, jobId }] of ledger.clicks) {
      const listedOwn = backups.find((backup) => backup.id === jobId && backup.status.kind !== "unknown");
      if (kind !== "unanswered" || !listedOwn) continue;
      const left = stored.find((one) => one.key === key && one.kind === "unknown");
      must(!left, "I5", () => `${key} waits, although the list shows what it began`);
    }
  }

  private judgeAnnouncements(): void {
    const { world, machine } = this;
    const { due, announced } = machine.dueAnnouncements(world.stored, world.announced);
    world.announced = announced;
    world.said.push(...due);
    // A second tab, or the same one after a reload, looks at the same record.
    const again = machine.dueAnnouncements(structuredClone(world.stored), structuredClone(world.announced));
    world.said.push(...again.due);
    for (const { key } of world.stored) {
      const said = world.said.filter(({ operation }) => operation.key === key).map(({ kind }) => kind);
      must(
        ["", "started", "ended", "started,ended"].includes(said.join()),
        "I18",
        () => `${key} was announced ${said.join()}`,
      );
    }
  }

  private judgeRows(items: World["items"][number]): void {
    const { world, machine } = this;
    const { stored, now } = world;
    const rows = machine.reconcile(items, stored, now);
    const backups = backupsOf(items);
    const ids = rows.map(({ id }) => id);
    must(new Set(ids).size === ids.length, "I16", () => `rows ${ids.join()}`);
    for (const { id } of backups) must(ids.includes(id), "I16", () => `${id} is listed and has no row`);
    for (const operation of stored) {
      if (operation.kind === "running")
        must(ids.includes(operation.id), "table", () => `${operation.id} runs and has no row`);
    }
    for (const row of rows) this.judgeRow(row, backups.find(({ id }) => id === row.id)?.status.kind ?? null);
    const busy = machine.busyWith(rows, stored);
    const known = stored.find(
      ({ kind, id }) =>
        kind === "posting" || kind === "unknown" || (kind === "running" && id && world.ledger.isGoing(id)),
    );
    if (known) must(busy !== null, "I2", () => `${known.key} is ${known.kind} and Backup now may be pressed`);
  }

  /** `word` is what this tab's list says of it. Judged by what was heard, not by what the code made of it. */
  private judgeRow(row: BackupRow, word: string | null): void {
    const { kind } = row.state;
    const { stored, ledger } = this.world;
    const { verdict, going, gone } = ledger.of(row.id ?? "");
    const lost = stored.some((one) => one.id === row.id && one.kind === "lost");
    const claim = () => `row ${row.id} says ${kind}; list ${word}, heard ${verdict ?? "no verdict"}`;
    this.saw(`row ${kind}`);
    must(!lost || gone, "I4", claim);
    const partial = word === "partiallySucceeded" || (verdict === "partiallySucceeded" && !lost);
    if (kind === "succeeded") {
      must(!partial && word !== "unknown", "I8", claim);
      must((lost ? null : verdict) === "succeeded" || word === "succeeded", "I3", claim);
      must(!going || verdict !== null || lost, "table", claim);
    }
    if (kind === "failed") must(verdict === "failed" || word === "failed", "I4", claim);
    if (kind === "lost") must(word === null, "I4", claim);
    if (kind === "finishing") must(going && word !== null, "table", claim);
    if (kind === "unconfirmed") must(word === "succeeded" && verdict === null && !gone, "table", claim);
    if (kind === "checking") must(!going, "I7", claim);
    if (verdict !== null && !lost && word !== "unknown" && word !== "failed") {
      must(kind === verdict, "I7", claim);
      if (word === "running") this.saw("list behind its operation");
    }
    if (word === "unknown") must(kind === "unknown", "table", claim);
  }

  /** Faults are over and all is quiet: the page says of every backup what the stamp knows (I19). */
  judgeRest(): void {
    const { world, machine } = this;
    const { stored, ledger, said } = world;
    for (const items of world.items) {
      const rows = machine.reconcile(items, stored, world.now);
      for (const job of world.stamp.jobs) {
        const operation = stored.find(({ id }) => id === job.id);
        // An operation that was forgotten, or is too old to ask, leaves the list's word (docs/state-model.md "Two sources, one row").
        const askable = operation !== undefined && operation.kind !== "lost";
        const truth = askable ? job.plan.outcome : finalWord(job);
        const claim = rows.find(({ id }) => id === job.id)?.state.kind;
        must(claim === truth, "I19", () => `${job.id} ended ${truth}, the page says ${claim}`);
        this.saw(`truth ${truth}`);
      }
    }
    for (const [key, { kind, jobId, at }] of ledger.clicks) {
      if (kind !== "unanswered" || jobId === null || world.now - at >= DAY) continue;
      const operation = stored.find((one) => one.key === key);
      must(operation?.kind !== "unknown", "I5", () => `${key} began ${jobId} and was never tied to it`);
    }
    for (const operation of stored) {
      must(operation.kind !== "posting", "I19", () => `${operation.key} waits for a page that is gone`);
      const kinds = said.filter((one) => one.operation.key === operation.key).map((one) => one.kind);
      const owed = operation.origin === "here" || kinds.includes("started");
      if (isTerminal(operation) && owed)
        must(kinds.at(-1) === "ended", "I18", () => `nobody heard how ${operation.key} ended`);
      const answered = ledger.clicks.get(operation.key)?.kind === "accepted";
      if (answered) must(kinds[0] === "started", "I18", () => `nobody heard that ${operation.key} began`);
    }
  }
}
