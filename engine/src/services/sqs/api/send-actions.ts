/**
 * SendMessage and SendMessageBatch as the API has them.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
 */
import type { JsonObject } from "../../../json.ts";
import { MAX_SQS_BATCH_BYTES } from "../../../limits.ts";
import { isRefusal, type Refusal } from "../../../refusals/refusal.ts";
import { hashHex } from "../../../text/hash.ts";
import { messageIdOf } from "../../message-id.ts";
import { type Answer, number, text } from "../../requests.ts";
import { NO_DEDUPLICATION_ID, type SendRequest, sizeOfMessage } from "../message-checks.ts";
import type { Queue } from "../queue.ts";
import type { Sent } from "../sending.ts";
import { batchRefusal, batchResponse, entriesOf } from "./batches.ts";
import { md5OfAttributes } from "./md5.ts";
import { messageAttributes, missing } from "./requests.ts";

export function sendMessage(queue: Queue, request: JsonObject): Answer {
  const wanted = sendRequest(request);
  return sentResponse(queue, wanted, queue.send({ request: wanted }));
}

export function sendMessageBatch(queue: Queue, request: JsonObject): Answer {
  const entries = entriesOf(request, "SendMessageBatch");
  if (isRefusal(entries)) return entries;
  const requests = entries.map(sendRequest);
  const refused = requests.map((each) => refuseWholeBatch(queue, each)).find((each) => each !== undefined);
  if (refused !== undefined) return refused;
  const bytes = requests.reduce((sum, { body, attributes }) => sum + sizeOfMessage(body, attributes), 0);
  if (bytes > MAX_SQS_BATCH_BYTES) {
    const sent = `Batch requests cannot be longer than ${MAX_SQS_BATCH_BYTES} bytes. You have sent ${bytes} bytes.`;
    return batchRefusal("BatchRequestTooLong", sent);
  }
  const answers = queue.sendBatch(requests.map((each) => ({ request: each })));
  return batchResponse(
    entries,
    answers.map((answer, index) => sentResponse(queue, requests[index] as SendRequest, answer)),
  );
}

/**
 * What a FIFO queue asks of every entry before it looks at any: one without it, and the call is refused
 * (https://github.com/getmoto/moto/issues/4009).
 */
function refuseWholeBatch({ isFifo, settings }: Queue, { groupId, deduplicationId }: SendRequest): Refusal | undefined {
  if (!isFifo) return undefined;
  if (deduplicationId === undefined && !settings.contentBasedDeduplication) return NO_DEDUPLICATION_ID;
  return groupId === undefined ? missing("MessageGroupId") : undefined;
}

function sendRequest(request: JsonObject): SendRequest {
  const attributes = messageAttributes(request);
  const groupId = text(request, "MessageGroupId");
  const deduplicationId = text(request, "MessageDeduplicationId");
  const delaySeconds = number(request, "DelaySeconds");
  return {
    body: text(request, "MessageBody") ?? "",
    ...(attributes !== undefined && { attributes }),
    ...(groupId !== undefined && { groupId }),
    ...(deduplicationId !== undefined && { deduplicationId }),
    ...(delaySeconds !== undefined && { delaySeconds }),
  };
}

function sentResponse({ isFifo }: Queue, { body, attributes }: SendRequest, answer: Sent | Refusal): Answer {
  if (isRefusal(answer)) return answer;
  return {
    MessageId: messageIdOf(answer.number),
    MD5OfMessageBody: hashHex(body, "MD5") ?? "",
    ...(attributes !== undefined && { MD5OfMessageAttributes: md5OfAttributes(attributes) }),
    ...(isFifo && { SequenceNumber: sequenceNumberOf(answer.number) }),
  };
}

/** 20 digits that grow. */
export function sequenceNumberOf(number: number): string {
  return `188${String(number).padStart(17, "0")}`;
}
