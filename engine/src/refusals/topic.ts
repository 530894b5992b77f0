/**
 * What SNS says to topics and subscriptions that are to be made or changed.
 * https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
import { isObject } from "../json.ts";
import { patternRejection } from "../patterns/check.ts";
import { parsedJson } from "../patterns/events.ts";
import { jacksonStop } from "../text/jackson.ts";
import { type Refusal, refusal } from "./refusal.ts";

function invalid(what: string, setting?: string): Refusal {
  return refusal("InvalidParameter", `Invalid parameter: ${what}`, setting);
}

/** https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
export function refuseTopicName(name: string, isFifo: boolean): Refusal | undefined {
  const form = isFifo ? /^[A-Za-z0-9_-]{1,251}\.fifo$/ : /^[A-Za-z0-9_-]{1,256}$/;
  return form.test(name) ? undefined : invalid("Topic Name", "TopicName");
}

/** `region`: the caller's. Undefined for an ARN that may be a topic's. */
export function refuseTopicArn(arn: string, region: string): Refusal | undefined {
  const parts = arn.split(":");
  return refuseShortArn("TopicArn", parts) ?? (parts[3] === region ? undefined : invalid("TopicArn"));
}

/** What Unsubscribe and others say. Undefined for an ARN that may be a subscription's. */
export function refuseSubscriptionArn(arn: string): Refusal | undefined {
  const parts = arn.split(":");
  return refuseShortArn("SubscriptionArn", parts) ?? (parts.length > 6 ? undefined : invalid("SubscriptionId"));
}

function refuseShortArn(parameter: string, parts: readonly string[]): Refusal | undefined {
  if (parts.length >= 6) return undefined;
  return invalid(`${parameter} Reason: An ARN must have at least 6 elements, not ${parts.length}`);
}

/** What Publish, Subscribe and others say to an ARN that no topic has. */
export const NO_SUCH_TOPIC: Refusal = refusal("NotFound", "Topic does not exist");

const PROTOCOLS: ReadonlySet<string> = new Set([
  "application",
  "email",
  "email-json",
  "firehose",
  "http",
  "https",
  "lambda",
  "sms",
  "sqs",
]);

export function refuseEndpoint(protocol: string, endpoint: string, isFifoTopic: boolean): Refusal | undefined {
  if (!PROTOCOLS.has(protocol)) {
    return invalid(`Amazon SNS does not support this protocol string: ${protocol}`, "Protocol");
  }
  if (protocol === "http" || protocol === "https") {
    return endpoint.startsWith(`${protocol}://`)
      ? undefined
      : invalid("Endpoint must match the specified protocol", "Endpoint");
  }
  if (protocol !== "sqs") return undefined;
  if (!/^arn:[^:]*:sqs:[^:]*:\d{12}:[\w-]+(?:\.fifo)?$/.test(endpoint)) return invalid("SQS endpoint ARN", "Endpoint");
  if (isFifoTopic || !endpoint.endsWith(".fifo")) return undefined;
  // AWS says it twice.
  const reason = "FIFO SQS Queues can not be subscribed to standard SNS topics";
  return invalid(`Invalid parameter: Endpoint Reason: ${reason}`, "Endpoint");
}

const ATTRIBUTES: ReadonlySet<string> = new Set([
  "DeliveryPolicy",
  "FilterPolicy",
  "FilterPolicyScope",
  "RawMessageDelivery",
  "RedrivePolicy",
  "ReplayPolicy",
  "SubscriptionRoleArn",
]);

/** One attribute of a subscription. `scope`: the one that its filter policy has. */
export function refuseSubscriptionAttribute(
  name: string,
  value: string,
  scope: "MessageAttributes" | "MessageBody" = "MessageAttributes",
): Refusal | undefined {
  if (!ATTRIBUTES.has(name)) return invalid("AttributeName");
  switch (name) {
    case "RawMessageDelivery":
      return /^(true|false)$/i.test(value)
        ? undefined
        : invalid(`RawMessageDelivery: Invalid value [${value}]. Must be true or false.`);
    case "FilterPolicyScope":
      return /^Message(Attributes|Body)$/.test(value)
        ? undefined
        : invalid(`FilterPolicyScope: Invalid value [${value}]. Please use either MessageBody or MessageAttributes`);
    case "FilterPolicy":
      return refuseFilter(value, scope);
    case "RedrivePolicy":
      return refuseRedrive(value);
    default:
      return undefined;
  }
}

/** The same of all that Subscribe is given: it says where they stand. */
export function refuseSubscriptionAttributes(attributes: Readonly<Record<string, string>>): Refusal | undefined {
  const scope = attributes.FilterPolicyScope === "MessageBody" ? "MessageBody" : "MessageAttributes";
  for (const [name, value] of Object.entries(attributes)) {
    const refused = refuseSubscriptionAttribute(name, value, scope);
    if (refused !== undefined) return { ...refused, message: refused.message.replace(": ", ": Attributes Reason: ") };
  }
  return undefined;
}

function refuseFilter(value: string, scope: "MessageAttributes" | "MessageBody"): Refusal | undefined {
  if (value === "" || value === "{}") return undefined;
  const rejected = patternRejection(value, scope === "MessageBody" ? "sns-body" : "sns-attributes");
  return rejected && refusal(rejected.code, rejected.message);
}

function refuseRedrive(value: string): Refusal | undefined {
  if (value === "" || value === "{}") return undefined;
  const policy = parsedJson(value);
  if (!isObject(policy)) {
    const [why = ""] = jacksonStop(value)?.message.split("\n", 1) ?? [];
    return invalid(`RedrivePolicy: failed to parse JSON. ${why}`.trimEnd());
  }
  const arn = policy.deadLetterTargetArn;
  const isQueue = typeof arn === "string" && /^arn:[^:]*:sqs:[^:]*:\d{12}:.+$/.test(arn);
  return isQueue ? undefined : invalid("RedrivePolicy: deadLetterTargetArn is an invalid arn");
}
