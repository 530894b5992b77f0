/**
 * A scenario for what has none: some traffic to whatever nobody in the template sends to, with messages that its filters
 * let through, and consumers for the queues that nobody polls. So that any template can be watched at once, and saved and
 * changed from there.
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { compilePattern } from "../patterns/compile.ts";
import { snsMessage } from "../patterns/events.ts";
import { messageThatMatches } from "../patterns/generate.ts";
import { type ScenarioFiles, subjectIn } from "../scenario/open.ts";
import { readScenario } from "../scenario/read.ts";
import { systemOf } from "../scenario/system.ts";
import { isSimulated } from "../services/nodes.ts";
import type { Topology, TopologyNode } from "../template/topology.ts";
import { parseText } from "../text/parse.ts";
import { setIn } from "./scenario-edits.ts";

/** What takes messages from outside. */
const ENTRIES: ReadonlySet<string> = new Set([
  "AWS::SNS::Topic",
  "AWS::SQS::Queue",
  "AWS::Kinesis::Stream",
  "AWS::KinesisFirehose::DeliveryStream",
  "AWS::Events::EventBus",
  "AWS::Lambda::Function",
  "AWS::StepFunctions::StateMachine",
]);

const RATE = "5/s";
const UNTIL = "2m";

/** `file`: the name of what is simulated, as the scenario has it. Undefined: nothing in it can be simulated. */
export function sampleScenario(file: string, text: string, files: ScenarioFiles): string | undefined {
  const subject = subjectIn(text, file, files);
  if (subject === undefined) return undefined;
  const start = `simulate: ${JSON.stringify(file)}\n`;
  const { topology } = systemOf(subject, readScenario(parseText("{}", "yaml").root).scenario);
  const traffic = entriesOf(topology).map((node) => trafficTo(node, topology));
  const consumers = unpolledQueues(topology).map(({ id }): readonly [string, JsonObject] => {
    return [`${id}Workers`, { polls: id, workers: 2, duration: "300ms", fails: "10%" }];
  });
  const parts: readonly (readonly [string, JsonValue])[] = [
    ...(traffic.length > 0 ? [["traffic", traffic] as const] : []),
    ...(consumers.length > 0 ? [["consumers", Object.fromEntries(consumers)] as const] : []),
    ["expect", [{ lost: 0 }]],
  ];
  return parts.reduce((so, [name, value]) => setIn(so, "yaml", [name], value) ?? so, start);
}

function entriesOf({ nodes, edges }: Topology): readonly TopologyNode[] {
  const isFed = new Set(edges.filter(({ kind }) => kind !== "uses").map(({ to }) => to));
  const able = nodes.filter((node) => ENTRIES.has(node.type) && isSimulated(node) && node.external !== true);
  const entries = able.filter(({ id }) => !isFed.has(id));
  return entries.length > 0 ? entries : able.slice(0, 1);
}

/** Queues that have dead-letter queues and no consumers: without one, nothing would ever come of them. */
function unpolledQueues({ nodes, edges }: Topology): readonly TopologyNode[] {
  const polled = new Set(edges.filter(({ kind }) => kind === "event-source").map(({ from }) => from));
  return nodes.filter(({ id, type, properties }) => {
    return type === "AWS::SQS::Queue" && properties.RedrivePolicy !== undefined && !polled.has(id);
  });
}

function trafficTo({ id, type, properties }: TopologyNode, { edges }: Topology): JsonObject {
  const isOrdered = properties.FifoQueue === true || properties.FifoTopic === true;
  const patterns = edges
    .filter(({ from }) => from === id)
    .flatMap<JsonObject>(({ properties: own }) => matchingMessage(own) ?? []);
  const plain = { body: { id: "${sequence}" } };
  const ways = {
    ...(isOrdered && { groupId: "group-${random(1, 4)}", deduplicationId: "${uuid}" }),
    ...(type === "AWS::Kinesis::Stream" && { partitionKey: "${random(1, 100)}" }),
  };
  const messages = [...patterns, plain].map((message): JsonObject => ({ ...message, ...ways }));
  return {
    to: id,
    rate: RATE,
    until: UNTIL,
    ...(messages.length === 1 ? { message: messages[0] as JsonObject } : { messages }),
  };
}

/** A message that a subscription's filter or a rule's pattern lets through. */
function matchingMessage(properties: JsonObject): JsonObject | undefined {
  const { FilterPolicy: filter, FilterPolicyScope: scope, EventPattern: pattern } = properties;
  if (isObject(filter)) {
    const compiled = compilePattern(filter, scope === "MessageBody" ? "sns-body" : "sns-attributes");
    const found = compiled && messageThatMatches(compiled);
    if (found === undefined) return undefined;
    const { body, attributes } = snsMessage(found);
    const own = Object.entries(attributes ?? {}).map(([name, { Type, Value }]) => {
      return [name, { DataType: Type, StringValue: String(Value) }] as const;
    });
    return { body: bodyOf(body), ...(own.length > 0 && { attributes: Object.fromEntries(own) }) };
  }
  if (!isObject(pattern)) return undefined;
  const compiled = compilePattern(pattern, "eventbridge");
  const found = compiled && messageThatMatches(compiled);
  return typeof found === "object" ? { body: found as JsonObject } : undefined;
}

/** As data where it is JSON, so that the scenario shows it as people write it. */
function bodyOf(body: string | undefined): JsonValue {
  if (body === undefined) return { id: "${sequence}" };
  try {
    return JSON.parse(body) as JsonValue;
  } catch {
    return body;
  }
}
