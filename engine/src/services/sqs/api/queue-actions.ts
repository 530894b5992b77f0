/**
 * Making, setting and looking at queues.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html
 */
import type { JsonObject } from "../../../json.ts";
import { QUEUE_DELETED_PAUSE_MS } from "../../../limits.ts";
import { redriveRejection } from "../../../policies/check.ts";
import { type Refusal, refusal } from "../../../refusals/refusal.ts";
import { type Answer, text, texts } from "../../requests.ts";
import { defaultAttributes, type QueueAttributes, refuseAttributes, settingsOf } from "../attributes.ts";
import type { Queue } from "../queue.ts";
import { missing, textMap } from "./requests.ts";
import { nameOfArn, queueArnOf, queueUrlOf, type SqsWorld } from "./world.ts";

const NAME = /^[A-Za-z0-9_-]{1,80}$/;

/** When queues were deleted, epoch milliseconds, by name: they cannot be made again at once. */
export type Deleted = Map<string, number>;

export function createQueue(world: SqsWorld, request: JsonObject, deleted: Deleted): Answer {
  const name = text(request, "QueueName");
  if (name === undefined) return missing("QueueName");
  const attributes = textMap(request, "Attributes");
  const isFifo = attributes.FifoQueue === "true";
  const refused =
    refuseName(name, isFifo) ??
    refuseAttributes(attributes, isFifo) ??
    refusePolicies(world, attributes, { arn: queueArnOf(name), fifo: isFifo }) ??
    refuseSoon(name, world, deleted);
  if (refused !== undefined) return refused;
  const known = world.find(name);
  if (known !== undefined) {
    const present = attributesOf(known);
    const other = Object.keys(attributes).find((each) => present[each] !== attributes[each]);
    const text = `A queue already exists with the same name and a different value for attribute ${other}`;
    return other === undefined ? { QueueUrl: queueUrlOf(name) } : refusal("QueueAlreadyExists", text);
  }
  const properties = { ...attributes, QueueName: name, QueueUrl: queueUrlOf(name) };
  world.add?.({ id: name, type: "AWS::SQS::Queue", arn: queueArnOf(name), properties });
  return { QueueUrl: queueUrlOf(name) };
}

function refuseName(name: string, isFifo: boolean): Refusal | undefined {
  if (!isFifo && NAME.test(name)) return undefined;
  if (isFifo && name.endsWith(".fifo") && name.length <= 80 && NAME.test(name.slice(0, -".fifo".length)))
    return undefined;
  const text = isFifo
    ? "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length"
    : "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length";
  return refusal("InvalidParameterValue", text);
}

/** What AWS says of the two redrive policies, with the queues that there are. */
function refusePolicies(
  world: SqsWorld,
  { RedrivePolicy = "", RedriveAllowPolicy = "" }: QueueAttributes,
  queue: { readonly arn: string; readonly fifo: boolean },
): Refusal | undefined {
  const queues = world.all().map(({ arn, isFifo, settings: { redriveAllowPolicy } }) => {
    return { arn, fifo: isFifo, ...(redriveAllowPolicy !== null && { redriveAllowPolicy }) };
  });
  return (
    redriveRejection(RedrivePolicy, "RedrivePolicy", { queue, queues }) ??
    redriveRejection(RedriveAllowPolicy, "RedriveAllowPolicy", { queue, queues })
  );
}

function refuseSoon(name: string, { epochMs }: SqsWorld, deleted: Deleted): Refusal | undefined {
  const deletedMs = deleted.get(name);
  if (deletedMs === undefined || epochMs - deletedMs >= QUEUE_DELETED_PAUSE_MS) return undefined;
  const text = "You must wait 60 seconds after deleting a queue before you can create another with the same name.";
  return refusal("AWS.SimpleQueueService.QueueDeletedRecently", text);
}

export function deleteQueue(world: SqsWorld, queue: Queue, deleted: Deleted): Answer {
  queue.empty();
  world.remove?.(queue.context.id);
  deleted.set(nameOfArn(queue.arn), world.epochMs);
  return {};
}

export function setQueueAttributes(queue: Queue, request: JsonObject, world: SqsWorld): Answer {
  const { arn, isFifo } = queue;
  const attributes = textMap(request, "Attributes");
  const all = { ...queue.settings.attributes, ...attributes };
  const refused = refuseAttributes(attributes, isFifo, all) ?? refusePolicies(world, attributes, { arn, fifo: isFifo });
  if (refused !== undefined) return refused;
  // An empty policy takes it away.
  const kept = Object.entries(all).filter(([name, value]) => value !== "" || !REMOVABLE.has(name));
  queue.set(settingsOf(Object.fromEntries(kept), isFifo));
  return {};
}

const REMOVABLE: ReadonlySet<string> = new Set(["Policy", "RedrivePolicy", "RedriveAllowPolicy", "KmsMasterKeyId"]);

export function getQueueAttributes(queue: Queue, request: JsonObject): Answer {
  const names = texts(request, "AttributeNames");
  const all = attributesOf(queue);
  const unknown = names.find((name) => name !== "All" && all[name] === undefined && !MAYBE.has(name));
  if (unknown !== undefined) return refusal("InvalidAttributeName", `Unknown Attribute ${unknown}.`);
  const found = Object.entries(all).filter(([name]) => names.includes("All") || names.includes(name));
  return found.length === 0 ? {} : { Attributes: Object.fromEntries(found) };
}

/** Attributes that a queue need not have. */
const MAYBE: ReadonlySet<string> = new Set([
  ...REMOVABLE,
  "KmsDataKeyReusePeriodSeconds",
  "FifoQueue",
  "ContentBasedDeduplication",
  "DeduplicationScope",
  "FifoThroughputLimit",
]);

function attributesOf(queue: Queue): QueueAttributes {
  const { visible, inFlight, delayed, settings, arn } = queue;
  return {
    QueueArn: arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    ...defaultAttributes(settings.isFifo),
    ...settings.attributes,
  };
}

export function listQueues(world: SqsWorld, request: JsonObject): Answer {
  const prefix = text(request, "QueueNamePrefix") ?? "";
  const names = world.all().map(({ arn }) => nameOfArn(arn));
  const found = names.filter((name) => name.startsWith(prefix));
  return found.length === 0 ? {} : { QueueUrls: found.map(queueUrlOf) };
}

/** Queues whose redrive policy names this one. */
export function sourcesOf(world: SqsWorld, arn: string): readonly Queue[] {
  return world.all().filter(({ settings }) => settings.redrivePolicy?.deadLetterTargetArn === arn);
}

export function purgeQueue(queue: Queue): Answer {
  return queue.purge(nameOfArn(queue.arn)) ?? {};
}
