/**
 * Which partition a record goes to, as Kafka's default partitioner has it: by the hash of its key; without a key one
 * partition until a batch is full, then another one at random, so that batches are large and shares are even.
 * https://kafka.apache.org/documentation/#producerconfigs_partitioner.class
 */
import { KAFKA_BATCH_BYTES } from "../../limits.ts";
import type { Random } from "../../random.ts";
import { utf8Encode } from "../../text/utf8.ts";
import { murmur2 } from "./murmur2.ts";

/** As plain data: of each producer its partition, and the bytes that went there. */
export type PartitionerState = readonly (readonly [producer: string, partition: number, bytes: number])[];

interface Sticky {
  partition: number;
  bytes: number;
}

/** Keys that are remembered: hashing is most of the work, and keys come again. */
const MAX_REMEMBERED = 10_000;

export class Partitioner {
  readonly #partitions: number;
  readonly #random: Random;
  readonly #byProducer = new Map<string, Sticky>();
  readonly #byKey = new Map<string, number>();

  constructor(partitions: number, random: Random) {
    this.#partitions = partitions;
    this.#random = random;
  }

  /** `available`: whether a partition has a leader; records without a key avoid one that has none. */
  partitionOf(
    key: string | undefined,
    producer: string,
    bytes: number,
    available: (partition: number) => boolean,
  ): number {
    return key === undefined ? this.#sticky(producer, bytes, available) : this.#ofKey(key);
  }

  #ofKey(key: string): number {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const partition = (murmur2(utf8Encode(key)) & 0x7fff_ffff) % this.#partitions;
    if (this.#byKey.size < MAX_REMEMBERED) this.#byKey.set(key, partition);
    return partition;
  }

  #sticky(producer: string, bytes: number, available: (partition: number) => boolean): number {
    let sticky = this.#byProducer.get(producer);
    if (sticky === undefined || sticky.bytes >= KAFKA_BATCH_BYTES || !available(sticky.partition)) {
      sticky = { partition: this.#another(available), bytes: 0 };
      this.#byProducer.set(producer, sticky);
    }
    sticky.bytes += bytes;
    return sticky.partition;
  }

  #another(available: (partition: number) => boolean): number {
    const all = Array.from({ length: this.#partitions }, (_, partition) => partition);
    const up = all.filter(available);
    const among = up.length === 0 ? all : up;
    return among[Math.floor(this.#random.next() * among.length)] ?? 0;
  }

  save(): PartitionerState {
    return [...this.#byProducer].map(([producer, { partition, bytes }]) => [producer, partition, bytes]);
  }

  restore(state: PartitionerState): void {
    for (const [producer, partition, bytes] of state) this.#byProducer.set(producer, { partition, bytes });
  }
}
