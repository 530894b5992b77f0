/**
 * The simulated system: a template's resources with the scenario's put over them, the traffic, the consumers and the
 * faults, as nodes for the kernel. What is not simulated is named, never silently left out; what a scenario names and the
 * system does not have, `names.ts` tells.
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { resourceType } from "../schema/resources.ts";
import { consumerKindOf } from "../services/consumers/kinds.ts";
import { completeParts, completeResources } from "../services/implied.ts";
import { LAMBDA_ACCOUNT } from "../services/lambda/account.ts";
import { idleReasonOf, isSimulated } from "../services/nodes.ts";
import { SINK } from "../services/sink.ts";
import type { PlannedFault } from "../sim/faults.ts";
import type { NodeSpec } from "../sim/types.ts";
import { buildTemplate } from "../template/build.ts";
import { longForm } from "../template/long-form.ts";
import { type Topology, type TopologyNode, topologyOf } from "../template/topology.ts";
import { parseJson } from "../text/json-reader.ts";
import { assumptionsOf } from "./assumptions.ts";
import { attachmentsOf, isAttachment, nodeNamed } from "./attachments.ts";
import { withDefinitions } from "./definition-files.ts";
import { isMachineVersion, machineVersionsOf } from "./machine-versions.ts";
import { type Subject, templateRoot } from "./subject.ts";
import type { Behavior, Consumer, Scenario } from "./types.ts";
import { type UsualConsumer, usualConsumers } from "./usual-consumers.ts";
import { type UsualTraffic, usualTraffic } from "./usual-traffic.ts";

/** A resource that takes part in messaging and has no node. */
export interface NotSimulated {
  readonly id: string;
  readonly type: string;
  readonly why: string;
}

export interface System {
  readonly topology: Topology;
  readonly specs: readonly NodeSpec[];
  readonly faults: readonly PlannedFault[];
  readonly notSimulated: readonly NotSimulated[];
  /** Ids of nodes that nobody wrote: usual traffic, usual consumers. */
  readonly usual: readonly string[];
  /** What nobody said and is taken for granted, a sentence each. */
  readonly assumed: readonly string[];
}

/** `replays`: the messages of the files that traffic is replayed from, by their names. */
export function systemOf(subject: Subject, scenario: Scenario, replays: Replays = new Map()): System {
  const topology = withDefinitions(topologyFor(subject, scenario), subject.definitions);
  const names = namesUsed(scenario);
  const declared = resourceSpecs(topology);
  const resources = completeResources(declared, names).map((spec) => behaving(spec, scenario.behavior));
  const usualWorkers = usualConsumers(subject, scenario);
  const workers = [...scenario.consumers, ...usualWorkers];
  const consumers = workers.flatMap((consumer) => consumerSpecs(consumer, resources));
  const isQuiet = scenario.saysTraffic || scenario.cases.length > 0;
  const usual = isQuiet ? [] : usualTraffic(subject, topology, resources);
  const producers = [...scenario.traffic, ...usual].map((traffic) => producerSpec(traffic, resources, replays));
  const specs = completeParts([...resources, ...consumers, ...producers], names);
  const known = new Set(specs.map(({ id }) => id));
  return {
    topology,
    specs,
    faults: scenario.faults.flatMap(({ on, faults, fromMs, untilMs }) => {
      return known.has(on) ? [{ node: on, ...faults, fromMs, ...(untilMs !== undefined && { untilMs }) }] : [];
    }),
    notSimulated: [
      ...topology.nodes.flatMap((node) => notSimulated(node) ?? []),
      ...specs.flatMap((spec) => idle(spec) ?? []),
      ...scenario.consumers.flatMap((consumer) => unscaled(consumer, resources) ?? []),
    ],
    usual: [...usual, ...usualWorkers].map(({ name }) => name),
    assumed: assumptionsOf(topology, workers, usual),
  };
}

/** Bodies of a replayed file with their times, milliseconds. */
export type Replays = ReadonlyMap<string, readonly { readonly timeMs: number; readonly body: string }[]>;

// --- resources

function topologyFor(subject: Subject, { parameters, resources }: Scenario): Topology {
  const root = templateRoot(subject);
  const own = buildTemplate(root);
  const isChanged = resources !== undefined || Object.keys(parameters).length > 0;
  if (own !== undefined && !isChanged) return topologyOf(own);
  const merged = mergedTemplate(longForm(root), resources === undefined ? {} : longForm(resources), parameters);
  const template = buildTemplate(parseJson(JSON.stringify(merged)).root);
  if (template === undefined) return { nodes: [], edges: [], notes: [] };
  const places = new Map((own === undefined ? [] : topologyOf(own).nodes).map((node) => [node.id, node]));
  const topology = topologyOf(template);
  // Where the user's own template says so, not where the merged one does.
  const nodes = topology.nodes.map((node) => {
    const place = places.get(node.id);
    return { ...node, start: place?.start ?? 0, end: place?.end ?? 0 };
  });
  return { ...topology, nodes };
}

function mergedTemplate(template: JsonValue, resources: JsonValue, parameters: JsonObject): JsonObject {
  const own = objectOf(template);
  const defaults = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { Default: value }]));
  return {
    ...own,
    Resources: deepMerge(own.Resources ?? {}, resources),
    ...(Object.keys(defaults).length > 0 && { Parameters: deepMerge(own.Parameters ?? {}, defaults) }),
  };
}

/** Objects are merged; anything else takes the place of what was there. A function is a value, not an object to merge. */
function deepMerge(under: JsonValue, over: JsonValue): JsonValue {
  if (!isObject(under) || !isObject(over) || isFunction(under) || isFunction(over)) return over;
  const merged: Record<string, JsonValue> = { ...under };
  for (const [key, value] of Object.entries(over))
    merged[key] = key in merged ? deepMerge(merged[key] as JsonValue, value) : value;
  return merged;
}

function isFunction(value: JsonObject): boolean {
  const [key, ...more] = Object.keys(value);
  return more.length === 0 && key !== undefined && (key === "Ref" || key.startsWith("Fn::"));
}

function resourceSpecs({ nodes, edges }: Topology): readonly NodeSpec[] {
  const attached = attachmentsOf(nodes);
  const versions = machineVersionsOf(nodes);
  const specs = nodes.filter(isSimulated).map((node): NodeSpec => {
    const { id, type, arn, properties } = node;
    const own = { ...namesIn(node, nodes), ...attached.get(id) };
    const aliases = versions.get(id);
    return { id, type, arn, ...(aliases !== undefined && { aliases }), properties: { ...properties, ...own } };
  });
  const account = specs.some(({ type }) => type === "AWS::Lambda::Function") ? [LAMBDA_ACCOUNT_SPEC] : [];
  return [...account, ...specs, ...sinkSpecs({ nodes, edges })];
}

/** Kinds of edges by which messages go from one resource to another. */
const HANDS_ON: ReadonlySet<string> = new Set([
  "target",
  "destination",
  "delivery",
  "notification",
  "subscription",
  "invoke",
]);

/** What gets messages and is not simulated: it takes them, and does nothing with them. */
function sinkSpecs({ nodes, edges }: Pick<Topology, "nodes" | "edges">): readonly NodeSpec[] {
  const reached = new Set(edges.filter(({ kind }) => HANDS_ON.has(kind)).map(({ to }) => to));
  return nodes
    .filter((node) => reached.has(node.id) && !isSimulated(node) && !isMachineVersion(node.type))
    .map(({ id, arn }) => ({ id, type: SINK, arn, properties: {} }));
}

function behaving(spec: NodeSpec, behaviors: readonly Behavior[]): NodeSpec {
  const own = behaviors.filter(({ id }) => id === spec.id).map(({ behavior }) => behavior);
  return own.length === 0 ? spec : { ...spec, behavior: Object.assign({}, ...own) as JsonObject };
}

/** Names as the simulator looks for them: a queue by its URL, a function by its ARN. */
function namesIn({ type, ref, properties }: TopologyNode, nodes: readonly TopologyNode[]): JsonObject {
  if (type === "AWS::SQS::Queue") return { QueueUrl: ref };
  const { FunctionName: name } = properties;
  const named = type === "AWS::Lambda::Function" ? undefined : nodeNamed(nodes, name);
  return named === undefined ? {} : { FunctionName: named.arn };
}

const LAMBDA_ACCOUNT_SPEC: NodeSpec = {
  id: LAMBDA_ACCOUNT,
  type: "Sluice::LambdaAccount",
  arn: `arn:sluice:scenario:${LAMBDA_ACCOUNT}`,
  properties: {},
};

/**
 * Types that stand beside messaging and move no message. The workers of an activity are described by what the states of a
 * machine do that give it tasks.
 */
const PASSIVE =
  /Policy$|Permission$|::Role$|StackSet|::LogGroup$|::ScheduleGroup$|::Alarm$|^AWS::Serverless::Connector$|^AWS::Events::Connection$|^AWS::StepFunctions::Activity$/;

function notSimulated(node: TopologyNode): NotSimulated | undefined {
  const { id, type, external } = node;
  if (
    isSimulated(node) ||
    isAttachment(type) ||
    isMachineVersion(type) ||
    PASSIVE.test(type) ||
    resourceType(type) === undefined
  )
    return undefined;
  if (external === true) return { id, type, why: "it is named here, but belongs to another template" };
  if (type === "AWS::Lambda::EventSourceMapping")
    return { id, type, why: "what it reads is not known, or not simulated" };
  return { id, type, why: "resources of this type are not simulated" };
}

// --- what the scenario adds

const SCENARIO_ARN = "arn:sluice:scenario";

const AUTO_SCALING_GROUP = "AWS::AutoScaling::AutoScalingGroup";

function consumerSpecs(
  { name, polls, properties, behavior, sendsTo, scaling }: Consumer | UsualConsumer,
  resources: readonly NodeSpec[],
): readonly NodeSpec[] {
  const { type, sourceOf, isScaled } = consumerKindOf(typeOf(polls, resources));
  const group: NodeSpec = {
    id: name,
    type,
    arn: `${SCENARIO_ARN}:${name}`,
    properties: {
      ...properties,
      ...sourceOf(arnOf(polls, resources)),
      TargetArns: sendsTo.map((id) => arnOf(id, resources)),
    },
    behavior,
  };
  if (scaling === undefined || !isScaled) return [group];
  const { min, max, backlogPerWorker, cooldownSeconds } = scaling;
  const scaler: NodeSpec = {
    id: `${name}Scaling`,
    type: AUTO_SCALING_GROUP,
    arn: `${SCENARIO_ARN}:${name}Scaling`,
    properties: {
      Workers: name,
      MinSize: min,
      MaxSize: max,
      Cooldown: cooldownSeconds,
      TargetValue: backlogPerWorker,
    },
  };
  return [group, scaler];
}

function idle(spec: NodeSpec): NotSimulated | undefined {
  const why = idleReasonOf(spec);
  return why === undefined ? undefined : { id: spec.id, type: spec.type, why };
}

function unscaled({ name, polls, scaling }: Consumer, resources: readonly NodeSpec[]): NotSimulated | undefined {
  if (scaling === undefined || consumerKindOf(typeOf(polls, resources)).isScaled) return undefined;
  const why = `workers that read \`${polls}\` are not scaled: there are always ${scaling.min}`;
  return { id: `${name}Scaling`, type: AUTO_SCALING_GROUP, why };
}

function typeOf(id: string, resources: readonly NodeSpec[]): string | undefined {
  return resources.find((resource) => resource.id === id)?.type;
}

function producerSpec(traffic: UsualTraffic, resources: readonly NodeSpec[], replays: Replays): NodeSpec {
  const { name, to, replay, arrivals, fromMs, untilMs, count, batchSize, messages } = traffic;
  const recorded = replay === undefined ? undefined : (replays.get(replay) ?? []);
  const behavior = {
    arrivals: recorded === undefined ? arrivals : { replay: { timesMs: recorded.map(({ timeMs }) => timeMs) } },
    messages: recorded === undefined || recorded.length === 0 ? messages : recorded.map(({ body }) => ({ body })),
    fromMs,
    ...(untilMs !== undefined && { untilMs }),
    ...(count !== undefined && { count }),
  };
  return {
    id: name,
    type: "Sluice::Producer",
    arn: `${SCENARIO_ARN}:${name}`,
    properties: { TargetArn: arnOf(to, resources), BatchSize: batchSize },
    behavior: behavior as unknown as JsonObject,
  };
}

function arnOf(id: string, resources: readonly NodeSpec[]): string {
  return resources.find((resource) => resource.id === id)?.arn ?? id;
}

/** Every name that it speaks of: some resources have parts that only a name brings in. */
function namesUsed({ traffic, consumers, behavior, faults, expect }: Scenario): readonly string[] {
  return [
    ...traffic.map(({ to }) => to),
    ...consumers.flatMap(({ polls, sendsTo }) => [polls, ...sendsTo]),
    ...behavior.map(({ id }) => id),
    ...faults.map(({ on }) => on),
    ...expect.flatMap((each) => ("id" in each ? [each.id] : "ids" in each ? each.ids : [])),
  ];
}
