/**
 * What must hold of topics, subscriptions, functions and mappings, seen from outside: by what is told of each message, and
 * by what was counted.
 */
import { isObject, type JsonObject } from "../../../../engine/src/json.ts";
import type { Metrics } from "../../../../engine/src/sim/metrics.ts";
import type { FlowRecord, Message, NodeSpec } from "../../../../engine/src/sim/types.ts";

/** Watches a simulation while it runs; `wrong` is the first thing that does not hold. */
export class FlowOracle {
  wrong: string | undefined;
  readonly #specs: ReadonlyMap<string, NodeSpec>;
  /** By FIFO queue and message group of the topic: the last message of the topic that came. */
  readonly #last = new Map<string, number>();
  #message: Message | undefined;

  constructor(specs: readonly NodeSpec[]) {
    this.#specs = new Map(specs.map((spec) => [spec.id, spec]));
  }

  watch(timeMs: number, node: string, what: string, message: Message): void {
    const spec = this.#specs.get(node);
    if (spec?.type === "AWS::SNS::Subscription") this.#judgeFilter(timeMs, spec, what, message);
    this.#message = message;
  }

  /** A filter of one key, judged anew from the message. */
  #judgeFilter(timeMs: number, { id, properties }: NodeSpec, what: string, message: Message): void {
    if (what !== "filtered" && what !== "delivered") return;
    const { FilterPolicy: policy, FilterPolicyScope: scope } = properties;
    const taken = isObject(policy) ? (policy.kind as readonly string[]) : undefined;
    const { kind } = message.attributes ?? {};
    const ofAttributes = kind !== undefined && "StringValue" in kind ? kind.StringValue : "";
    const value = scope === "MessageBody" ? String((JSON.parse(message.body) as JsonObject).kind) : ofAttributes;
    const passes = taken === undefined || taken.includes(value);
    if (passes !== (what === "delivered"))
      this.wrong ??= `at ${timeMs} ms ${id} ${what} m${message.number}, whose kind is ${value}`;
  }

  /**
   * Comes right behind `watch`, with what is told of the arrival: its group. What a FIFO topic gives to a FIFO queue comes in
   * the order of publishing, group by group.
   */
  onRecord({ timeMs, node, what, why }: FlowRecord): void {
    const { cause } = this.#message ?? {};
    if (what !== "arrived" || why?.group === undefined || cause?.madeBy !== "Events" || !isSubscribed(node)) return;
    const key = `${node} ${why.group}`;
    const before = this.#last.get(key) ?? 0;
    if (cause.number <= before)
      this.wrong ??= `at ${timeMs} ms m${cause.number} came to ${node} behind m${before}, of group ${why.group}`;
    this.#last.set(key, cause.number);
  }
}

/** Dead letters come in any order. */
function isSubscribed(node: string): boolean {
  return node.startsWith("Queue") && node.endsWith(".fifo");
}

/** What must add up at the end. `pending`: deliveries of a subscription that are still to be made. */
export function wrongTotals(
  specs: readonly NodeSpec[],
  metrics: Metrics,
  records: readonly FlowRecord[],
  pending: (id: string) => number,
): string | undefined {
  const total = (id: string, name: string): number => {
    const metric = metrics[id]?.[name];
    return metric?.kind === "counter" ? metric.total : 0;
  };
  const most = (id: string, name: string): number => {
    const metric = metrics[id]?.[name];
    return metric?.kind === "gauge" ? metric.max : 0;
  };
  for (const { id, type, properties } of specs) {
    if (type === "AWS::SNS::Subscription") {
      const ends = total(id, "delivered") + total(id, "filtered") + total(id, "failed") + pending(id);
      if (ends !== total("Events", "published"))
        return `${id} knows of ${ends} messages of ${total("Events", "published")}`;
      const kept = total(id, "deadLettered") + total(id, "lost");
      if (kept !== total(id, "failed")) return `${id} gave up ${total(id, "failed")} times, for ${kept} messages`;
    }
    if (type === "AWS::Lambda::Function") {
      const reserved = properties.ReservedConcurrentExecutions;
      const busy = most(id, "concurrency");
      if (typeof reserved === "number" && busy > reserved) return `${id} ran ${busy} times at once, of ${reserved}`;
      const wrong = wrongRetries(id, properties, records);
      if (wrong !== undefined) return wrong;
    }
    if (type === "AWS::Lambda::EventSourceMapping") {
      const { MaximumConcurrency: limit } = (properties.ScalingConfig ?? {}) as JsonObject;
      if (typeof limit === "number" && most(id, "batches") > limit)
        return `${id} has ${most(id, "batches")} batches of ${limit}`;
    }
  }
  return undefined;
}

/** An event that fails is invoked again as often as its configuration says, and not once more. */
function wrongRetries(
  id: string,
  { EventInvokeConfigs }: JsonObject,
  records: readonly FlowRecord[],
): string | undefined {
  const [config] = Array.isArray(EventInvokeConfigs) ? EventInvokeConfigs : [];
  const allowed = isObject(config) ? Number(config.MaximumRetryAttempts) : 2;
  const retries = new Map<number, number>();
  for (const { node, what, message = 0, why } of records) {
    if (node !== id || what !== "retried" || why?.code !== "lambda.retried") continue;
    retries.set(message, (retries.get(message) ?? 0) + 1);
  }
  for (const [message, count] of retries)
    if (count > allowed) return `${id} retried m${message} ${count} times of ${allowed}`;
  return undefined;
}
