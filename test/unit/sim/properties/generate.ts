/** A system from a seed: queues of all kinds, producers, workers, probes, and what goes wrong. Always the same for a seed. */
import type { JsonObject } from "../../../../engine/src/json.ts";
import type { PlannedFault } from "../../../../engine/src/sim/faults.ts";
import type { NodeSpec } from "../../../../engine/src/sim/types.ts";
import { arnOf, producer, queue, workers } from "../../sqs/systems.ts";
import { Dice } from "./dice.ts";

export interface Plan {
  readonly seed: number;
  readonly nodes: readonly NodeSpec[];
  readonly faults: readonly PlannedFault[];
  readonly untilMs: number;
  /** After so many events it is saved and goes on elsewhere. */
  readonly saveAfterEvents: number;
}

export function generate(seed: number): Plan {
  const dice = new Dice(seed);
  const untilMs = dice.of(20_000, 60_000, 400_000);
  const names = ["A", "B", "C"].slice(0, 1 + dice.below(3));
  const queues = names.flatMap((name) => queuesOf(dice, name));
  const nodes = [
    ...queues,
    ...queues.flatMap(({ id, properties }) => trafficOf(dice, id, properties.FifoQueue === true, untilMs)),
    ...queues.flatMap(({ id }) => consumersOf(dice, id, queues)),
    probeOf(dice, queues, untilMs),
  ];
  return { seed, nodes, faults: faultsOf(dice, nodes, untilMs), untilMs, saveAfterEvents: 1 + dice.below(600) };
}

/** A queue, and mostly the one that takes its dead letters; now and then they redrive to each other. */
function queuesOf(dice: Dice, name: string): readonly NodeSpec[] {
  const isFifo = dice.oneIn(2);
  const own = (id: string): JsonObject => ({
    VisibilityTimeout: dice.of(1, 2, 5, 30),
    DelaySeconds: dice.of(0, 0, 1, 5),
    MessageRetentionPeriod: dice.of(60, 120, 345_600),
    ReceiveMessageWaitTimeSeconds: dice.of(0, 5, 20),
    ...(isFifo && { FifoQueue: true, ContentBasedDeduplication: id === name ? dice.oneIn(2) : true }),
    ...(isFifo && dice.oneIn(2) && { DeduplicationScope: "messageGroup" }),
  });
  const behavior = isFifo
    ? {}
    : { duplicateRate: dice.of(0, 0, 0.1), reorderRate: dice.of(0, 0.2), shortPollShare: dice.of(1, 0.5) };
  const dead = `${name}Dead`;
  if (dice.oneIn(4)) return [queue(name, own(name), behavior)];
  const redrive = { RedrivePolicy: { deadLetterTargetArn: arnOf(dead), maxReceiveCount: 1 + dice.below(4) } };
  const back = dice.oneIn(8) ? { RedrivePolicy: { deadLetterTargetArn: arnOf(name), maxReceiveCount: 1 } } : {};
  return [queue(name, { ...own(name), ...redrive }, behavior), queue(dead, { ...own(dead), ...back }, behavior)];
}

function trafficOf(dice: Dice, id: string, isFifo: boolean, untilMs: number): readonly NodeSpec[] {
  if (id.endsWith("Dead") || dice.oneIn(5)) return [];
  const perSecond = dice.of(20, 60, 100) / (untilMs / 1_000);
  const arrivals = dice.of<JsonObject>(
    { poisson: { perSecond } },
    { constant: { perSecond } },
    { bursts: { size: 15, everyMs: untilMs / 4 } },
    { ramp: { fromPerSecond: 0, toPerSecond: 2 * perSecond, overMs: untilMs } },
  );
  const groupId = isFifo || dice.oneIn(2) ? { groupId: "g${zipf(5)}" } : {};
  const message = { body: "p${random(1, 60)}", ...groupId, ...(isFifo && { deduplicationId: "s${random(1, 60)}" }) };
  return [producer(`${id}Producer`, id, { arrivals, untilMs, messages: [message] }, { BatchSize: dice.of(1, 1, 5) })];
}

function consumersOf(dice: Dice, id: string, queues: readonly NodeSpec[]): readonly NodeSpec[] {
  if (dice.oneIn(id.endsWith("Dead") ? 2 : 6)) return [];
  const next = queues[queues.findIndex((each) => each.id === id) + 1];
  const isLoop = dice.oneIn(30);
  const properties = {
    DesiredCount: 1 + dice.below(4),
    PollersPerWorker: dice.of(1, 1, 3),
    MaxNumberOfMessages: 1 + dice.below(10),
    DeleteMessages: dice.of("Each", "Batch", "Each", "Never"),
    StopTimeout: dice.of(0, 2, 30),
    ...(dice.oneIn(3) && { HeartbeatSeconds: 1 }),
    ...(dice.oneIn(3) && { VisibilityTimeout: 1 + dice.below(10) }),
    ...(dice.oneIn(3) && { VisibilityTimeoutOnFailure: dice.of(1, 4) }),
    ...(dice.oneIn(4) && next !== undefined && { TargetArns: [next.arn] }),
    // What it sends comes round to it again, and must be stopped.
    ...(isLoop && { TargetArns: [arnOf(id)], DeleteMessages: "Each", VisibilityTimeout: 30 }),
  };
  const behavior = {
    durationMs: dice.of<JsonObject | number>(
      0,
      40,
      { exponential: { mean: 400 } },
      { lognormal: { median: 300, p99: 8_000 } },
    ),
    failureRate: dice.of(0, 0.1, 0.7),
    startMs: dice.of(0, 3_000),
  };
  const group = workers(`${id}Workers`, id, properties, behavior);
  if (!dice.oneIn(4)) return [group];
  const scaling = { Workers: group.id, MinSize: 0, MaxSize: 4, TargetValue: 3, Cooldown: 30 };
  return [
    group,
    { id: `${id}Scaling`, type: "AWS::AutoScaling::AutoScalingGroup", arn: `${id}Scaling`, properties: scaling },
  ];
}

function probeOf(dice: Dice, queues: readonly NodeSpec[], untilMs: number): NodeSpec {
  const behavior = { queues: queues.map(({ id }) => id), untilMs, meanGapMs: untilMs / dice.of(50, 150) };
  return { id: "Probe", type: "Test::Probe", arn: "probe", properties: {}, behavior };
}

function faultsOf(dice: Dice, nodes: readonly NodeSpec[], untilMs: number): readonly PlannedFault[] {
  return Array.from({ length: dice.below(4) }, () => {
    const fromMs = dice.below(untilMs);
    const fault = dice.of<Partial<PlannedFault>>(
      { outage: true },
      { throttleRate: 0.5 },
      { slowness: 10 },
      { duplicateRate: 0.3 },
    );
    return { node: dice.of(...nodes).id, fromMs, untilMs: fromMs + dice.below(untilMs / 3), ...fault };
  });
}
