/**
 * An enhanced fan-out consumer: has of each shard what it gives in a second for itself alone, and gets records by itself,
 * not by polling.
 * https://docs.aws.amazon.com/streams/latest/dev/enhanced-consumers.html
 */
import type { JsonObject } from "../../json.ts";
import { KINESIS_READ_BYTES_PER_SECOND } from "../../limits.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import type { Address, NodeContext, NodeSpec, NodeState, SimNode } from "../../sim/types.ts";
import { type Ports, portOf } from "../ports.ts";
import { SecondBudget, type SecondBudgetState } from "../shards/second-budget.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import type { ShardReading, ShardsPort, ShardView, StartingPosition } from "../shards/shards-port.ts";
import { noStream, streamNameOf } from "./errors.ts";
import type { Stream } from "./stream.ts";

/** "Typically" so long after a record was put, it is there. */
const PUSH_MS = 70;

export class StreamConsumer implements SimNode, ShardsPort {
  readonly ports: Partial<Ports> = { shards: this };
  readonly source = "kinesis";
  readonly pushMs = PUSH_MS;
  readonly pollMs = PUSH_MS;
  readonly streamArn: string;
  readonly #context: NodeContext;
  readonly #delivered;
  /** By shard. */
  readonly #budgets = new Map<number, SecondBudget>();

  constructor(context: NodeContext, { properties }: NodeSpec) {
    this.streamArn = String(properties.StreamARN ?? "");
    this.#context = context;
    this.#delivered = context.counter("delivered");
  }

  get #stream(): Stream | undefined {
    return portOf(this.#context, this.streamArn, "kinesis");
  }

  get shards(): readonly ShardView[] {
    return this.#stream?.shards ?? [];
  }

  shard(index: number): ShardView | undefined {
    return this.#stream?.shard(index);
  }

  children(shard: number): readonly number[] {
    return this.#stream?.children(shard) ?? [];
  }

  read(shard: number, position: number, max: number): ShardReading | Refusal {
    const bytes = this.#budget(shard);
    const reading = this.#stream?.readAs(shard, position, max, { bytes }) ?? noStream(streamNameOf(this.streamArn));
    if ("records" in reading) this.#delivered.add(reading.records.length);
    return reading;
  }

  #budget(shard: number): SecondBudget {
    let budget = this.#budgets.get(shard);
    if (budget === undefined) {
      budget = new SecondBudget(KINESIS_READ_BYTES_PER_SECOND);
      this.#budgets.set(shard, budget);
    }
    return budget;
  }

  wait(shard: number, address: Address): void {
    this.#stream?.wait(shard, address);
  }

  stopWaiting(address: Address): void {
    this.#stream?.stopWaiting(address);
  }

  positionOf(shard: number, start: StartingPosition): number {
    return this.#stream?.positionOf(shard, start) ?? 0;
  }

  arrivedMs(shard: number, position: number): number | undefined {
    return this.#stream?.arrivedMs(shard, position);
  }

  sequenceNumberOf(shard: number, record: ShardRecord): string {
    return this.#stream?.sequenceNumberOf(shard, record) ?? "";
  }

  eventOf(shard: number, record: ShardRecord): JsonObject {
    return this.#stream?.eventOf(shard, record) ?? {};
  }

  handle(): void {
    // Nothing falls due here: who reads is called by the stream.
  }

  view(): JsonObject {
    return { delivered: this.#delivered.total };
  }

  save(): SavedConsumer {
    return { budgets: Array.from(this.#budgets, ([shard, budget]) => [shard, budget.save()]) };
  }

  restore(saved: NodeState): void {
    const { budgets } = saved as SavedConsumer;
    for (const [shard, state] of budgets) this.#budget(shard).restore(state);
  }
}

interface SavedConsumer {
  readonly budgets: readonly (readonly [shard: number, state: SecondBudgetState])[];
}
