/**
 * One member of a consumer group: it polls the partitions that it was given, works on what it gets, and commits. What it
 * has read and not committed, somebody reads again when it dies.
 * https://kafka.apache.org/documentation/#consumerconfigs
 */
import type { Finder, Keeper, Reason } from "../../sim/types.ts";
import {
  AGAIN,
  COMMIT,
  DATA,
  DONE,
  type GroupHost,
  HEARTBEAT,
  type InHand,
  SESSION,
  STOP,
  WATCH,
} from "./group-host.ts";
import { RecordWork, type SavedWork, type Worker } from "./record-work.ts";

/** Events of an earlier life are told apart from those of this one. */
const LIVES = 2 ** 20;

/** What members tell their group. Nothing happens to a member within these calls. */
export interface MemberHost extends GroupHost {
  /** A member takes part when partitions are given out anew, or asks for that. */
  joins(member: Member): void;
  /** A member goes, or is taken for gone. */
  leaves(member: Member, code: string): void;
}

/** "joining": it waits to be given partitions; "polling": it waits for records. */
export type MemberState = "stopped" | "joining" | "polling" | "working";

export class Member implements Worker {
  readonly number: number;
  state: MemberState = "stopped";
  /** The group counts on it: from joining until it has left or its session is over. */
  isKnown = false;
  /** The group has given its partitions away while it worked: it may not commit, and does not know. */
  isFenced = false;
  /** What it reads, by the group's numbers. */
  partitions: readonly number[] = [];
  readonly #host: MemberHost;
  readonly #work: RecordWork;
  /** Where it reads on, by partition. */
  readonly #positions = new Map<number, number>();
  /** What it was given and has not taken up yet. */
  #given: readonly number[] | undefined;
  /** It joins at its next poll; it goes at its next poll. */
  #mustJoin = false;
  #isDraining = false;
  #life = 0;
  #nextPartition = 0;
  #polledMs = 0;
  #committedMs = 0;
  #isWatched = false;
  #isCommitPlanned = false;

  constructor(host: MemberHost, number: number) {
    this.#host = host;
    this.#work = new RecordWork(host, this);
    this.number = number;
  }

  // --- events

  static numberOf(ref: number): number {
    return Math.floor(ref / LIVES);
  }

  get #ref(): number {
    return this.number * LIVES + this.#life;
  }

  at(timeMs: number, kind: number): void {
    this.#host.context.at(timeMs, kind, this.#ref);
  }

  handle(kind: number, ref: number): void {
    if (ref !== this.#ref) return;
    if (kind === DATA && this.state === "polling") this.#poll();
    else if (kind === DONE) this.#finish();
    else if (kind === AGAIN) this.#work.work();
    else if (kind === COMMIT) this.#commitDue();
    else if (kind === WATCH) this.#watch();
    else if (kind === HEARTBEAT) this.#hearOfRebalance();
    else if (kind === STOP)
      this.kill({ code: "worker.stop-timeout", seconds: this.#host.settings.stopTimeoutMs / 1_000 });
    else if (kind === SESSION) this.#host.leaves(this, "kafka.session");
  }

  // --- it comes and goes

  /** Begins, and takes part in the group. */
  start(): void {
    this.state = "joining";
    this.#host.joins(this);
  }

  /** Begins with partitions, as a member of a group that has been there for long. */
  startWith(partitions: readonly number[]): void {
    this.isKnown = true;
    this.state = "joining";
    this.own(partitions);
  }

  /** Dies with what it has in hand. The group counts on it until its session is over. */
  kill(reason: Reason): void {
    const { context, settings } = this.#host;
    for (const { record } of this.#work.left) context.tell("abandoned", record.message, reason);
    this.#forget();
    if (this.isKnown) this.at(context.timeMs + settings.sessionMs, SESSION);
  }

  /** Goes as soon as it has nothing in hand. */
  drain(): void {
    const { context, settings } = this.#host;
    this.#isDraining = true;
    if (this.state === "working") this.at(context.timeMs + settings.stopTimeoutMs, STOP);
    else this.#close();
  }

  #close(): void {
    this.#commit();
    this.#forget();
    if (this.isKnown) this.#host.leaves(this, "kafka.left");
  }

  #forget(): void {
    this.#stopWaiting();
    this.#work.end();
    this.#life = (this.#life + 1) % LIVES;
    this.state = "stopped";
    this.partitions = [];
    this.#positions.clear();
  }

  // --- its partitions

  /** Has these from now on. While it works it does not hear of it before its next poll. */
  own(numbers: readonly number[]): void {
    this.#given = numbers;
    if (this.state === "joining") this.state = "polling";
    if (this.state === "polling") this.#poll();
  }

  /** Gives up what it no longer has; reads on, in what is new to it, where the last commit was. */
  #takeUp(numbers: readonly number[]): void {
    const lost = this.partitions.filter((number) => !numbers.includes(number));
    this.#giveUp(lost);
    for (const number of numbers)
      if (!this.#positions.has(number)) this.#positions.set(number, this.#beginning(number));
    this.partitions = numbers;
    if (lost.length > 0) this.#host.joins(this); // others wait for what it had
  }

  #giveUp(numbers: readonly number[]): void {
    if (numbers.length === 0) return;
    this.#commit();
    this.partitions = this.partitions.filter((number) => !numbers.includes(number));
    for (const number of numbers) this.#positions.delete(number);
  }

  #beginning(number: number): number {
    const { offsets, settings } = this.#host;
    const { topic, partition } = offsets.of(number);
    const committed = offsets.committed(number);
    if (committed !== undefined) return committed;
    const beginning = settings.offsetReset === "earliest" ? topic.earliest(partition) : topic.latest(partition);
    offsets.commit(number, beginning);
    return beginning;
  }

  /** Records were taken off the end of a partition: it reads on there. */
  goBack(number: number, offset: number): void {
    const position = this.#positions.get(number);
    if (position !== undefined && position > offset) this.#positions.set(number, offset);
  }

  #hearOfRebalance(): void {
    this.#mustJoin = true;
    if (this.state === "polling") this.#poll();
  }

  /** Eagerly it gives up all that it has; cooperatively it goes on with it. */
  #join(): void {
    if (this.isFenced || this.#host.settings.assignment !== "cooperative-sticky") {
      this.#giveUp(this.partitions);
      this.state = "joining";
    }
    this.#mustJoin = false;
    this.isFenced = false;
    this.#host.joins(this);
  }

  // --- polling

  #poll(): void {
    const { context, settings } = this.#host;
    this.#stopWaiting();
    this.#polledMs = context.timeMs;
    if (this.#isDraining) {
      this.#close();
      return;
    }
    const given = this.#given;
    this.#given = undefined;
    if (given !== undefined && !this.isFenced) this.#takeUp(given);
    if (this.isFenced || this.#mustJoin) this.#join();
    if (this.state === "joining") return;
    this.#autoCommit();
    const batch = this.#fetch();
    if (batch.length === 0) {
      this.#wait();
      return;
    }
    this.state = "working";
    if (!this.#isWatched) this.#watchUntil(context.timeMs + settings.maxPollIntervalMs);
    this.#work.begin(batch);
  }

  /** From one partition after the other, beginning with another one each time, so that none is left out. */
  #fetch(): readonly InHand[] {
    const { maxPollRecords } = this.#host.settings;
    const { length } = this.partitions;
    const batch: InHand[] = [];
    for (let turn = 0; turn < length && batch.length < maxPollRecords; turn++) {
      const number = this.partitions[(this.#nextPartition + turn) % length];
      if (number !== undefined) batch.push(...this.#fetchFrom(number, maxPollRecords - batch.length));
    }
    this.#nextPartition += 1;
    return batch;
  }

  #fetchFrom(number: number, max: number): readonly InHand[] {
    const { topic, partition } = this.#host.offsets.of(number);
    const position = this.#positions.get(number) ?? 0;
    const { from, records } = topic.fetch(partition, position, max);
    if (from > position) this.#skipped(number, position, from);
    this.#positions.set(number, from + records.length);
    return records.map((record) => ({ number, record }));
  }

  /** Retention has deleted what it wanted to read on with. */
  #skipped(number: number, position: number, from: number): void {
    const { context, meters, offsets } = this.#host;
    const { topic, partition } = offsets.of(number);
    meters.lost.add(from - position);
    context.tell("skipped", undefined, { code: "kafka.skipped", partition, count: from - position }, topic.id);
    offsets.handled(number, from - 1);
    offsets.commit(number, from);
  }

  #wait(): void {
    const { context, offsets } = this.#host;
    this.state = "polling";
    const address = { node: context.id, kind: DATA, ref: this.#ref };
    for (const number of this.partitions) {
      const { topic, partition } = offsets.of(number);
      topic.wait(partition, this.#positions.get(number) ?? 0, address);
    }
  }

  #stopWaiting(): void {
    if (this.state !== "polling") return;
    const { context, offsets } = this.#host;
    const address = { node: context.id, kind: DATA, ref: this.#ref };
    for (const topic of new Set(this.partitions.map((number) => offsets.of(number).topic))) topic.stopWaiting(address);
  }

  // --- working

  #finish(): void {
    const { commit } = this.#host.settings;
    const done = this.#work.finish();
    if (done === undefined) return;
    if (commit === "Each") this.#commitTo(done.number, done.record.offset + 1);
    if (this.#work.left.length > 0) {
      this.#work.work();
      return;
    }
    this.#work.end();
    this.state = "polling";
    if (commit === "Batch") this.#commit();
    this.#poll();
  }

  #watchUntil(timeMs: number): void {
    this.#isWatched = true;
    this.#host.context.atIdle(timeMs, WATCH, this.#ref);
  }

  /** Who has not polled for too long leaves the group, and works on. */
  #watch(): void {
    const { context, settings } = this.#host;
    this.#isWatched = false;
    if (this.state !== "working" || this.isFenced) return;
    const dueMs = this.#polledMs + settings.maxPollIntervalMs;
    if (dueMs > context.timeMs) this.#watchUntil(dueMs);
    else {
      this.isFenced = true;
      this.#host.leaves(this, "kafka.poll-interval");
    }
  }

  // --- committing

  /** All that it has read: nothing of it is in hand any more. */
  #commit(): void {
    this.#committedMs = this.#host.context.timeMs;
    for (const number of this.partitions) this.#commitTo(number, this.#positions.get(number) ?? 0);
  }

  #commitTo(number: number, offset: number): void {
    const { context, offsets, meters, isReachable } = this.#host;
    if (!isReachable || offset === offsets.committed(number)) return;
    if (this.isFenced) {
      const { topic, partition } = offsets.of(number);
      const why = { code: "kafka.commit-refused", member: this.number, partition };
      context.tell("commitRefused", undefined, why, topic.id);
      return;
    }
    offsets.commit(number, offset);
    meters.commits.add(1);
  }

  /** The client commits by itself, in a poll, once enough time has passed. */
  #autoCommit(): void {
    const { context, settings, offsets } = this.#host;
    if (settings.commit !== "Auto") return;
    const dueMs = this.#committedMs + settings.autoCommitMs;
    const isOpen = this.partitions.some((number) => offsets.committed(number) !== this.#positions.get(number));
    if (dueMs <= context.timeMs) this.#commit();
    else if (isOpen && !this.#isCommitPlanned) {
      this.#isCommitPlanned = true;
      this.at(dueMs, COMMIT);
    }
  }

  /** While it works, the next poll commits. */
  #commitDue(): void {
    this.#isCommitPlanned = false;
    if (this.state === "polling") this.#autoCommit();
  }

  // --- for checkpoints

  save(keeper: Keeper): SavedMember {
    return {
      number: this.number,
      state: this.state,
      isKnown: this.isKnown,
      isFenced: this.isFenced,
      partitions: this.partitions,
      work: this.#work.save(keeper),
      positions: [...this.#positions],
      given: this.#given ?? null,
      flags: [this.#mustJoin, this.#isDraining, this.#isWatched, this.#isCommitPlanned],
      life: this.#life,
      nextPartition: this.#nextPartition,
      polledMs: this.#polledMs,
      committedMs: this.#committedMs,
    };
  }

  restore(saved: SavedMember, finder: Finder): void {
    this.state = saved.state;
    this.isKnown = saved.isKnown;
    this.isFenced = saved.isFenced;
    this.partitions = saved.partitions;
    this.#work.restore(saved.work, finder);
    for (const [number, offset] of saved.positions) this.#positions.set(number, offset);
    this.#given = saved.given ?? undefined;
    [this.#mustJoin, this.#isDraining, this.#isWatched, this.#isCommitPlanned] = saved.flags;
    this.#life = saved.life;
    this.#nextPartition = saved.nextPartition;
    this.#polledMs = saved.polledMs;
    this.#committedMs = saved.committedMs;
  }
}

export interface SavedMember {
  readonly number: number;
  readonly state: MemberState;
  readonly isKnown: boolean;
  readonly isFenced: boolean;
  readonly partitions: readonly number[];
  readonly work: SavedWork;
  readonly positions: readonly (readonly [number: number, offset: number])[];
  readonly given: readonly number[] | null;
  readonly flags: readonly [mustJoin: boolean, isDraining: boolean, isWatched: boolean, isCommitPlanned: boolean];
  readonly life: number;
  readonly nextPartition: number;
  readonly polledMs: number;
  readonly committedMs: number;
}
