/**
 * What Task states call of what is simulated: functions, queues, topics, streams, buses, other state machines. Everything
 * else is answered by the scenario, or with an answer that is made up.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { type TaskResource, taskResource } from "../../run/resources.ts";
import { callbackTasks } from "../../run/tasks/tokens.ts";
import type { TaskCall, TaskOutcome } from "../../run/types.ts";
import type { Attributes } from "../../sim/types.ts";
import { busOf } from "../events/bus.ts";
import { ACCOUNT, type PutEventsEntry, REGION } from "../events/event.ts";
import { putEvents } from "../events/put-events.ts";
import { type Delivery, portOf } from "../ports.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { callFunction, invokeFunction } from "./function-tasks.ts";
import { startExecution } from "./nested-executions.ts";
import { sampleAnswer } from "./sample-answer.ts";
import { sendTaskOutcome } from "./task-tokens.ts";
import { type Integration, NOT_SIMULATED, type Performed, type TaskWorld } from "./task-world.ts";

/** Performs a call on the simulated system. */
export function performTask(world: TaskWorld, call: TaskCall): Performed {
  const task = taskResource(call.resource);
  if (task.kind === "lambda") return callFunction(world, call);
  const integration = task.kind === "service" ? INTEGRATIONS[nameOf(task)] : undefined;
  return integration === undefined ? NOT_SIMULATED : integration(world, call);
}

/** `sqs:sendMessage`, whether it is the optimized integration or the SDK's, in whatever pattern. */
function nameOf({ resourceType, resource }: TaskResource): string {
  const service = resourceType.replace(/^aws-sdk:/, "");
  return `${SDK_NAMES[service] ?? service}:${resource.replace(PATTERN, "")}`;
}

const PATTERN = /\.(?:sync(?::2)?|waitForTaskToken)$/;

/** Where the SDK has another name for a service than the optimized integration. */
const SDK_NAMES: Readonly<Record<string, string>> = { eventbridge: "events", sfn: "states" };

/** What is sent to whom; undefined where the arguments do not say. */
interface Sending {
  readonly to: string;
  readonly delivery: Omit<Delivery, "from">;
}

const INTEGRATIONS: Readonly<Record<string, Integration>> = {
  "lambda:invoke": invokeFunction,
  "states:startExecution": startExecution,
  "states:startSyncExecution": startExecution,
  "states:sendTaskSuccess": sendToken,
  "states:sendTaskFailure": sendToken,
  "states:sendTaskHeartbeat": sendToken,
  "sqs:sendMessage": sends((given) => ({
    to: text(given.QueueUrl),
    delivery: {
      body: text(given.MessageBody),
      ...attributesIn(given),
      ...named("groupId", given.MessageGroupId),
      ...named("deduplicationId", given.MessageDeduplicationId),
    },
  })),
  "sns:publish": sends((given) => ({
    to: text(given.TopicArn ?? given.TargetArn),
    delivery: {
      body: text(given.Message),
      ...attributesIn(given),
      ...named("groupId", given.MessageGroupId),
      ...named("deduplicationId", given.MessageDeduplicationId),
    },
  })),
  "events:putEvents": sendEvents,
  "kinesis:putRecord": sends((given) => ({
    to: streamArn("kinesis", "stream", given.StreamARN ?? given.StreamName),
    delivery: { body: text(given.Data), ...named("partitionKey", given.PartitionKey) },
  })),
  "firehose:putRecord": sends((given) => ({
    to: streamArn("firehose", "deliverystream", given.DeliveryStreamName),
    delivery: { body: text(isObject(given.Record) ? given.Record.Data : given.Record) },
  })),
};

/** A call that sends one message. What it names is not simulated: others answer. */
function sends(sendingOf: (given: JsonObject) => Sending): Integration {
  return ({ context, message }, call) => {
    const { to, delivery } = sendingOf(argumentsOf(call));
    const target = portOf(context, to, "target");
    if (target === undefined) return NOT_SIMULATED;
    const refused = target.deliver(message, { ...delivery, from: context.id });
    return refused === undefined ? sent(call, sampleAnswer(call)) : failed(call, refused);
  };
}

/** With a token the answer is whoever's who has it. */
function sent({ resource }: TaskCall, result: JsonValue): TaskOutcome | undefined {
  return resource.endsWith(".waitForTaskToken") ? undefined : { result };
}

/**
 * PutEvents; the optimized integration fails where an entry is refused.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html
 */
function sendEvents({ context, message }: TaskWorld, call: TaskCall): Performed {
  const entries = listOf(argumentsOf(call).Entries).map(entryWithText);
  if (!entries.some(({ EventBusName = "default" }) => busOf(context, EventBusName) !== undefined)) return NOT_SIMULATED;
  const answers = putEvents(context, entries, context.id, message);
  if (isRefusal(answers)) return failed(call, answers);
  const refused = answers.filter(isRefusal);
  const result = {
    Entries: answers.map((answer) =>
      isRefusal(answer) ? { ErrorCode: answer.code, ErrorMessage: answer.message } : { ...answer },
    ),
    FailedEntryCount: refused.length,
  };
  const isSdk = taskResource(call.resource).resourceType.startsWith("aws-sdk:");
  if (refused.length === 0 || isSdk) return sent(call, result);
  return { error: "EventBridge.FailedEntry", cause: JSON.stringify(result) };
}

/** State machines may give Detail as an object. */
function entryWithText(entry: JsonObject): PutEventsEntry {
  const { Detail: detail } = entry;
  return { ...entry, ...(isObject(detail) && { Detail: JSON.stringify(detail) }) };
}

function argumentsOf({ arguments: given }: TaskCall): JsonObject {
  return isObject(given) ? given : {};
}

function sendToken({ context }: TaskWorld, call: TaskCall): Performed {
  const answered = callbackTasks({
    send: (token, outcome) => void sendTaskOutcome(context, token, outcome),
    take: () => undefined,
  })(call);
  return answered instanceof Promise ? undefined : answered;
}

/** An error of a service: `SQS.QueueDoesNotExist`, and so on. */
export function failed({ resource }: TaskCall, { code, message }: Refusal): TaskOutcome {
  const { resourceType } = taskResource(resource);
  const service = resourceType.replace(/^aws-sdk:/, "");
  const name = resourceType.startsWith("aws-sdk:")
    ? service.charAt(0).toUpperCase() + service.slice(1)
    : (OPTIMIZED_NAMES[service] ?? service);
  return { error: `${name}.${code.split(".").at(-1)}`, cause: message };
}

/** How errors of optimized integrations begin. */
const OPTIMIZED_NAMES: Readonly<Record<string, string>> = {
  sqs: "SQS",
  sns: "SNS",
  lambda: "Lambda",
  events: "EventBridge",
  states: "StepFunctions",
};

function text(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}

function named(field: "groupId" | "deduplicationId" | "partitionKey", value: JsonValue | undefined) {
  return typeof value === "string" ? { [field]: value } : {};
}

function attributesIn({ MessageAttributes: attributes }: JsonObject): { readonly attributes?: Attributes } {
  return isObject(attributes) ? { attributes: attributes as Attributes & JsonObject } : {};
}

function listOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function streamArn(service: string, kind: string, name: JsonValue | undefined): string {
  const stream = text(name);
  return stream.startsWith("arn:") ? stream : `arn:aws:${service}:${REGION}:${ACCOUNT}:${kind}/${stream}`;
}
