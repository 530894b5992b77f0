/**
 * Traffic where nobody described any: a template by itself, a lone policy. Whatever gets messages from nobody else gets
 * one a second for a minute, made so that each filter behind it takes some and leaves some out.
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { compilePattern } from "../patterns/compile.ts";
import { type PatternEvent, parsedJson } from "../patterns/events.ts";
import { messageThatDoesNot, messageThatMatches } from "../patterns/generate.ts";
import type { CompiledPattern, PatternDialect, SnsMessage } from "../patterns/types.ts";
import { plausibleAnswers } from "../run/guess/plausible.ts";
import { isSimulated } from "../services/nodes.ts";
import type { MessageTemplate } from "../services/producers/message-filler.ts";
import { machineSettingsOf } from "../services/step-functions/machine-settings.ts";
import type { Attribute, NodeSpec } from "../sim/types.ts";
import type { Topology } from "../template/topology.ts";
import type { Subject } from "./subject.ts";
import type { Traffic } from "./types.ts";
import { itemTemplate, objectTemplates, tellsChanges } from "./usual-items.ts";

const PER_SECOND = 1;
const LASTS_MS = 60_000;

/** For a lone redrive policy; `usual-consumers.ts` fails those that say so. */
const ONE_IN_TEN_POISON: readonly MessageTemplate[] = [
  ...Array.from({ length: 9 }, () => ({ body: '{"id":${sequence}}' })),
  { body: '{"id":${sequence},"poison":true}' },
];

const STATE_MACHINE = "AWS::StepFunctions::StateMachine";

/** Types that take messages from outside. */
const TAKING: ReadonlySet<string> = new Set([
  "AWS::ApiGateway::RestApi",
  "AWS::ApiGatewayV2::Api",
  "AWS::DynamoDB::GlobalTable",
  "AWS::DynamoDB::Table",
  "AWS::Events::EventBus",
  "AWS::Kinesis::Stream",
  "AWS::KinesisFirehose::DeliveryStream",
  "AWS::KinesisVideo::Stream",
  "AWS::Lambda::Function",
  "AWS::MSK::Topic",
  "AWS::S3::Bucket",
  "AWS::SNS::Topic",
  "AWS::SQS::Queue",
  "Sluice::BrokerQueue",
  STATE_MACHINE,
]);

const TABLES: ReadonlySet<string> = new Set(["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"]);

/** What chooses a shard or a partition by a key. */
const KEYED: ReadonlySet<string> = new Set(["AWS::Kinesis::Stream", "AWS::MSK::Topic"]);

/** Traffic by nobody's file: without a place. */
export type UsualTraffic = Omit<Traffic, "node">;

/** `resources`: of the whole system, also those that only a mapping or a pipe names. */
export function usualTraffic(
  subject: Subject,
  topology: Topology,
  resources: readonly NodeSpec[],
): readonly UsualTraffic[] {
  return entrancesOf(topology, resources).map((node, index): UsualTraffic => {
    return {
      name: index === 0 ? "Producer" : `Producer${index + 1}`,
      to: node.id,
      arrivals: { constant: { perSecond: PER_SECOND } },
      fromMs: 0,
      untilMs: LASTS_MS,
      batchSize: 1,
      messages: subject.kind === "redrive-policy" ? ONE_IN_TEN_POISON : messagesFor(node, topology),
    };
  });
}

/** What takes messages, and gets them from nothing else in the template. What code may send is not known. */
function entrancesOf({ nodes, edges }: Topology, resources: readonly NodeSpec[]): readonly Entrance[] {
  const fed = new Set(edges.filter(({ kind }) => kind !== "uses").map(({ to }) => to));
  const known = new Set(nodes.map(({ id }) => id));
  const all = [...nodes.filter(isSimulated), ...resources.filter(({ id }) => !known.has(id))];
  return all.filter(({ id, type, properties }) => {
    return TAKING.has(type) && !fed.has(id) && (!TABLES.has(type) || tellsChanges(properties));
  });
}

type Entrance = Pick<NodeSpec, "id" | "type" | "arn" | "properties">;

function messagesFor(node: Entrance, topology: Topology): readonly MessageTemplate[] {
  const patterns = filtersBehind(node, topology);
  const [first] = patterns;
  const made = [...patterns.map(messageThatMatches), first && messageThatDoesNot(first)];
  const templates = made.flatMap((event) => (event === undefined ? [] : [templateOf(event)]));
  const given = templates.length === 0 ? [plainFor(node)] : distinct(templates);
  const all = given.flatMap((template) => shapedFor(node, template));
  const { FifoTopic, FifoQueue } = node.properties;
  const isFifo = String(FifoTopic ?? FifoQueue) === "true";
  return all.map((template) => ({
    ...template,
    ...(isFifo && { groupId: "g${random(1, 3)}", deduplicationId: "${sequence}" }),
    ...(KEYED.has(node.type) && { partitionKey: "${random(1, 100)}" }),
  }));
}

/** In the shape that the node takes. */
function shapedFor({ type, properties }: Entrance, template: MessageTemplate): readonly MessageTemplate[] {
  if (TABLES.has(type)) return [itemTemplate(template, properties)];
  if (type === "AWS::S3::Bucket") return objectTemplates(template, properties);
  return [type === "AWS::Events::EventBus" ? asEvent(template) : template];
}

/** A bus takes no event without a source, a kind and a detail. */
function asEvent({ body, ...rest }: MessageTemplate): MessageTemplate {
  const event = parsedJson(body);
  const { source, "detail-type": detailType, detail = {}, ...own } = objectOf(event);
  const whole = { ...own, source: source || "sluice", "detail-type": detailType || "Example", detail };
  return { ...rest, body: JSON.stringify(whole) };
}

const PLAIN: MessageTemplate = { body: '{"id":${sequence}}' };

/** A state machine gets what its states read of their input. */
function plainFor({ type, arn, properties }: Entrance): MessageTemplate {
  const definition = type === STATE_MACHINE ? machineSettingsOf(arn, properties).definition : undefined;
  return definition === undefined ? PLAIN : { body: JSON.stringify(plausibleAnswers(definition).input) };
}

/** The filters of subscriptions, rules and event source mappings that look at what comes to a node. */
function filtersBehind({ id, properties }: Entrance, { nodes, edges }: Topology): readonly CompiledPattern[] {
  // Of a topic or a queue of a broker, mappings name the whole.
  const whole = nodes.find(({ arn }) => arn === (properties.ClusterArn ?? properties.BrokerArn))?.id ?? id;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const behind = edges
    .filter(({ from }) => from === whole)
    .map(({ to, via = to, properties }) => ({ ...byId.get(via)?.properties, ...properties }));
  return [...new Set(behind)].flatMap(patternsIn);
}

function patternsIn({
  FilterPolicy,
  FilterPolicyScope,
  EventPattern,
  FilterCriteria: ownFilters,
  SourceParameters: ofPipe,
}: JsonObject): readonly CompiledPattern[] {
  const ofBody = FilterPolicyScope === "MessageBody";
  const FilterCriteria = ownFilters ?? (isObject(ofPipe) ? ofPipe.FilterCriteria : undefined);
  const filters = isObject(FilterCriteria) && Array.isArray(FilterCriteria.Filters) ? FilterCriteria.Filters : [];
  return [
    ...compiled(FilterPolicy, ofBody ? "sns-body" : "sns-attributes"),
    ...compiled(EventPattern, "eventbridge"),
    ...filters.flatMap((filter) => compiled(isObject(filter) ? filter.Pattern : undefined, "esm")),
  ];
}

function compiled(pattern: JsonValue | undefined, dialect: PatternDialect): readonly CompiledPattern[] {
  return pattern === undefined ? [] : [compilePattern(pattern, dialect)];
}

function templateOf(event: PatternEvent): MessageTemplate {
  if (typeof event === "string") return { body: event };
  const { body, attributes, data, value } = event as SnsMessage & Readonly<Record<"data" | "value", JsonValue>>;
  if (attributes !== undefined) {
    const given = Object.entries(attributes).map(([name, { Type, Value }]): [string, Attribute] => {
      return [name, { DataType: Type, StringValue: String(Value) }];
    });
    return { body: isMade(body) ? PLAIN.body : (body ?? ""), attributes: Object.fromEntries(given) };
  }
  if (typeof body === "string") return { body };
  return { body: JSON.stringify(data ?? value ?? event) };
}

/** Policies that look at attributes say nothing of the body. */
function isMade(body: string | undefined): boolean {
  return body === undefined || !body.startsWith("{");
}

function distinct(templates: readonly MessageTemplate[]): readonly MessageTemplate[] {
  return [...new Map(templates.map((template) => [JSON.stringify(template), template])).values()];
}
