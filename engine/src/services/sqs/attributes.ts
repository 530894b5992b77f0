/**
 * Attributes of queues: what may be set, from what to what, and what AWS answers to anything else.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
import type { JsonObject } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";

/** Attributes with whole numbers: least, greatest, default. */
const NUMBERS = {
  DelaySeconds: [0, 900, 0],
  MaximumMessageSize: [1_024, 1_048_576, 1_048_576],
  MessageRetentionPeriod: [60, 1_209_600, 345_600],
  ReceiveMessageWaitTimeSeconds: [0, 20, 0],
  VisibilityTimeout: [0, 43_200, 30],
  KmsDataKeyReusePeriodSeconds: [60, 86_400, 300],
} as const;

type NumberName = keyof typeof NUMBERS;

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  FifoQueue: ["true", "false"],
  ContentBasedDeduplication: ["true", "false"],
  DeduplicationScope: ["queue", "messageGroup"],
  FifoThroughputLimit: ["perQueue", "perMessageGroupId"],
  SqsManagedSseEnabled: ["true", "false"],
};

/** Text, or judged elsewhere. */
const OTHERS: ReadonlySet<string> = new Set(["KmsMasterKeyId", "Policy", "RedrivePolicy", "RedriveAllowPolicy"]);

/** Whether it is a name of an attribute that can be set. */
function isAttribute(name: string): boolean {
  return Object.hasOwn(NUMBERS, name) || Object.hasOwn(CHOICES, name) || OTHERS.has(name);
}

/** Only FIFO queues have them; AWS says so in two ways. */
const FIFO_ONLY: Readonly<Record<string, (name: string) => string>> = {
  FifoQueue: (name) => `Unknown Attribute ${name}.`,
  ContentBasedDeduplication: (name) => `Unknown Attribute ${name}.`,
  DeduplicationScope: (name) => `You can specify the ${name} only when FifoQueue is set to true.`,
  FifoThroughputLimit: (name) => `You can specify the ${name} only when FifoQueue is set to true.`,
};

/** As the API takes them: text by name. */
export type QueueAttributes = Readonly<Record<string, string>>;

/** Why AWS does not take attributes for a queue of this type; undefined where it does. `all`: with those that it has. */
export function refuseAttributes(
  attributes: QueueAttributes,
  isFifo: boolean,
  all: QueueAttributes = attributes,
): Refusal | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    const refused = refuseAttribute(name, value, isFifo);
    if (refused !== undefined) return refused;
  }
  const { FifoThroughputLimit, DeduplicationScope } = all;
  if (FifoThroughputLimit === "perMessageGroupId" && DeduplicationScope !== "messageGroup") {
    return invalidValue(
      "FifoThroughputLimit",
      "To set FifoThroughputLimit to perMessageGroupId, the DeduplicationScope must be messageGroup.",
    );
  }
  return undefined;
}

function refuseAttribute(name: string, value: string, isFifo: boolean): Refusal | undefined {
  const onlyFifo = FIFO_ONLY[name];
  if (!isFifo && onlyFifo !== undefined) return refusal("InvalidAttributeName", onlyFifo(name));
  if (name === "FifoQueue" && value !== "true") return invalidValue(name, "Modifying queue type is not supported.");
  if (Object.hasOwn(NUMBERS, name)) {
    const [least, greatest] = NUMBERS[name as NumberName];
    const number = Number(value);
    const inRange = /^-?\d+$/.test(value) && number >= least && number <= greatest;
    return inRange ? undefined : invalidValue(name);
  }
  const choices = CHOICES[name];
  if (choices !== undefined) return choices.includes(value) ? undefined : invalidValue(name);
  return OTHERS.has(name) ? undefined : refusal("InvalidAttributeName", `Unknown Attribute ${name}.`);
}

function invalidValue(name: string, reason?: string): Refusal {
  const why = reason === undefined ? "" : ` Reason: ${reason}`;
  return refusal("InvalidAttributeValue", `Invalid value for the parameter ${name}.${why}`);
}

/** What a new queue has. */
export function defaultAttributes(isFifo: boolean): QueueAttributes {
  const numbers = Object.entries(NUMBERS).filter(([name]) => name !== "KmsDataKeyReusePeriodSeconds");
  return {
    ...Object.fromEntries(numbers.map(([name, [, , value]]) => [name, String(value)])),
    SqsManagedSseEnabled: "true",
    ...(isFifo && {
      FifoQueue: "true",
      ContentBasedDeduplication: "false",
      DeduplicationScope: "queue",
      FifoThroughputLimit: "perQueue",
    }),
  };
}

/** What a queue goes by; seconds and bytes as AWS has them. */
export interface QueueSettings {
  /** As they were given: what GetQueueAttributes tells besides the rest. */
  readonly attributes: QueueAttributes;
  readonly isFifo: boolean;
  readonly delaySeconds: number;
  readonly maximumMessageSize: number;
  readonly messageRetentionPeriodSeconds: number;
  readonly receiveMessageWaitTimeSeconds: number;
  readonly visibilityTimeoutSeconds: number;
  readonly contentBasedDeduplication: boolean;
  readonly deduplicationScope: "queue" | "messageGroup";
  readonly fifoThroughputLimit: "perQueue" | "perMessageGroupId";
  readonly redrivePolicy: RedrivePolicy | null;
  readonly redriveAllowPolicy: RedriveAllowPolicy | null;
}

export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

export interface RedriveAllowPolicy {
  readonly redrivePermission: "allowAll" | "denyAll" | "byQueue";
  readonly sourceQueueArns: readonly string[];
}

/** Settings from attributes; defaults for those that are not there, or that AWS would not take. */
export function settingsOf(attributes: QueueAttributes, isFifo: boolean): QueueSettings {
  const number = (name: NumberName): number => {
    const value = attributes[name];
    return value === undefined || refuseAttribute(name, value, isFifo) !== undefined ? NUMBERS[name][2] : Number(value);
  };
  return {
    attributes,
    isFifo,
    delaySeconds: number("DelaySeconds"),
    maximumMessageSize: number("MaximumMessageSize"),
    messageRetentionPeriodSeconds: number("MessageRetentionPeriod"),
    receiveMessageWaitTimeSeconds: number("ReceiveMessageWaitTimeSeconds"),
    visibilityTimeoutSeconds: number("VisibilityTimeout"),
    contentBasedDeduplication: attributes.ContentBasedDeduplication === "true",
    deduplicationScope: attributes.DeduplicationScope === "messageGroup" ? "messageGroup" : "queue",
    fifoThroughputLimit: attributes.FifoThroughputLimit === "perMessageGroupId" ? "perMessageGroupId" : "perQueue",
    redrivePolicy: redrivePolicyOf(attributes.RedrivePolicy),
    redriveAllowPolicy: redriveAllowPolicyOf(attributes.RedriveAllowPolicy),
  };
}

/**
 * The same from the properties of an `AWS::SQS::Queue`, whose values are numbers, booleans and objects.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html
 */
export function settingsOfProperties(properties: JsonObject): QueueSettings {
  const attributes = Object.entries(properties)
    .filter(([name]) => isAttribute(name))
    .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const);
  return settingsOf(Object.fromEntries(attributes), String(properties.FifoQueue) === "true");
}

/** An empty text takes the policy away. */
function redrivePolicyOf(text: string | undefined): RedrivePolicy | null {
  const { deadLetterTargetArn, maxReceiveCount } = policyOf(text);
  if (typeof deadLetterTargetArn !== "string" || !(Number(maxReceiveCount) >= 1)) return null;
  return { deadLetterTargetArn, maxReceiveCount: Number(maxReceiveCount) };
}

function redriveAllowPolicyOf(text: string | undefined): RedriveAllowPolicy | null {
  const { redrivePermission, sourceQueueArns } = policyOf(text);
  if (redrivePermission !== "denyAll" && redrivePermission !== "byQueue") return null;
  return { redrivePermission, sourceQueueArns: Array.isArray(sourceQueueArns) ? sourceQueueArns.map(String) : [] };
}

/** The fields of a policy; none where the text holds no object. */
function policyOf(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const policy: unknown = JSON.parse(text ?? "null");
    return typeof policy === "object" && policy !== null ? { ...policy } : {};
  } catch {
    return {};
  }
}

/** Whether a queue may be the dead-letter queue of another. */
export function allowsRedrive({ redriveAllowPolicy }: QueueSettings, sourceArn: string): boolean {
  if (redriveAllowPolicy === null) return true;
  const { redrivePermission, sourceQueueArns } = redriveAllowPolicy;
  return redrivePermission === "allowAll" || (redrivePermission === "byQueue" && sourceQueueArns.includes(sourceArn));
}
