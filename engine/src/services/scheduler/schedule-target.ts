/**
 * What a schedule calls, with what, and what its dead letters tell.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets.html
 */
import { type JsonObject, objectOf } from "../../json.ts";
import { parsedJson } from "../../patterns/events.ts";
import { type Refusal, refusalOf } from "../../refusals/refusal.ts";
import type { Address, Attribute, Attributes, Message, NodeContext } from "../../sim/types.ts";
import { type DeliveryTarget, deadLetterArnOf, type Failure, retryLimitsOf } from "../deliveries.ts";
import { ACCOUNT, eventTime, REGION } from "../events/event.ts";
import { type Delivery, portOf } from "../ports.ts";
import { callSdk, isKnownCall, type SdkCall } from "../sdk-calls.ts";
import { errorCodeOf, NO_RESOURCE } from "../target-errors.ts";

/** One time that a schedule was due. */
export interface Execution {
  readonly id: string;
  readonly scheduleArn: string;
  /** When it was due, epoch milliseconds. */
  readonly scheduledMs: number;
}

/**
 * What the target gets: its input, where the schedule has one. The number of the attempt is filled in by `withAttempt`.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export function payloadOf({ Input: input }: JsonObject, { id, scheduleArn, scheduledMs }: Execution): string {
  if (input !== undefined) {
    const values: Readonly<Record<string, string>> = {
      "schedule-arn": scheduleArn,
      "scheduled-time": eventTime(scheduledMs),
      "execution-id": id,
    };
    const text = typeof input === "string" ? input : JSON.stringify(input);
    return text.replace(/<aws\.scheduler\.([\w-]+)>/g, (found, name: string) => values[name] ?? found);
  }
  return JSON.stringify({
    version: "0",
    id,
    "detail-type": "Scheduled Event",
    source: "aws.scheduler",
    account: ACCOUNT,
    time: eventTime(scheduledMs),
    region: REGION,
    resources: [scheduleArn],
    detail: "{}",
  });
}

function withAttempt(payload: string, attempt: number): string {
  return payload.replaceAll("<aws.scheduler.attempt-number>", String(attempt));
}

/** `ignored`: where answers of calls that take time go, for which nobody waits. */
export function scheduleTargetOf(context: NodeContext, target: JsonObject, scheduleArn: string, ignored: Address) {
  const arn = String(target.Arn);
  const [, service, action] = UNIVERSAL.exec(arn) ?? [];
  const parameters = parametersOf(target);
  return {
    arn,
    limits: retryLimitsOf(target.RetryPolicy),
    deadLetterArn: deadLetterArnOf(target.DeadLetterConfig),
    deliver(message, { body = "", from }, attempt) {
      const payload = withAttempt(body, attempt);
      if (service !== undefined && action !== undefined) {
        const input = parsedJson(payload);
        const call = { service, action, parameters: objectOf(input) };
        return callUniversal(context, message, call, ignored);
      }
      const port = portOf(context, arn, "target");
      return port === undefined ? NO_RESOURCE : port.deliver(message, parameters({ from, body: payload }));
    },
    deadLetterAttributes: (failure) => deadLetterAttributes(failure, scheduleArn, arn),
  } satisfies DeliveryTarget;
}

/** `arn:aws:scheduler:::aws-sdk:sqs:sendMessage`. */
const UNIVERSAL = /^arn:[\w-]+:scheduler:::aws-sdk:([\w-]+):(\w+)$/;

function callUniversal(context: NodeContext, cause: Message, call: SdkCall, ignored: Address): Refusal | undefined {
  const answer = callSdk({ context, cause, reply: () => ignored, hasBase64: true }, call);
  // Of an API that is not simulated nobody knows but that it was called.
  if (answer === undefined) return isKnownCall(call) ? NO_RESOURCE : undefined;
  return refusalOf(answer);
}

/** What goes with the payload to some kinds of targets. */
function parametersOf(target: JsonObject): (delivery: Delivery) => Delivery {
  const { DetailType, Source } = objectOf(target.EventBridgeParameters);
  if (DetailType !== undefined) {
    return ({ from, body }) => {
      return { from, body: JSON.stringify({ Source: Source ?? "", DetailType, Detail: body ?? "" }) };
    };
  }
  const { MessageGroupId } = objectOf(target.SqsParameters);
  const { PartitionKey } = objectOf(target.KinesisParameters);
  return (delivery) => ({
    ...delivery,
    ...(MessageGroupId !== undefined && { groupId: String(MessageGroupId) }),
    ...(PartitionKey !== undefined && { partitionKey: String(PartitionKey) }),
  });
}

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html */
function deadLetterAttributes(
  { refusal, attempts, exhausted }: Failure,
  scheduleArn: string,
  targetArn: string,
): Attributes {
  const text = (value: string): Attribute => ({ DataType: "String", StringValue: value });
  return {
    SCHEDULE_ARN: text(scheduleArn),
    TARGET_ARN: text(targetArn),
    ERROR_CODE: text(errorCodeOf(refusal)),
    ERROR_MESSAGE: text(refusal.message),
    ...(exhausted !== undefined && { EXHAUSTED_RETRY_CONDITION: text(exhausted) }),
    RETRY_ATTEMPTS: text(String(Math.max(0, attempts - 1))),
  };
}
