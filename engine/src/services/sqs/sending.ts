/**
 * SendMessage and SendMessageBatch.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
import { SQS_REQUEST_BYTES } from "../../limits.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import type { Message, Reason } from "../../sim/types.ts";
import { Deduplication } from "../deduplication.ts";
import { refuseLoop } from "../loops.ts";
import type { BatchEntry } from "../ports.ts";
import { MessageChecks, type SendRequest } from "./message-checks.ts";
import type { Order } from "./order.ts";
import { type QueueParts, refuseCall } from "./parts.ts";

/** What SendMessage answers. */
export interface Sent {
  /** `Message.number`: of the message that was sent before, where this one was taken for it. */
  readonly number: number;
  readonly isDuplicate: boolean;
}

/** A message to send: what it is made of, and who sends it, for the trace. */
export interface Sending {
  readonly request: SendRequest;
  readonly cause?: Message | undefined;
  readonly from?: string;
}

/** What a queue takes from another node. */
export function sendingOf({ cause, delivery }: BatchEntry): Sending {
  // What has a body of its own has its own attributes, too, or none.
  const { body = cause?.body ?? "", groupId, deduplicationId, from } = delivery;
  const attributes = delivery.attributes ?? (delivery.body === undefined ? cause?.attributes : undefined);
  return {
    request: {
      body,
      ...(attributes && { attributes }),
      ...(groupId !== undefined && { groupId }),
      ...(deduplicationId !== undefined && { deduplicationId }),
    },
    cause,
    from,
  };
}

export class Sender {
  readonly deduplication = new Deduplication();
  readonly #parts: QueueParts;
  readonly #checks = new MessageChecks();

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  send(sending: Sending): Sent | Refusal {
    const { request } = sending;
    const refused = refuseCall(this.#parts, "send", request.groupId);
    const bytes = this.#checks.sizeOf(request.body, request.attributes);
    this.#count(bytes, request.groupId);
    const answer = refused ?? this.#take(sending, bytes);
    this.#parts.wake();
    return answer;
  }

  /** One call; an answer for each. */
  sendBatch(sendings: readonly Sending[]): readonly (Sent | Refusal)[] {
    const refused = refuseCall(this.#parts, "send", sendings[0]?.request.groupId);
    const sizes = sendings.map(({ request }) => this.#checks.sizeOf(request.body, request.attributes));
    const bytes = sizes.reduce((sum, each) => sum + each, 0);
    this.#count(bytes, sendings[0]?.request.groupId);
    const answers = sendings.map((sending, index) => refused ?? this.#take(sending, sizes[index] as number));
    this.#parts.wake();
    return answers;
  }

  /** What SQS bills. */
  #count(bytes: number, groupId: string | undefined): void {
    const { meters, settings } = this.#parts;
    const requests = Math.max(1, Math.ceil(bytes / SQS_REQUEST_BYTES));
    meters.requests.add(requests);
    if (groupId !== undefined && !settings.isFifo) meters.groupedRequests.add(requests);
  }

  #take({ request, cause, from }: Sending, bytes: number): Sent | Refusal {
    const { context, settings, meters } = this.#parts;
    const refused = this.#checks.refuse(request, settings, bytes) ?? refuseLoop(context, cause);
    if (refused !== undefined) return refused;
    const key = settings.isFifo ? deduplicationKey(request, settings.deduplicationScope === "messageGroup") : undefined;
    const known = key === undefined ? undefined : this.deduplication.find(key, context.timeMs);
    if (known !== undefined) {
      meters.deduplicated.add(1);
      const afterMs = context.timeMs - known.sentMs;
      context.tell("deduplicated", cause, { code: "sqs.deduplicated", message: known.message, afterMs }, from);
      return { number: known.message, isDuplicate: true };
    }
    const message = context.newMessage(request.body, request.attributes, cause);
    if (key !== undefined) this.deduplication.add(key, message.number, context.timeMs);
    this.#put(message, request, from);
    return { number: message.number, isDuplicate: false };
  }

  /** By how many that come later: 0 but for a few messages of a standard queue. */
  #overtakenBy(): number {
    const { behavior, context } = this.#parts;
    if (behavior.reorderRate === 0 || context.random.next() >= behavior.reorderRate) return 0;
    return 1 + Math.floor(context.random.next() * behavior.reorderSpan);
  }

  #put(message: Message, { groupId, deduplicationId, delaySeconds }: SendRequest, from: string | undefined): void {
    const { context, settings, store, meters } = this.#parts;
    const { timeMs } = context;
    // DelaySeconds 0 of one message does not undo the queue's own in a FIFO queue.
    const delay = settings.isFifo ? settings.delaySeconds : (delaySeconds ?? settings.delaySeconds);
    meters.sent.add(1);
    const stored = store.put({
      message,
      groupId,
      deduplicationId,
      sentMs: timeMs,
      delayMs: delay * 1_000,
      overtakenBy: this.#overtakenBy(),
    });
    this.#parts.due(timeMs + settings.messageRetentionPeriodSeconds * 1_000);
    if (delay > 0) {
      this.#parts.due(stored.hiddenUntilMs);
      context.tell("delayed", message, { code: "sqs.delayed", seconds: delay, group: groupId }, from);
      return;
    }
    context.tell("arrived", message, reasonOfArrival(store.order, groupId), from);
  }
}

/** Only messages of groups have one: who blocks theirs, or that nobody does. */
function reasonOfArrival(order: Order, group: string | undefined): Reason | undefined {
  if (group === undefined) return undefined;
  const blocker = order.blockerOf(group);
  if (blocker === undefined) return { code: "sqs.in-group", group };
  return { code: "sqs.group-blocked", group, message: blocker.message.number };
}

/** By content, where no id is given: the body stands for its hash. */
function deduplicationKey({ body, deduplicationId, groupId }: SendRequest, isPerGroup: boolean): string {
  const id = deduplicationId === undefined ? `body ${body}` : `id ${deduplicationId}`;
  return isPerGroup ? `${groupId} ${id}` : id;
}
