/**
 * Calls of AWS's APIs by service, action and parameters, as the SDKs make them: of Task states, of universal targets of
 * EventBridge Scheduler, of API Gateway's integrations with services.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf, objectsIn } from "../json.ts";
import { isRefusal, type Refusal } from "../refusals/refusal.ts";
import type { Address, Attributes, Message, NodeContext } from "../sim/types.ts";
import { base64Decode } from "../text/base64.ts";
import { utf8Decode } from "../text/utf8.ts";
import { busOf } from "./events/bus.ts";
import { ACCOUNT, type PutEventsEntry, REGION } from "./events/event.ts";
import { putEvents } from "./events/put-events.ts";
import { type Delivery, portOf } from "./ports.ts";

export interface SdkCall {
  /** As an SDK or Step Functions names it: `sqs`, `eventbridge` or `events`, `sfn` or `states`. */
  readonly service: string;
  /** `sendMessage`, its first letter in either case. */
  readonly action: string;
  readonly parameters: JsonObject;
}

/** Who calls. */
export interface SdkCaller {
  readonly context: NodeContext;
  /** What is sent is made of it. */
  readonly cause: Message | undefined;
  /** Where a `CallResult` is to go, asked for by a call that takes time: a function that is waited for, an Express workflow. */
  readonly reply: () => Address;
  /** Whether binary parameters are Base64, as in requests over HTTP; else they are text. */
  readonly hasBase64?: boolean;
}

/** Done, refused, or to be answered later. Undefined: what is called, or whom it names, is not simulated. */
export type SdkAnswer = SdkDone | "awaited" | Refusal | undefined;

export interface SdkDone {
  /** Where more of it is known than that it went well. */
  readonly response?: JsonObject;
}

const DONE: SdkDone = {};

export function callSdk(caller: SdkCaller, { service, action, parameters }: SdkCall): SdkAnswer {
  const name = nameOf(service, action);
  return Object.hasOwn(CALLS, name) ? CALLS[name]?.(caller, parameters) : undefined;
}

/** Whether calls of this API are carried out, where whom they name is simulated. */
export function isKnownCall({ service, action }: Pick<SdkCall, "service" | "action">): boolean {
  return Object.hasOwn(CALLS, nameOf(service, action));
}

function nameOf(service: string, action: string): string {
  return `${SERVICE_NAMES[service] ?? service}:${action.charAt(0).toLowerCase()}${action.slice(1)}`;
}

/** Where an SDK has another name for a service than Step Functions. */
const SERVICE_NAMES: Readonly<Record<string, string>> = { eventbridge: "events", sfn: "states" };

type Call = (caller: SdkCaller, parameters: JsonObject) => SdkAnswer;

const CALLS: Readonly<Record<string, Call>> = {
  "sqs:sendMessage": (caller, given) => send(caller, text(given.QueueUrl), messageOf(given, given.MessageBody)),
  "sqs:sendMessageBatch": (caller, { QueueUrl, Entries }) =>
    sendAll(
      caller,
      text(QueueUrl),
      objectsIn(Entries).map((entry) => messageOf(entry, entry.MessageBody)),
    ),
  "sns:publish": (caller, given) =>
    send(caller, text(given.TopicArn ?? given.TargetArn), messageOf(given, given.Message)),
  "sns:publishBatch": (caller, { TopicArn, PublishBatchRequestEntries }) =>
    sendAll(
      caller,
      text(TopicArn),
      objectsIn(PublishBatchRequestEntries).map((entry) => messageOf(entry, entry.Message)),
    ),
  "events:putEvents": callPutEvents,
  "kinesis:putRecord": (caller, given) => send(caller, streamArn(given), recordOf(caller, given)),
  "kinesis:putRecords": (caller, given) =>
    sendAll(
      caller,
      streamArn(given),
      objectsIn(given.Records).map((record) => recordOf(caller, record)),
    ),
  "firehose:putRecord": (caller, { DeliveryStreamName, Record }) =>
    send(caller, firehoseArn(DeliveryStreamName), recordOf(caller, objectOf(Record))),
  "firehose:putRecordBatch": (caller, { DeliveryStreamName, Records }) =>
    sendAll(
      caller,
      firehoseArn(DeliveryStreamName),
      objectsIn(Records).map((record) => recordOf(caller, record)),
    ),
  "lambda:invoke": invoke,
  "states:startExecution": (caller, { stateMachineArn, StateMachineArn, input, Input }) =>
    send(caller, text(stateMachineArn ?? StateMachineArn), { body: text(input ?? Input ?? {}) }),
  "states:startSyncExecution": (caller, { stateMachineArn, StateMachineArn, input, Input }) =>
    call(caller, text(stateMachineArn ?? StateMachineArn), text(input ?? Input ?? {})),
  "s3:putObject": putObject,
};

/** What is sent, but for who sends it. */
type Sending = Omit<Delivery, "from">;

function send({ context, cause }: SdkCaller, to: string, sending: Sending): SdkAnswer {
  const target = portOf(context, to, "target");
  if (target === undefined) return undefined;
  return target.deliver(cause, { ...sending, from: context.id }) ?? DONE;
}

/** Entries that are refused are the caller's to see in the answer; the call itself has gone well, unless all are refused. */
function sendAll({ context, cause }: SdkCaller, to: string, sendings: readonly Sending[]): SdkAnswer {
  const target = portOf(context, to, "target");
  if (target === undefined) return undefined;
  const entries = sendings.map((sending) => ({ cause, delivery: { ...sending, from: context.id } }));
  const answers = target.deliverBatch?.(entries) ?? entries.map(({ delivery }) => target.deliver(cause, delivery));
  return answers.every(isRefusal) && answers[0] !== undefined ? answers[0] : DONE;
}

function call({ context, cause, reply }: SdkCaller, to: string, body: string): SdkAnswer {
  const calls = portOf(context, to, "calls");
  if (calls === undefined) return undefined;
  return calls.call(cause, { body, from: context.id }, reply()) ?? "awaited";
}

function invoke(caller: SdkCaller, { FunctionName, InvocationType, Payload }: JsonObject): SdkAnswer {
  const arn = functionArn(text(FunctionName));
  const body = binary(caller, Payload ?? {});
  return InvocationType === "Event" ? send(caller, arn, { body }) : call(caller, arn, body);
}

function callPutEvents({ context, cause }: SdkCaller, { Entries }: JsonObject): SdkAnswer {
  const entries = objectsIn(Entries).map(({ Detail, ...entry }) => {
    return { ...entry, ...(Detail !== undefined && { Detail: text(Detail) }) } as PutEventsEntry;
  });
  if (entries.every(({ EventBusName = "default" }) => busOf(context, EventBusName) === undefined)) return undefined;
  const answers = putEvents(context, entries, context.id, cause);
  if (isRefusal(answers)) return answers;
  const response = {
    Entries: answers.map((answer) => {
      return isRefusal(answer) ? { ErrorCode: answer.code, ErrorMessage: answer.message } : { ...answer };
    }),
    FailedEntryCount: answers.filter(isRefusal).length,
  };
  return { response };
}

function putObject(caller: SdkCaller, { Bucket, Key, Body }: JsonObject): SdkAnswer {
  const { context, cause } = caller;
  const bucket = portOf(context, `arn:aws:s3:::${text(Bucket)}`, "bucket");
  if (bucket === undefined) return undefined;
  const causes = cause === undefined ? [] : [cause];
  const put = { body: binary(caller, Body ?? ""), causes, from: context.id };
  return bucket.putObject({ ...put, ...(Key !== undefined && { key: text(Key) }) }) ?? DONE;
}

function messageOf(given: JsonObject, body: JsonValue | undefined): Sending {
  const { MessageAttributes: attributes, MessageGroupId, MessageDeduplicationId } = given;
  return {
    body: text(body ?? ""),
    ...(isObject(attributes) && { attributes: attributes as Attributes & JsonObject }),
    ...(MessageGroupId !== undefined && { groupId: text(MessageGroupId) }),
    ...(MessageDeduplicationId !== undefined && { deduplicationId: text(MessageDeduplicationId) }),
  };
}

function recordOf(caller: SdkCaller, { Data, PartitionKey }: JsonObject): Sending {
  return {
    body: binary(caller, Data ?? ""),
    ...(PartitionKey !== undefined && { partitionKey: text(PartitionKey) }),
  };
}

function text(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}

function binary({ hasBase64 = false }: SdkCaller, value: JsonValue): string {
  const bytes = hasBase64 && typeof value === "string" ? base64Decode(value) : undefined;
  return bytes === undefined ? text(value) : utf8Decode(bytes);
}

function streamArn({ StreamARN, StreamName }: JsonObject): string {
  return arnOf("kinesis", "stream/", StreamARN ?? StreamName);
}

function firehoseArn(name: JsonValue | undefined): string {
  return arnOf("firehose", "deliverystream/", name);
}

/** A name, a partial ARN (`123456789012:function:Name`) or an ARN. */
export function functionArn(name: string): string {
  return name.startsWith("arn:") ? name : arnOf("lambda", "function:", name.replace(/^.*function:/, ""));
}

function arnOf(service: string, kind: string, name: JsonValue | undefined): string {
  const given = text(name);
  return given.startsWith("arn:") ? given : `arn:aws:${service}:${REGION}:${ACCOUNT}:${kind}${given}`;
}
