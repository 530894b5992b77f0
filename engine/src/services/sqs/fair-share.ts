/**
 * Fair queues: in a standard queue the message group id names a tenant, and a tenant that takes up the consumers makes
 * the others wait no longer. Messages of quiet tenants come first; of the noisy ones, that which has fewest in flight.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
 */
import type { JsonObject } from "../../json.ts";
import { FAIR_FORGET_MS, FAIR_MIN_IN_FLIGHT, FAIR_NOISY_SHARE } from "../../limits.ts";
import { TimerHeap } from "../../sim/timer-heap.ts";
import type { Gauge, NodeContext } from "../../sim/types.ts";
import { isNotVisible, numberOf, type StoredMessage, type Visibility } from "./stored-message.ts";

/** Of the consumers' time, what lies so far back counts half; AWS does not say how it weighs. */
const HALF_LIFE_MS = 60_000;

/** Less of the consumers' time does not tell who takes it up: the first messages of all would. */
const TELLING_MS = 10_000;

/** With so many tenants, those of no account are let go. */
const MANY_TENANTS = 1_024;
/** Below this share of the consumers' time a tenant without messages is of no account. */
const NEGLIGIBLE_SHARE = 0.01;

/** More than a person can look at. */
const MAX_SHOWN = 50;

interface Tenant {
  readonly id: string;
  inFlight: number;
  /** Visible or delayed. */
  waiting: number;
  lastSentMs: number;
  /** The latest of its messages that has been received. */
  lastFirst: number;
  readonly used: DecayingSum;
  isNoisy: boolean;
  /** Visible messages of a noisy tenant, by their places. */
  readonly held: TimerHeap<StoredMessage>;
}

/** Of all messages of the queue, also those without a group: each of them is a tenant of its own. */
export interface QueueCounts {
  inFlight: number;
  ungrouped: number;
}

/** A sum in which what is added counts less as time goes by. */
class DecayingSum {
  #value = 0;
  #atMs = 0;

  add(nowMs: number, value: number): void {
    this.#value = this.at(nowMs) + value;
    this.#atMs = nowMs;
  }

  at(nowMs: number): number {
    return this.#value === 0 ? 0 : this.#value * 2 ** ((this.#atMs - nowMs) / HALF_LIFE_MS);
  }

  save(): readonly [number, number] {
    return [this.#value, this.#atMs];
  }

  restore([value, atMs]: readonly [number, number]): void {
    this.#value = value;
    this.#atMs = atMs;
  }
}

export class FairShare {
  readonly #context: NodeContext;
  readonly #tenants = new Map<string, Tenant>();
  readonly #noisy = new Set<Tenant>();
  readonly #noisyGroups: Gauge;
  readonly #queue: QueueCounts;
  readonly #used = new DecayingSum();
  #letGoAt = MANY_TENANTS;
  /** Where the messages of a tenant go that is noisy no longer. */
  readonly #release: (stored: StoredMessage) => void;

  constructor(context: NodeContext, queue: QueueCounts, release: (stored: StoredMessage) => void) {
    this.#context = context;
    this.#queue = queue;
    this.#release = release;
    this.#noisyGroups = context.gauge("noisyGroups");
  }

  #tenantOf({ groupId }: StoredMessage): Tenant | undefined {
    return groupId === undefined ? undefined : this.#tenants.get(groupId);
  }

  #newTenant(id: string): Tenant {
    if (this.#tenants.size >= this.#letGoAt) this.#letGo();
    const tenant: Tenant = {
      id,
      inFlight: 0,
      waiting: 0,
      lastSentMs: 0,
      lastFirst: 0,
      used: new DecayingSum(),
      isNoisy: false,
      held: new TimerHeap<StoredMessage>(isNotVisible, numberOf),
    };
    this.#tenants.set(id, tenant);
    return tenant;
  }

  #letGo(): void {
    const { timeMs } = this.#context;
    const negligible = NEGLIGIBLE_SHARE * this.#used.at(timeMs);
    for (const [id, { inFlight, waiting, isNoisy, used }] of this.#tenants) {
      if (inFlight + waiting === 0 && !isNoisy && used.at(timeMs) <= negligible) this.#tenants.delete(id);
    }
    this.#letGoAt = Math.max(MANY_TENANTS, 2 * this.#tenants.size);
  }

  /** A message that the queue has, whatever it is by now. */
  arrived(stored: StoredMessage): void {
    const { groupId, visibility } = stored;
    if (groupId === undefined) return;
    const tenant = this.#tenants.get(groupId) ?? this.#newTenant(groupId);
    tenant.lastSentMs = this.#context.timeMs;
    if (visibility === "inFlight") tenant.inFlight += 1;
    else tenant.waiting += 1;
  }

  /** Before a message is chosen: tenants that have been silent for long are quiet again. */
  settle(): void {
    for (const tenant of this.#noisy) {
      if (this.#context.timeMs - tenant.lastSentMs >= FAIR_FORGET_MS) this.#becomeQuiet(tenant);
    }
  }

  /** Whether a message has to wait for those of quiet tenants; then it is kept here. */
  holds(stored: StoredMessage): boolean {
    const tenant = this.#tenantOf(stored);
    if (tenant?.isNoisy !== true) return false;
    tenant.held.set(stored.place, stored);
    return true;
  }

  /** As `Order.taken`. */
  taken(stored: StoredMessage): number | undefined {
    const tenant = this.#tenantOf(stored);
    if (tenant === undefined) return undefined;
    tenant.waiting -= 1;
    tenant.inFlight += 1;
    this.#judge(tenant);
    if (stored.receiveCount > 1) return undefined;
    if (stored.number < tenant.lastFirst) return tenant.lastFirst;
    tenant.lastFirst = stored.number;
    return undefined;
  }

  /** In flight no longer: it is visible again. */
  returned(stored: StoredMessage): void {
    const tenant = this.#leftFlight(stored);
    if (tenant !== undefined) tenant.waiting += 1;
  }

  left(stored: StoredMessage, was: Visibility): void {
    if (was === "inFlight") {
      this.#leftFlight(stored);
      return;
    }
    const tenant = this.#tenantOf(stored);
    if (tenant !== undefined) tenant.waiting -= 1;
  }

  #leftFlight(stored: StoredMessage): Tenant | undefined {
    const { timeMs } = this.#context;
    const spentMs = timeMs - stored.receivedMs;
    this.#used.add(timeMs, spentMs);
    const tenant = this.#tenantOf(stored);
    if (tenant === undefined) return undefined;
    tenant.inFlight -= 1;
    tenant.used.add(timeMs, spentMs);
    this.#judge(tenant);
    return tenant;
  }

  #judge(tenant: Tenant): void {
    const { timeMs } = this.#context;
    if (tenant.isNoisy) {
      if (tenant.waiting === 0) this.#becomeQuiet(tenant);
      return;
    }
    const usedMs = this.#used.at(timeMs);
    const isMany = tenant.inFlight >= FAIR_MIN_IN_FLIGHT && tenant.inFlight > FAIR_NOISY_SHARE * this.#queue.inFlight;
    const isLong = usedMs >= TELLING_MS && tenant.used.at(timeMs) > FAIR_NOISY_SHARE * usedMs;
    const isAlone = this.#tenants.size === 1 && this.#queue.ungrouped === 0;
    if ((!isMany && !isLong) || tenant.waiting === 0 || isAlone) return;
    tenant.isNoisy = true;
    this.#noisy.add(tenant);
    this.#noisyGroups.set(this.#noisy.size);
    const { id, inFlight } = tenant;
    const share = isMany ? inFlight / this.#queue.inFlight : tenant.used.at(timeMs) / usedMs;
    const code = isMany ? "sqs.noisy-in-flight" : "sqs.noisy-time";
    this.#context.tell("noisy", undefined, { code, group: id, inFlight, share });
  }

  #becomeQuiet(tenant: Tenant): void {
    tenant.isNoisy = false;
    this.#noisy.delete(tenant);
    this.#noisyGroups.set(this.#noisy.size);
    const code = tenant.waiting === 0 ? "sqs.quiet-drained" : "sqs.quiet-silent";
    this.#context.tell("quiet", undefined, { code, group: tenant.id });
    const { held } = tenant;
    for (let stored = held.take(Number.MAX_VALUE); stored !== undefined; stored = held.take(Number.MAX_VALUE)) {
      this.#release(stored);
    }
  }

  hasNext(): boolean {
    for (const { held } of this.#noisy) if (held.nextMs < Number.POSITIVE_INFINITY) return true;
    return false;
  }

  /** Of the noisy tenants: the one that has fewest in flight, then the oldest message. */
  next(): StoredMessage | undefined {
    let best: Tenant | undefined;
    for (const tenant of this.#noisy) {
      if (tenant.held.nextMs === Number.POSITIVE_INFINITY) continue;
      const isBetter =
        best === undefined ||
        tenant.inFlight < best.inFlight ||
        (tenant.inFlight === best.inFlight && tenant.held.nextMs < best.held.nextMs);
      if (isBetter) best = tenant;
    }
    return best?.held.take(Number.MAX_VALUE);
  }

  view(): JsonObject {
    const tenants = [...this.#tenants.values()].sort((a, b) => b.inFlight - a.inFlight || (a.id < b.id ? -1 : 1));
    return {
      tenants: tenants.slice(0, MAX_SHOWN).map(({ id, inFlight, waiting, isNoisy }) => {
        return { id, inFlight, waiting, isNoisy };
      }),
    };
  }

  save(): JsonObject {
    const tenants = [...this.#tenants.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      used: this.#used.save(),
      letGoAt: this.#letGoAt,
      noisy: [...this.#noisy].map(({ id }) => id),
      tenants: tenants.map(({ id, lastSentMs, lastFirst, used }) => [id, lastSentMs, lastFirst, ...used.save()]),
    };
  }

  /** `arrived` has been told of every message; the gauge has been restored by the kernel. */
  restore(state: JsonObject): void {
    const { used, letGoAt, noisy, tenants } = state as unknown as SavedShare;
    this.#used.restore(used);
    for (const [id, lastSentMs, lastFirst, ...own] of tenants) {
      const tenant = this.#tenants.get(id) ?? this.#newTenant(id);
      tenant.lastSentMs = lastSentMs;
      tenant.lastFirst = lastFirst;
      tenant.used.restore(own);
    }
    this.#letGoAt = letGoAt;
    for (const id of noisy) {
      const tenant = this.#tenants.get(id) as Tenant;
      tenant.isNoisy = true;
      this.#noisy.add(tenant);
    }
  }
}

interface SavedShare {
  readonly used: readonly [number, number];
  readonly letGoAt: number;
  readonly noisy: readonly string[];
  readonly tenants: readonly (readonly [string, number, number, number, number])[];
}
