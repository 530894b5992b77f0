/**
 * Programs with the Kinesis Client Library: workers that share the shards of a stream by leases, write down how far they
 * are, and take over from each other when one dies. Children of a shard are begun when all of their parents are done.
 * https://docs.aws.amazon.com/streams/latest/dev/kcl.html
 */
import type { JsonObject } from "../../json.ts";
import type { Finder, Keeper, NodeContext, NodeSpec, NodeState, Reason, SimEvent, SimNode } from "../../sim/types.ts";
import { portOf } from "../ports.ts";
import { ShardTail } from "../shards/shard-tail.ts";
import type { ShardsPort } from "../shards/shards-port.ts";
import { groupMeters } from "./group-meters.ts";
import { type GroupSettings, groupSettingsOf } from "./group-settings.ts";
import { type Lease, LeaseTable, type SavedLease } from "./lease-table.ts";
import { type ConsumerHost, type SavedShardConsumer, ShardConsumer } from "./shard-consumer.ts";

/** Kinds of events. */
const TAIL = 0;
const DONE = 1;
const TAKE = 2;
const RENEW = 3;
const DEATH = 4;
const BACK = 5;
/** As TAKE, but only once. */
const LOOK = 6;

/** Leases are renewed thrice while they last, and looked for half as often as they last. */
const RENEWALS = 3;
const LIVES = 2 ** 20;

interface Worker {
  readonly number: number;
  isAlive: boolean;
  /** Goes up when it dies: its events no longer count. */
  life: number;
}

export class ConsumerGroup implements SimNode, ConsumerHost {
  readonly ports = {};
  readonly tailKind = TAIL;
  readonly doneKind = DONE;
  readonly context: NodeContext;
  readonly settings: GroupSettings;
  readonly meters;
  readonly #leases: LeaseTable;
  readonly #workers: Worker[];
  readonly #consumers = new Map<string, ShardConsumer>();
  /** By shard: the position behind the last record that was processed. */
  readonly #processed = new Map<number, number>();

  constructor(context: NodeContext, spec: NodeSpec) {
    this.context = context;
    this.settings = groupSettingsOf(spec);
    this.meters = groupMeters(context);
    this.#leases = new LeaseTable(this.settings.failoverMs);
    this.#workers = Array.from({ length: this.settings.desiredCount }, (_, number) => {
      return { number, isAlive: false, life: 0 };
    });
  }

  get source(): ShardsPort | undefined {
    return portOf(this.context, this.settings.streamArn, "shards");
  }

  start(): void {
    this.#findShards(this.settings.initialPosition);
    for (const worker of this.#workers) this.#begin(worker);
    for (const [index, { atMs, backMs }] of this.settings.deaths.entries()) {
      this.context.at(atMs, DEATH, index);
      if (backMs !== undefined) this.context.at(backMs, BACK, index);
    }
  }

  /** Leases for shards that have none, and whose parents are done or gone. */
  #findShards(from: "TRIM_HORIZON" | "LATEST"): void {
    const { source } = this;
    const listed = source?.shards ?? [];
    const there = new Set(listed.map(({ index }) => index));
    for (const { index, parents, isClosed } of listed) {
      if (this.#leases.get(index) !== undefined || (from === "LATEST" && isClosed)) continue;
      const isReady = from === "LATEST" || parents.every((parent) => this.#isDone(parent, there));
      if (isReady) this.#leases.add(index, source?.positionOf(index, { type: from }) ?? 0);
    }
    for (const { shard } of this.#leases.all) if (!there.has(shard)) this.#leases.remove(shard);
  }

  #isDone(shard: number, there: ReadonlySet<number>): boolean {
    const lease = this.#leases.get(shard);
    return lease === undefined ? !there.has(shard) : lease.isEnded;
  }

  // --- workers

  #begin(worker: Worker): void {
    worker.isAlive = true;
    this.#countWorkers();
    // They do not come to look at the same moment.
    const apartMs = (this.#takeMs * worker.number) / this.#workers.length;
    this.context.at(this.context.timeMs, TAKE, refOf(worker));
    this.context.atIdle(this.context.timeMs + this.#renewMs + apartMs / RENEWALS, RENEW, refOf(worker));
  }

  #countWorkers(): void {
    this.meters.workers.set(this.#workers.filter(({ isAlive }) => isAlive).length);
  }

  get #renewMs(): number {
    return this.settings.failoverMs / RENEWALS;
  }

  get #takeMs(): number {
    return this.settings.failoverMs * 2;
  }

  #take(worker: Worker): void {
    const { context, meters } = this;
    this.#findShards("TRIM_HORIZON");
    const { taken, isStolen } = this.#leases.take(ownerOf(worker), context.timeMs, context.random);
    for (const lease of taken) {
      meters[isStolen ? "leasesStolen" : "leasesTaken"].add(1);
      context.tell("leased", undefined, {
        code: isStolen ? "kcl.stolen" : "kcl.taken",
        worker: worker.number + 1,
        shard: lease.shard,
        position: lease.checkpoint,
      });
      this.#work(worker, lease);
    }
  }

  #work(worker: Worker, lease: Lease): void {
    const consumer = new ShardConsumer(this, worker.number, lease);
    this.#consumers.set(keyOf(consumer), consumer);
    consumer.run();
    this.progressed();
  }

  /** Renews what is its own, and gives up what is not any more. */
  #renew(worker: Worker): void {
    const { context } = this;
    context.atIdle(context.timeMs + this.#renewMs, RENEW, refOf(worker));
    this.#leases.renew(ownerOf(worker), context.timeMs);
    for (const consumer of this.#of(worker)) if (this.leaseOf(consumer) === undefined) consumer.lose();
  }

  #of(worker: Worker): readonly ShardConsumer[] {
    return [...this.#consumers.values()].filter((consumer) => consumer.worker === worker.number);
  }

  #die(worker: Worker, reason: Reason): void {
    if (!worker.isAlive) return;
    worker.isAlive = false;
    worker.life = (worker.life + 1) % LIVES;
    for (const consumer of this.#of(worker)) {
      consumer.stop(reason);
      this.stopped(consumer);
    }
    this.#countWorkers();
    this.context.tell("workerDied", undefined, reason);
  }

  faultChanged(): void {
    const { outage } = this.context.faults;
    for (const worker of this.#workers) {
      if (outage) this.#die(worker, { code: "kcl.died", worker: worker.number + 1 });
      else if (!worker.isAlive) this.#begin(worker);
    }
  }

  // --- for consumers

  leaseOf({ shard, worker, counter }: ShardConsumer): Lease | undefined {
    return this.#leases.held(shard, ownerOf(this.#workers[worker] as Worker), counter);
  }

  isFirst(shard: number, position: number): boolean {
    const isFirst = position >= (this.#processed.get(shard) ?? 0);
    if (isFirst) this.#processed.set(shard, position + 1);
    return isFirst;
  }

  stopped(consumer: ShardConsumer): void {
    this.#consumers.delete(keyOf(consumer));
    const lease = this.#leases.get(consumer.shard);
    if (lease?.isEnded !== true) return;
    // Whoever has ended a shard makes the leases of its children, and takes some.
    this.context.at(this.context.timeMs, LOOK, refOf(this.#workers[consumer.worker] as Worker));
  }

  progressed(): void {
    const { source } = this;
    let oldestMs: number | undefined;
    for (const { shard, checkpoint, isEnded, owner } of this.#leases.all) {
      if (isEnded) continue;
      const position = this.#consumerOf(owner, shard)?.position ?? checkpoint;
      const timeMs = source?.arrivedMs(shard, position);
      if (timeMs !== undefined && (oldestMs === undefined || timeMs < oldestMs)) oldestMs = timeMs;
    }
    this.meters.iteratorAgeMs.since(oldestMs);
  }

  #consumerOf(owner: number | undefined, shard: number): ShardConsumer | undefined {
    return owner === undefined ? undefined : this.#consumers.get(`${owner % MAX_WORKERS} ${shard}`);
  }

  missed(shard: number, count: number): void {
    this.meters.lost.add(count);
    this.context.tell("lost", undefined, { code: "shards.missed", count, shard });
  }

  refused(shard: number, refusal: string): void {
    this.meters.refused.add(1);
    this.context.tell("pollRefused", undefined, { code: "shards.read-refused", shard, refusal });
  }

  // --- for the kernel

  handle({ kind, ref }: SimEvent): void {
    if (kind === TAIL) {
      const { lane, shard } = ShardTail.addresseeOf(ref);
      this.#consumers.get(`${lane} ${shard}`)?.handleTail(ref);
    } else if (kind === DONE) {
      const { worker, shard } = ShardConsumer.addresseeOf(ref);
      this.#consumers.get(`${worker} ${shard}`)?.handleDone(ref);
    } else if (kind === DEATH || kind === BACK) this.#planned(kind, ref);
    else {
      const worker = this.#workers[Math.floor(ref / LIVES)];
      if (worker === undefined || refOf(worker) !== ref || !worker.isAlive) return;
      if (kind === RENEW) this.#renew(worker);
      else this.#take(worker);
      if (kind === TAKE) this.context.atIdle(this.context.timeMs + this.#takeMs, TAKE, ref);
    }
  }

  #planned(kind: number, index: number): void {
    const number = (this.settings.deaths[index]?.worker ?? 0) - 1;
    const worker = this.#workers[number];
    if (worker === undefined) return;
    if (kind === DEATH) this.#die(worker, { code: "kcl.died", worker: number + 1 });
    else if (!worker.isAlive && !this.context.faults.outage) this.#begin(worker);
  }

  /** While something is unread, or a shard is to be ended, before its children begin, by a worker that is still there. */
  isBusy(): boolean {
    const isAnyAlive = this.#workers.some(({ isAlive }) => isAlive);
    if (!isAnyAlive) return false;
    const { source } = this;
    return this.#leases.all.some(({ shard, checkpoint, isEnded, owner }) => {
      if (isEnded) return false;
      const consumer = this.#consumerOf(owner, shard);
      if (consumer !== undefined) return consumer.isBusy;
      return source?.arrivedMs(shard, checkpoint) !== undefined || source?.shard(shard)?.isClosed === true;
    });
  }

  view(): JsonObject {
    const workers = this.#workers.map((worker) => {
      return {
        state: worker.isAlive ? "running" : "dead",
        shards: this.#leases.ownedBy(ownerOf(worker)).map(({ shard }) => shard),
      };
    });
    const leases = this.#leases.all.map(({ shard, owner, checkpoint, isEnded }) => {
      return { shard, worker: owner === undefined ? null : (owner % MAX_WORKERS) + 1, checkpoint, ended: isEnded };
    });
    return { workers, leases };
  }

  save(keeper: Keeper): SavedConsumerGroup {
    return {
      leases: this.#leases.save(),
      workers: this.#workers.map(({ isAlive, life }) => [isAlive, life]),
      consumers: [...this.#consumers.values()].map((consumer) => consumer.save(keeper)),
      processed: [...this.#processed],
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { leases, workers, consumers, processed } = saved as SavedConsumerGroup;
    this.#leases.restore(leases);
    for (const [index, [isAlive, life]] of workers.entries()) {
      const worker = this.#workers[index] as Worker;
      worker.isAlive = isAlive;
      worker.life = life;
    }
    for (const each of consumers) {
      const { worker, counter, tail } = each;
      const lease = this.#leases.get(tail.shard) as Lease;
      const consumer = new ShardConsumer(this, worker, { ...lease, counter });
      consumer.restore(each, finder);
      this.#consumers.set(keyOf(consumer), consumer);
    }
    for (const [shard, position] of processed) this.#processed.set(shard, position);
  }
}

interface SavedConsumerGroup {
  readonly leases: readonly SavedLease[];
  readonly workers: readonly (readonly [isAlive: boolean, life: number])[];
  readonly consumers: readonly SavedShardConsumer[];
  readonly processed: readonly (readonly [shard: number, position: number])[];
}

function keyOf({ worker, shard }: ShardConsumer): string {
  return `${worker} ${shard}`;
}

function refOf({ number, life }: Worker): number {
  return number * LIVES + life;
}

/** Workers of a group: what tails of one shard are told apart by. */
const MAX_WORKERS = 1_000;

/** Who a lease belongs to: a worker that has come back is another one. */
function ownerOf({ number, life }: Worker): number {
  return life * MAX_WORKERS + number;
}
