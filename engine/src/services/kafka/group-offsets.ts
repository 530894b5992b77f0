/**
 * What a group has read: of each partition the committed offset, from which whoever gets the partition next goes on, and
 * how much is still to be read. Partitions of all topics are numbered through.
 * https://kafka.apache.org/documentation/#impl_offsettracking
 */
import type { Age, Gauge, NodeContext } from "../../sim/types.ts";
import type { KafkaTopicPort, TopicWatcher } from "./ports.ts";

export interface TopicPartition {
  readonly topic: KafkaTopicPort;
  readonly partition: number;
}

/** The meters that follow what is still to be read. */
export interface LagMeters {
  readonly lag: Gauge;
  readonly lagMs: Age;
}

export class GroupOffsets implements TopicWatcher {
  readonly partitions: readonly TopicPartition[];
  /** The numbers of each topic's partitions. */
  readonly byTopic: readonly (readonly number[])[];
  readonly #context: NodeContext;
  readonly #meters: LagMeters;
  readonly #onBack: (number: number, offset: number) => void;
  readonly #first = new Map<KafkaTopicPort, number>();
  readonly #committed: (number | undefined)[];
  /** What lies before this has been handled at least once. */
  readonly #handledTo: number[];
  /** The offset after the last that was appended. */
  readonly #ends: number[];
  #lag = 0;

  /** `onBack` is told where reading has to go on before what was read already. */
  constructor(
    context: NodeContext,
    topics: readonly KafkaTopicPort[],
    meters: LagMeters,
    onBack: (number: number, offset: number) => void,
  ) {
    this.#context = context;
    this.#meters = meters;
    this.#onBack = onBack;
    const partitions: TopicPartition[] = [];
    this.byTopic = topics.map((topic) => {
      this.#first.set(topic, partitions.length);
      topic.watch(this);
      return Array.from({ length: topic.settings.partitions }, (_, partition) => {
        return partitions.push({ topic, partition }) - 1;
      });
    });
    this.partitions = partitions;
    this.#committed = partitions.map(() => undefined);
    this.#handledTo = partitions.map(() => 0);
    this.#ends = partitions.map(() => 0);
  }

  get lag(): number {
    return this.#lag;
  }

  of(number: number): TopicPartition {
    const found = this.partitions[number];
    if (found === undefined) throw new Error(`${this.#context.id} reads no partition ${number}`);
    return found;
  }

  committed(number: number): number | undefined {
    return this.#committed[number];
  }

  handledTo(number: number): number {
    return this.#handledTo[number] ?? 0;
  }

  appended(topic: KafkaTopicPort, partition: number, offset: number): void {
    const number = (this.#first.get(topic) ?? 0) + partition;
    const before = this.#open(number);
    this.#ends[number] = offset + 1;
    this.#lag += this.#open(number) - before;
    this.#meters.lag.set(this.#lag);
    if (before === 0) this.#measureAge();
  }

  /** Records of a partition that are not committed. */
  #open(number: number): number {
    const committed = this.#committed[number];
    return committed === undefined ? 0 : Math.max(0, (this.#ends[number] ?? 0) - committed);
  }

  #measureAge(): void {
    let oldestMs: number | undefined;
    for (const [number, { topic, partition }] of this.partitions.entries()) {
      if (this.#open(number) === 0) continue;
      const timeMs = topic.timeOf(partition, Math.max(this.#committed[number] ?? 0, topic.earliest(partition)));
      if (timeMs !== undefined && (oldestMs === undefined || timeMs < oldestMs)) oldestMs = timeMs;
    }
    this.#meters.lagMs.since(oldestMs);
  }

  /** False where it was handled before: it is done once more than needed. */
  handled(number: number, offset: number): boolean {
    if (offset < this.handledTo(number)) return false;
    this.#handledTo[number] = offset + 1;
    return true;
  }

  /** What lies before an offset is done with. Committed offsets never go back. */
  commit(number: number, offset: number): void {
    const before = this.#committed[number];
    if (before !== undefined && offset < before) {
      this.#context.violated("commits", `partition ${number} would go back from ${before} to ${offset}`);
    }
    if (before !== offset) this.#set(number, offset);
  }

  #set(number: number, committed: number): void {
    const open = this.#open(number);
    this.#committed[number] = committed;
    this.#lag += this.#open(number) - open;
    this.#meters.lag.set(this.#lag);
    this.#measureAge();
  }

  /** Records went with a broker. Others will have their offsets, so that what was read of them does not count. */
  truncated(topic: KafkaTopicPort, partition: number, end: number): void {
    const number = (this.#first.get(topic) ?? 0) + partition;
    const open = this.#open(number);
    this.#ends[number] = end;
    this.#lag += this.#open(number) - open;
    this.#handledTo[number] = Math.min(this.handledTo(number), end);
    const committed = this.#committed[number];
    this.#set(number, committed === undefined ? end : Math.min(committed, end));
    this.#onBack(number, end);
  }

  save(): SavedOffsets {
    return {
      committed: this.#committed.map((offset) => offset ?? null),
      handledTo: [...this.#handledTo],
      ends: [...this.#ends],
    };
  }

  restore({ committed, handledTo, ends }: SavedOffsets): void {
    for (const number of this.partitions.keys()) {
      this.#committed[number] = committed[number] ?? undefined;
      this.#handledTo[number] = handledTo[number] ?? 0;
      this.#ends[number] = ends[number] ?? 0;
      this.#lag += this.#open(number);
    }
  }
}

export interface SavedOffsets {
  readonly committed: readonly (number | null)[];
  readonly handledTo: readonly number[];
  readonly ends: readonly number[];
}
