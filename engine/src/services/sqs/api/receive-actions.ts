/**
 * ReceiveMessage, and what is done with what it gives: DeleteMessage, ChangeMessageVisibility, one by one or in batches.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
import type { JsonObject } from "../../../json.ts";
import { MAX_BATCH_ENTRIES, MAX_POLL_SECONDS, MAX_VISIBILITY_SECONDS } from "../../../limits.ts";
import { isRefusal, type Refusal } from "../../../refusals/refusal.ts";
import type { Attributes } from "../../../sim/types.ts";
import { hashHex } from "../../../text/hash.ts";
import { messageIdOf } from "../../message-id.ts";
import type { Poll, Received } from "../../ports.ts";
import { type Answer, number, text, texts } from "../../requests.ts";
import { invalid } from "../message-checks.ts";
import type { Queue } from "../queue.ts";
import { batchResponse, entriesOf } from "./batches.ts";
import { handleOf, receiptOfHandle } from "./handles.ts";
import { md5OfAttributes } from "./md5.ts";
import { missing } from "./requests.ts";
import { sequenceNumberOf } from "./send-actions.ts";

/** How long a ReceiveMessage waits for messages, seconds. */
export function waitSecondsOf(queue: Queue, request: JsonObject): number {
  return number(request, "WaitTimeSeconds") ?? queue.settings.receiveMessageWaitTimeSeconds;
}

/**
 * What is there at this moment. Long polling is the caller's: with nothing received and `waitSecondsOf` above 0 it waits
 * at the queue, and asks again as the same poll.
 */
export function receiveMessage(queue: Queue, request: JsonObject, epochMs: number, isSamePoll = false): Answer {
  const refused = refuseReceive(request);
  if (refused !== undefined) return refused;
  const poll: Poll = isSamePoll ? "same" : waitSecondsOf(queue, request) > 0 ? "long" : "short";
  const received = queue.receive(
    number(request, "MaxNumberOfMessages") ?? 1,
    number(request, "VisibilityTimeout"),
    poll,
  );
  if (isRefusal(received)) return received;
  const startMs = epochMs - queue.context.timeMs;
  const messages = received.map((each) => messageResponse(queue, request, each, startMs));
  return messages.length === 0 ? {} : { Messages: messages };
}

function refuseReceive(request: JsonObject): Refusal | undefined {
  const max = number(request, "MaxNumberOfMessages") ?? 1;
  if (!(max >= 1 && max <= MAX_BATCH_ENTRIES)) {
    return invalid("MaxNumberOfMessages", max, `Must be between 1 and ${MAX_BATCH_ENTRIES}, if provided.`);
  }
  const bounds = [
    ["WaitTimeSeconds", MAX_POLL_SECONDS],
    ["VisibilityTimeout", MAX_VISIBILITY_SECONDS],
  ] as const;
  for (const [name, greatest] of bounds) {
    const value = number(request, name) ?? 0;
    if (!(value >= 0 && value <= greatest)) {
      return invalid(name, value, `Must be >= 0 and <= ${greatest}, if provided.`);
    }
  }
  return undefined;
}

function messageResponse({ arn, isFifo }: Queue, request: JsonObject, received: Received, startMs: number): JsonObject {
  const { message, receipt } = received;
  const wanted = [...texts(request, "MessageSystemAttributeNames"), ...texts(request, "AttributeNames")];
  const all = systemAttributes(received, isFifo, startMs);
  const system = Object.entries(all).filter(([name]) => wanted.includes("All") || wanted.includes(name));
  const attributes = wantedAttributes(message.attributes, texts(request, "MessageAttributeNames"));
  return {
    MessageId: messageIdOf(message.number),
    ReceiptHandle: handleOf(arn, receipt),
    MD5OfBody: hashHex(message.body, "MD5") ?? "",
    Body: message.body,
    ...(system.length > 0 && { Attributes: Object.fromEntries(system) }),
    ...(attributes !== undefined && {
      MD5OfMessageAttributes: md5OfAttributes(attributes),
      MessageAttributes: attributes as JsonObject,
    }),
  };
}

/** Attributes that SQS itself gives a message. `startMs`: the epoch milliseconds of virtual time 0. */
export function systemAttributes(
  received: Received,
  isFifo: boolean,
  startMs: number,
): Readonly<Record<string, string>> {
  const { message, receiveCount, sentMs, firstReceivedMs, groupId, deduplicationId, source } = received;
  return {
    SenderId: SENDER_ID,
    SentTimestamp: String(Math.floor(startMs + sentMs)),
    ApproximateReceiveCount: String(receiveCount),
    ApproximateFirstReceiveTimestamp: String(Math.floor(startMs + firstReceivedMs)),
    ...(groupId !== undefined && { MessageGroupId: groupId }),
    ...(isFifo && {
      MessageDeduplicationId: deduplicationId ?? hashHex(message.body, "SHA-256") ?? "",
      SequenceNumber: sequenceNumberOf(message.number),
    }),
    ...(source !== undefined && { DeadLetterQueueSourceArn: source }),
  };
}

/** An example of AWS's documentation. */
const SENDER_ID = "AIDACKCEVSQ6C2EXAMPLE";

/** Those that are asked for: by name, "All", ".*", or what begins with "prefix.*". */
function wantedAttributes(attributes: Attributes | undefined, names: readonly string[]): Attributes | undefined {
  const isWanted = (name: string): boolean =>
    names.some((wanted) => {
      if (wanted === "All" || wanted === ".*") return true;
      return wanted.endsWith(".*") ? name.startsWith(wanted.slice(0, -2)) : wanted === name;
    });
  const found = Object.entries(attributes ?? {}).filter(([name]) => isWanted(name));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

export function deleteMessage(queue: Queue, request: JsonObject): Answer {
  const handle = text(request, "ReceiptHandle");
  if (handle === undefined || handle === "") return missing("ReceiptHandle");
  const receipt = receiptOfHandle(queue.arn, handle);
  return isRefusal(receipt) ? receipt : withHandle(queue.delete(receipt), receipt, handle);
}

export function deleteMessageBatch(queue: Queue, request: JsonObject): Answer {
  const entries = entriesOf(request, "DeleteMessageBatch");
  if (isRefusal(entries)) return entries;
  const handles = entries.map((entry) => text(entry, "ReceiptHandle") ?? "");
  const receipts = handles.map((handle) => receiptOfHandle(queue.arn, handle));
  const answers = queue.deleteBatch(receipts.filter((receipt) => typeof receipt === "number"));
  let next = 0;
  const results = receipts.map((receipt, index) => {
    return isRefusal(receipt) ? receipt : withHandle(answers[next++], receipt, handles[index] as string);
  });
  return batchResponse(entries, results);
}

export function changeMessageVisibility(queue: Queue, request: JsonObject): Answer {
  const handle = text(request, "ReceiptHandle");
  if (handle === undefined || handle === "") return missing("ReceiptHandle");
  const seconds = number(request, "VisibilityTimeout");
  if (seconds === undefined) return missing("VisibilityTimeout");
  const receipt = receiptOfHandle(queue.arn, handle);
  return isRefusal(receipt) ? receipt : withHandle(queue.changeVisibility(receipt, seconds), receipt, handle);
}

export function changeMessageVisibilityBatch(queue: Queue, request: JsonObject): Answer {
  const entries = entriesOf(request, "ChangeMessageVisibilityBatch");
  if (isRefusal(entries)) return entries;
  return batchResponse(
    entries,
    entries.map((entry) => changeMessageVisibility(queue, entry)),
  );
}

/** Queues know receipts by numbers; their texts say the handle that the caller knows. */
function withHandle(refused: Refusal | undefined, receipt: number, handle: string): Answer {
  return refused === undefined ? {} : { ...refused, message: refused.message.replace(String(receipt), handle) };
}
