/**
 * How many calls a queue takes: standard queues nearly any number, FIFO queues so many a second of each API action, in
 * high throughput mode so many for each message group.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html
 */
import type { JsonValue } from "../../json.ts";
import { FIFO_CALLS_PER_SECOND, HIGH_THROUGHPUT_CALLS_PER_SECOND } from "../../limits.ts";
import { TokenBucket, type TokenBucketState } from "../../sim/token-bucket.ts";
import type { QueueSettings } from "./attributes.ts";

/** Each has a limit of its own. */
export type ThrottledAction = "send" | "receive" | "delete";

/** With so many buckets of groups, those that are full again are let go. */
const MANY_BUCKETS = 1_024;

export class Throughput {
  readonly #perAction = new Map<ThrottledAction, TokenBucket>();
  readonly #perGroup = new Map<string, TokenBucket>();
  #isHigh = false;
  #letGoAt = MANY_BUCKETS;

  constructor(settings: QueueSettings) {
    this.set(settings);
  }

  /** The queue's attributes have changed. */
  set({ isFifo, fifoThroughputLimit }: QueueSettings): void {
    this.#isHigh = fifoThroughputLimit === "perMessageGroupId";
    this.#perAction.clear();
    if (!isFifo) return;
    const perSecond = this.#isHigh ? HIGH_THROUGHPUT_CALLS_PER_SECOND : FIFO_CALLS_PER_SECOND;
    for (const action of ["send", "receive", "delete"] as const) {
      this.#perAction.set(action, new TokenBucket(perSecond));
    }
  }

  /** One call. False: it is one too many. `groupId`: of the messages that it sends. */
  take(action: ThrottledAction, nowMs: number, groupId?: string): boolean {
    const bucket = this.#perAction.get(action);
    if (bucket === undefined) return true;
    if (this.#isHigh && groupId !== undefined && !this.#groupBucket(groupId, nowMs).take(nowMs)) return false;
    return bucket.take(nowMs);
  }

  #groupBucket(groupId: string, nowMs: number): TokenBucket {
    const known = this.#perGroup.get(groupId);
    if (known !== undefined) return known;
    if (this.#perGroup.size >= this.#letGoAt) this.#letGo(nowMs);
    const bucket = new TokenBucket(FIFO_CALLS_PER_SECOND);
    this.#perGroup.set(groupId, bucket);
    return bucket;
  }

  /** A bucket that was not touched for a second is full, as a new one is. */
  #letGo(nowMs: number): void {
    for (const [groupId, bucket] of this.#perGroup)
      if (bucket.save()[1] <= nowMs - 1_000) this.#perGroup.delete(groupId);
    this.#letGoAt = Math.max(MANY_BUCKETS, 2 * this.#perGroup.size);
  }

  save(): JsonValue {
    const perAction = [...this.#perAction].map(([action, bucket]) => [action, ...bucket.save()]);
    const perGroup = [...this.#perGroup].map(([groupId, bucket]) => [groupId, ...bucket.save()]);
    return { perAction, perGroup };
  }

  restore(state: JsonValue): void {
    const { perAction, perGroup } = state as unknown as SavedThroughput;
    for (const [action, ...bucket] of perAction) this.#perAction.get(action)?.restore(bucket);
    for (const [groupId, ...bucket] of perGroup) this.#groupBucket(groupId, 0).restore(bucket);
  }
}

interface SavedThroughput {
  readonly perAction: readonly (readonly [ThrottledAction, ...TokenBucketState])[];
  readonly perGroup: readonly (readonly [string, ...TokenBucketState])[];
}
