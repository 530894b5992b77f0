/** A system of Kafka from a seed: topics, producers, consumer groups, and what goes wrong. Always the same for a seed. */
import type { JsonObject } from "../../../../engine/src/json.ts";
import type { PlannedFault } from "../../../../engine/src/sim/faults.ts";
import type { NodeSpec } from "../../../../engine/src/sim/types.ts";
import { Dice } from "../../sim/properties/dice.ts";
import { cluster, group, producer, topic } from "../systems.ts";

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
  const untilMs = dice.of(120_000, 900_000);
  const topics = ["Orders", "Clicks"].slice(0, 1 + dice.below(2)).map((id) => topicOf(dice, id));
  const groups = ["Shipping", "Search"].slice(0, 1 + dice.below(2)).map((id) => groupOf(dice, id, topics));
  const version = dice.of("3.6.0", "3.7.x.kraft");
  const producers = topics.flatMap(({ id }) => trafficOf(dice, id, untilMs));
  const nodes = [cluster({ KafkaVersion: version }), ...topics, ...groups, ...producers];
  return { seed, nodes, faults: faultsOf(dice, groups, untilMs), untilMs, saveAfterEvents: 1 + dice.below(800) };
}

function topicOf(dice: Dice, id: string): NodeSpec {
  const properties = {
    PartitionCount: 1 + dice.below(5),
    ReplicationFactor: dice.of(1, 2, 3, 3),
    Configs: {
      "min.insync.replicas": dice.of(1, 1, 2),
      "retention.ms": dice.of(-1, 60_000, 400_000),
      "segment.ms": dice.of(5_000, 60_000, 604_800_000),
      "segment.bytes": dice.of(50, 500, 1_073_741_824),
      "retention.bytes": dice.of(-1, -1, 400),
      "unclean.leader.election.enable": dice.of("true", "false"),
    },
  };
  const behavior = { acks: dice.of("all", "all", "1", "0"), replicationMs: dice.of(0, 5, 2_000, 15_000) };
  return topic(id, properties, behavior);
}

function groupOf(dice: Dice, id: string, topics: readonly NodeSpec[]): NodeSpec {
  const properties = {
    DesiredCount: dice.of(1, 2, 3, 6),
    MaxPollRecords: dice.of(1, 5, 500),
    PartitionAssignment: dice.of("range", "roundrobin", "sticky", "cooperative-sticky", "cooperative-sticky"),
    Commit: dice.of("Auto", "Batch", "Each"),
    SessionTimeoutMs: dice.of(6_000, 45_000),
    MaxPollIntervalMs: dice.of(10_000, 300_000),
    RetryAttempts: dice.of(0, 2, 9),
    RetryPauseMs: dice.of(0, 500),
    StopTimeout: dice.of(0, 30),
  };
  const behavior = {
    durationMs: dice.of<JsonObject | number>(
      0,
      30,
      { exponential: { mean: 300 } },
      { lognormal: { median: 200, p99: 9_000 } },
    ),
    failureRate: dice.of(0, 0.05, 0.5),
    startMs: dice.of(0, 4_000),
  };
  const read = topics.slice(0, 1 + dice.below(topics.length)).map((each) => each.id);
  return group(id, read, properties, behavior);
}

function trafficOf(dice: Dice, id: string, untilMs: number): readonly NodeSpec[] {
  const perSecond = dice.of(15, 60) / (untilMs / 1_000);
  const partitionKey = dice.of(undefined, "c${zipf(8)}", "c${zipf(8)}");
  const behavior = {
    arrivals: dice.of<JsonObject>({ poisson: { perSecond } }, { bursts: { size: 8, everyMs: untilMs / 5 } }),
    untilMs: untilMs * 0.7,
    messages: [{ body: "${sequence}", ...(partitionKey !== undefined && { partitionKey }) }],
  };
  return [producer(`${id}Producer`, id, behavior)];
}

function faultsOf(dice: Dice, groups: readonly NodeSpec[], untilMs: number): readonly PlannedFault[] {
  const members = groups.flatMap(({ id, properties }) => [id, `${id}/1`, `${id}/${properties.DesiredCount}`]);
  return Array.from({ length: dice.below(6) }, () => {
    const fromMs = dice.below(untilMs * 0.8);
    const lasts = { fromMs, untilMs: fromMs + 1 + dice.below(untilMs / 4) };
    const node = dice.of("Events/b-1", "Events/b-2", "Events/b-3", "Events", "Orders", ...members);
    const other = dice.of<Partial<PlannedFault>>(
      { outage: true },
      { outage: true },
      { slowness: 8 },
      { throttleRate: 0.5 },
    );
    return { node, ...lasts, ...(node.includes("/") ? { outage: true } : other) };
  });
}
