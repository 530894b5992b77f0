/**
 * A rule of EventBridge: takes the events of its bus that match its pattern, or makes events by its schedule, and hands
 * each to its targets.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html
 */
import { type JsonObject, objectsIn } from "../../json.ts";
import { compilePattern } from "../../patterns/compile.ts";
import type { CompiledPattern } from "../../patterns/types.ts";
import { isRejection, readScheduleExpression, type ScheduleExpression } from "../../schedules/expression.ts";
import { nextDueMs } from "../../schedules/recurrence.ts";
import type { Finder, Keeper, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { Deliveries, type SavedDeliveries } from "../deliveries.ts";
import { deliveryMeters } from "../delivery-meters.ts";
import type { Ports } from "../ports.ts";
import { INVALID_JSON } from "../target-errors.ts";
import { type BusListener, busOf } from "./bus.ts";
import { ACCOUNT, BusEvent, eventTime, REGION } from "./event.ts";
import { type RuleTarget, ruleTargetOf } from "./rule-target.ts";

/** Its schedule is due. What is more is the number of a target, from 1: a retry falls due. */
const DUE = 0;

export class Rule implements SimNode {
  readonly ports: Partial<Ports> = {};
  readonly #arn: string;
  readonly #pattern: CompiledPattern | undefined;
  readonly #context: NodeContext;
  readonly #busName: string;
  readonly #schedule: ScheduleExpression | undefined;
  readonly #targets: readonly { readonly target: RuleTarget; readonly deliveries: Deliveries }[];
  readonly #matched;

  constructor(context: NodeContext, { arn, properties }: NodeSpec) {
    const { EventBusName, EventPattern, ScheduleExpression: expression, State, Targets } = properties;
    const isEnabled = State !== "DISABLED";
    const schedule = typeof expression === "string" ? readScheduleExpression(expression, "events") : undefined;
    const meters = deliveryMeters(context);
    const names = ruleNamesOf(arn, EventBusName);
    this.#arn = names.ruleArn;
    this.#pattern = EventPattern === undefined || !isEnabled ? undefined : compilePattern(EventPattern, "eventbridge");
    this.#context = context;
    this.#busName = String(EventBusName ?? "default");
    this.#schedule = schedule === undefined || isRejection(schedule) || !isEnabled ? undefined : schedule;
    this.#matched = context.counter("matched");
    this.#targets = objectsIn(Targets).map((each, index) => {
      const target = ruleTargetOf(context, each, names);
      return { target, deliveries: new Deliveries(context, index + 1, target, meters) };
    });
  }

  start(): void {
    this.#attach();
    this.#setNext();
  }

  #attach(): void {
    const bus = busOf(this.#context, this.#busName);
    if (this.#pattern === undefined || bus === undefined) return;
    const listener: BusListener = {
      id: this.#context.id,
      arn: this.#arn,
      pattern: this.#pattern,
      take: (event) => this.#take(event),
    };
    bus.attach(listener);
  }

  #setNext(): void {
    const { timeMs, epochMs } = this.#context;
    const startMs = epochMs - timeMs;
    const dueMs = this.#schedule && nextDueMs(this.#schedule, epochMs, undefined, startMs);
    if (dueMs !== undefined) this.#context.at(dueMs - startMs, DUE);
  }

  #take(event: BusEvent): void {
    this.#matched.add(1);
    for (const { target, deliveries } of this.#targets) {
      const delivery = target.deliveryOf(event);
      if (delivery === undefined) deliveries.fail(event.message, INVALID_JSON);
      else deliveries.begin(event.message, delivery);
    }
  }

  /** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html */
  #makeScheduledEvent(): void {
    const context = this.#context;
    const event = {
      version: "0",
      id: context.random.uuid(),
      "detail-type": "Scheduled Event",
      source: "aws.events",
      account: ACCOUNT,
      time: eventTime(context.epochMs),
      region: REGION,
      resources: [this.#arn],
      detail: {},
    };
    const message = context.newMessage(JSON.stringify(event));
    context.tell("triggered", message);
    this.#take(new BusEvent(message, context.epochMs));
  }

  handle(event: SimEvent): void {
    if (event.kind !== DUE) {
      this.#targets[event.kind - 1]?.deliveries.due(event);
      return;
    }
    this.#makeScheduledEvent();
    this.#setNext();
  }

  inside(): number {
    return this.#targets.reduce((sum, { deliveries }) => sum + deliveries.pending, 0);
  }

  view(): JsonObject {
    return { targets: this.#targets.map(({ target: { arn }, deliveries: { pending } }) => ({ arn, pending })) };
  }

  save(keeper: Keeper): SavedRule {
    return { targets: this.#targets.map(({ deliveries }) => deliveries.save(keeper)) };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { targets } = saved as SavedRule;
    for (const [index, { deliveries }] of this.#targets.entries()) {
      deliveries.restore(targets[index] as SavedDeliveries, finder);
    }
    this.#attach();
  }
}

interface SavedRule {
  readonly targets: readonly SavedDeliveries[];
}

/** The ARN of a rule names its bus, unless that is the default one. `bus`: its name or ARN. */
export function ruleNamesOf(arn: string, bus: NodeSpec["properties"][string] | undefined) {
  const ruleName = arn.slice(arn.lastIndexOf("/") + 1);
  const busName = String(bus ?? "default").replace(/^.*event-bus\//, "");
  const path = busName === "default" ? ruleName : `${busName}/${ruleName}`;
  return { ruleName, ruleArn: `arn:aws:events:${REGION}:${ACCOUNT}:rule/${path}` };
}
