/**
 * A schedule of EventBridge Scheduler: calls one target at its times, within a window, and tries again what fails.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule.html
 */
import type { JsonObject } from "../../json.ts";
import { nextDueMs } from "../../schedules/recurrence.ts";
import type { Finder, Keeper, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { Deliveries, type SavedDeliveries } from "../deliveries.ts";
import { deliveryMeters } from "../delivery-meters.ts";
import { ACCOUNT, REGION } from "../events/event.ts";
import type { Ports } from "../ports.ts";
import { type ScheduleSettings, scheduleSettingsOf } from "./schedule-settings.ts";
import { payloadOf, scheduleTargetOf } from "./schedule-target.ts";

/** It is due; its place in the window has come; a retry falls due; an answer that nobody waits for. */
const DUE = 0;
const CALL = 1;
const RETRY = 2;
const IGNORED = 3;

export class Schedule implements SimNode {
  readonly ports: Partial<Ports> = {};
  readonly #arn: string;
  readonly #settings: ScheduleSettings;
  readonly #context: NodeContext;
  readonly #deliveries: Deliveries;
  readonly #triggered;

  constructor(context: NodeContext, { arn, properties }: NodeSpec) {
    this.#arn = scheduleArnOf(arn, properties.GroupName);
    this.#settings = scheduleSettingsOf(properties);
    this.#context = context;
    const ignored = { node: context.id, kind: IGNORED, ref: 0 };
    const target = scheduleTargetOf(context, this.#settings.target, this.#arn, ignored);
    this.#deliveries = new Deliveries(context, RETRY, target, deliveryMeters(context));
    this.#triggered = context.counter("triggered");
  }

  start(): void {
    const { due } = this.#settings;
    const [beginMs, anchorMs] = [this.#beginMs(), this.#anchorMs()];
    // A rate is due where it begins, and that is at once unless it says when.
    if (due?.expression.kind === "rate" && anchorMs >= beginMs) this.#setDue(anchorMs);
    else this.#setNext(due?.expression.kind === "at" ? beginMs - 1 : Math.max(beginMs, anchorMs) - 1);
  }

  /** When the simulation began, epoch milliseconds. */
  #beginMs(): number {
    return this.#context.epochMs - this.#context.timeMs;
  }

  #anchorMs(): number {
    return this.#settings.startMs ?? this.#beginMs();
  }

  #setNext(afterMs: number): void {
    const { due } = this.#settings;
    const dueMs = due && nextDueMs(due.expression, afterMs, due.zone, this.#anchorMs());
    if (dueMs !== undefined) this.#setDue(dueMs);
  }

  /** What happens once minds neither beginning nor end. */
  #setDue(dueMs: number): void {
    const { due, endMs } = this.#settings;
    const hasEnded = endMs !== undefined && dueMs > endMs && due?.expression.kind !== "at";
    if (!hasEnded) this.#context.at(dueMs - this.#beginMs(), DUE);
  }

  handle(event: SimEvent): void {
    const context = this.#context;
    if (event.kind === RETRY) this.#deliveries.due(event);
    else if (event.kind === CALL) this.#call(Number(event.data));
    else if (event.kind === DUE) {
      const { windowMs } = this.#settings;
      const timeMs = context.timeMs + windowMs * context.random.next();
      if (windowMs > 0) context.at(timeMs, CALL, 0, undefined, context.epochMs);
      else this.#call(context.epochMs);
      this.#setNext(context.epochMs);
    }
  }

  /** `scheduledMs`: when it was due, epoch milliseconds. */
  #call(scheduledMs: number): void {
    const context = this.#context;
    const execution = { id: context.random.uuid(), scheduleArn: this.#arn, scheduledMs };
    const message = context.newMessage(payloadOf(this.#settings.target, execution));
    this.#triggered.add(1);
    const lateMs = context.epochMs - scheduledMs;
    context.tell("triggered", message, lateMs === 0 ? undefined : { code: "schedule.window", lateMs });
    this.#deliveries.begin(message, { from: context.id, body: message.body });
  }

  inside(): number {
    return this.#deliveries.pending;
  }

  view(): JsonObject {
    return { target: this.#deliveries.target.arn, pending: this.#deliveries.pending };
  }

  save(keeper: Keeper): SavedDeliveries {
    return this.#deliveries.save(keeper);
  }

  restore(saved: NodeState, finder: Finder): void {
    this.#deliveries.restore(saved as SavedDeliveries, finder);
  }
}

/** A schedule belongs to a group, which its ARN names. `group`: a name; left out, the one that everybody has. */
function scheduleArnOf(arn: string, group: NodeSpec["properties"][string] | undefined): string {
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  return `arn:aws:scheduler:${REGION}:${ACCOUNT}:schedule/${String(group ?? "default")}/${name}`;
}
