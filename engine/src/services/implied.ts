/**
 * What a system has besides what its template names: topics that only a mapping speaks of, parts of resources that a
 * scenario names, settings that one resource takes from another.
 */
import { ownEntry } from "../json.ts";
import type { NodeSpec } from "../sim/types.ts";
import { brokerNames, completeKafka } from "./kafka/completing.ts";
import { memberNames } from "./kafka/group-settings.ts";
import { completeBrokers } from "./mq/completing.ts";
import { partSpec, partsNamed } from "./part.ts";
import { listNames } from "./swf/settings.ts";

/** A service finds its own among the specs and the names. */
type Completion = (specs: readonly NodeSpec[], names: readonly string[]) => readonly NodeSpec[];

const COMPLETIONS: readonly Completion[] = [completeKafka, completeBrokers];

/** The parts that may have faults of their own, by type. */
const PARTS: Readonly<Record<string, (spec: NodeSpec) => readonly string[]>> = {
  "AWS::MSK::Cluster": brokerNames,
  "Sluice::KafkaCluster": brokerNames,
  "Sluice::KafkaConsumerGroup": memberNames,
  "Sluice::SwfWorkflow": listNames,
};

/** The specs of all resources, from those that a template has. `names`: what the scenario speaks of. */
export function completeResources(specs: readonly NodeSpec[], names: readonly string[]): readonly NodeSpec[] {
  return COMPLETIONS.reduce((all, complete) => complete(all, names), specs);
}

/** Adds the parts that the scenario speaks of, `Cluster/b-1`. */
export function completeParts(specs: readonly NodeSpec[], names: readonly string[]): readonly NodeSpec[] {
  const parts = specs.flatMap((spec) => {
    const known = ownEntry(PARTS, spec.type)?.(spec) ?? [];
    return partsNamed(spec.id, names)
      .filter((name) => known.includes(name))
      .map((name) => partSpec(spec.id, name));
  });
  return parts.length === 0 ? specs : [...specs, ...parts];
}
