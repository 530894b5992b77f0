/**
 * An Auto Scaling group that keeps the number of messages that wait for each worker near a target: target tracking on
 * the backlog per instance. What is measured, and for how long before something is done, is CloudWatch's and the alarms'
 * that target tracking makes.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html
 */
import type { JsonObject } from "../../json.ts";
import type { NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { portOf } from "../ports.ts";

/** Names of AWS::AutoScaling::AutoScalingGroup and its policy, and who is scaled by what. */
export interface AutoScalingProperties {
  /** The workers whose number it sets, and whose backlog it looks at: the name of their node. */
  readonly Workers: string;
  readonly MinSize: number;
  readonly MaxSize: number;
  /** At the beginning. Default: MinSize. */
  readonly DesiredCapacity?: number;
  /** After a change, for so many seconds no other. Default 300. */
  readonly Cooldown?: number;
  /** Messages that may wait for each worker. */
  readonly TargetValue: number;
  /** Default false. */
  readonly DisableScaleIn?: boolean;
}

/** CloudWatch's period of SQS metrics. */
const PERIOD_MS = 60_000;
/** Measurements in a row above the target, or below this share of it, before the alarms go off. */
const HIGH_DATAPOINTS = 3;
const LOW_DATAPOINTS = 15;
const LOW_SHARE = 0.9;

export class AutoScalingGroup implements SimNode {
  readonly ports = {};
  readonly #context: NodeContext;
  readonly #settings: Required<AutoScalingProperties>;
  #high = 0;
  #low = 0;
  #changedMs = Number.NEGATIVE_INFINITY;
  #backlog = 0;

  constructor(context: NodeContext, { properties }: NodeSpec) {
    const given = properties as JsonObject & AutoScalingProperties;
    this.#context = context;
    this.#settings = { DesiredCapacity: given.MinSize, Cooldown: 300, DisableScaleIn: false, ...given };
  }

  start(): void {
    this.#workers()?.setDesired(this.#within(this.#settings.DesiredCapacity));
    this.#context.at(PERIOD_MS, 0);
  }

  #workers() {
    return portOf(this.#context, this.#settings.Workers, "workers");
  }

  #within(count: number): number {
    const { MinSize, MaxSize } = this.#settings;
    return Math.min(MaxSize, Math.max(MinSize, count));
  }

  /** One measurement. */
  handle({ timeMs }: SimEvent): void {
    this.#context.at(timeMs + PERIOD_MS, 0);
    if (this.#context.faults.outage) return;
    const { TargetValue, Cooldown, DisableScaleIn } = this.#settings;
    const workers = this.#workers();
    const running = Math.max(1, workers?.running ?? 0);
    this.#backlog = (workers?.backlog ?? 0) / running;
    this.#high = this.#backlog > TargetValue ? this.#high + 1 : 0;
    this.#low = this.#backlog < LOW_SHARE * TargetValue ? this.#low + 1 : 0;
    if (timeMs - this.#changedMs < Cooldown * 1_000) return;
    const wanted = this.#within(Math.ceil((running * this.#backlog) / TargetValue));
    if (this.#high >= HIGH_DATAPOINTS) this.#scale(wanted, 1);
    else if (this.#low >= LOW_DATAPOINTS && !DisableScaleIn) this.#scale(wanted, -1);
  }

  /** Only in the direction that was asked for: workers that are just starting are on their way already. */
  #scale(to: number, direction: 1 | -1): void {
    const workers = this.#workers();
    if (workers === undefined || (to - workers.desired) * direction <= 0) return;
    const { TargetValue } = this.#settings;
    this.#context.tell("scaled", undefined, {
      code: direction > 0 ? "scaling.out" : "scaling.in",
      from: workers.desired,
      to,
      backlog: this.#backlog,
      target: TargetValue,
    });
    workers.setDesired(to);
    this.#changedMs = this.#context.timeMs;
    this.#high = 0;
    this.#low = 0;
  }

  view(): JsonObject {
    const { MinSize, MaxSize, TargetValue } = this.#settings;
    const desired = this.#workers()?.desired ?? 0;
    return { desired, min: MinSize, max: MaxSize, backlogPerWorker: this.#backlog, target: TargetValue };
  }

  save(): NodeState {
    const changedMs = Number.isFinite(this.#changedMs) ? this.#changedMs : null;
    return { high: this.#high, low: this.#low, changedMs, backlog: this.#backlog };
  }

  restore(saved: NodeState): void {
    const { high, low, changedMs, backlog } = saved as SavedScaling;
    this.#high = high;
    this.#low = low;
    this.#changedMs = changedMs ?? Number.NEGATIVE_INFINITY;
    this.#backlog = backlog;
  }
}

interface SavedScaling {
  readonly high: number;
  readonly low: number;
  readonly changedMs: number | null;
  readonly backlog: number;
}
