/**
 * Reads files of sample messages. A sample is an object with `Message`, `MessageAttributes` or `event`, a name and what is
 * expected; an event, or a message as SNS delivers it, may also stand there as it is. What is missing or misshapen is left
 * out; nothing is judged here.
 */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { parsedJson } from "../../patterns/events.ts";
import { snsMessageOf } from "../../patterns/messages.ts";
import type { SnsAttribute, SnsMessage } from "../../patterns/types.ts";
import { parentOf, property, valueNode, valueOf } from "../../text/navigate.ts";
import type { Node, ObjectNode, Property } from "../../text/tree.ts";

export interface Sample {
  readonly node: ObjectNode;
  /** As the user calls it; undefined where it has no name. */
  readonly name: string | undefined;
  /** What it is called by its place: "sample 2". */
  readonly title: string;
  /** Whether the policy is meant to match it; undefined where the file does not say. */
  readonly expected: boolean | undefined;
  readonly expectation: Property | undefined;
  /** As SNS filters it. */
  readonly message: SnsMessage;
  /** As EventBridge, Pipes and Lambda filter it. */
  readonly event: JsonObject;
  /** Where the fields stand that patterns see. */
  readonly attributesNode: Node | undefined;
  readonly bodyNode: Node | undefined;
  readonly eventNode: Node;
}

/** Fields that are ours, those by which a sample is known, and those by which it is known to be something else. */
const OWN_FIELDS = new Set(["name", "Message", "MessageAttributes", "event", "matches"]);
const TELLING_FIELDS = new Set(["Message", "MessageAttributes", "event", "matches"]);
const FOREIGN_FIELDS = new Set(
  "source,detail-type,detail,Type,MessageId,TopicArn,eventSource,eventSourceARN,messageId,kinesis,dynamodb".split(","),
);

/** In document order. */
export function readSamples(root: Node): readonly Sample[] {
  const list = root.kind === "array" ? root : valueNode(root, "messages");
  if (list?.kind !== "array") return [];
  return list.items.flatMap((item, index) => (item.kind === "object" ? [readSample(item, index)] : []));
}

export type Scope = "MessageAttributes" | "MessageBody";

/** What the file says that the filter policy is compared with. */
export function readScope(root: Node): Scope | undefined {
  const scope = valueNode(root, "FilterPolicyScope");
  const text = scope?.kind === "string" ? scope.value : undefined;
  return text === "MessageBody" || text === "MessageAttributes" ? text : undefined;
}

function readSample(node: ObjectNode, index: number): Sample {
  const name = valueNode(node, "name");
  const expectation = property(node, "matches");
  const isOwn = isSample(node);
  const eventNode = isOwn ? (valueNode(node, "event") ?? node) : node;
  const attributesNode = valueNode(node, "MessageAttributes");
  const bodyNode = valueNode(node, "Message");
  const value = valueOf(node);
  const event = valueOf(eventNode);
  const isNamed = isOwn && name?.kind === "string" && name.value !== "";
  return {
    node,
    name: isNamed ? name.value : undefined,
    title: isNamed ? name.value : `sample ${index + 1}`,
    expected: isOwn && expectation?.value.kind === "boolean" ? expectation.value.value : undefined,
    expectation: isOwn ? expectation : undefined,
    message: snsMessageOf(objectOf(value)),
    event: objectOf(event),
    attributesNode,
    bodyNode,
    eventNode,
  };
}

/** Whether an object is a sample of ours, perhaps with mistakes, not an event or a message as it is. */
export function isSample({ properties }: ObjectNode): boolean {
  if (properties.every(({ key }) => OWN_FIELDS.has(key.value))) return true;
  const isForeign = properties.some(({ key }) => FOREIGN_FIELDS.has(key.value));
  return !isForeign && properties.some(({ key }) => TELLING_FIELDS.has(key.value));
}

/** What an attribute says, as data: the value as a person writes it. */
export function attributeValue({ Type, Value }: SnsAttribute): JsonValue {
  if (Type === "String.Array") return parsedJson(String(Value)) ?? Value;
  return Type === "Number" ? Number(Value) : Value;
}

/** What the root of a file of samples is to the schemas. */
export function schemaOf(root: Node): string {
  return root.kind === "array" ? "sample[]" : "sample-file";
}

/** The sample that holds a node. */
export function sampleAround(root: Node, node: Node): Sample | undefined {
  const samples = readSamples(root);
  for (let at: Node | undefined = node; at !== undefined; at = parentOf(at)) {
    const found = samples.find((sample) => sample.node === at);
    if (found !== undefined) return found;
  }
  return undefined;
}
