/**
 * ReceiveMessage, and what a redrive policy does to messages that have been received too often.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
import { MAX_IN_FLIGHT_MESSAGES } from "../../limits.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import { type DeadLetterPort, type Poll, portOf, type Received } from "../ports.ts";
import { askedServers, isOnAskedServer, serverOf } from "./behavior.ts";
import { type QueueParts, refuseCall } from "./parts.ts";
import { receivedOf, type StoredMessage } from "./stored-message.ts";

/** What one receive asks for. */
export interface ReceiveRequest {
  readonly max: number;
  readonly visibilityTimeoutSeconds: number;
  readonly poll: Poll;
}

const OVER_LIMIT: Refusal = {
  ...refusal("OverLimit", `Too many messages in flight: at most ${MAX_IN_FLIGHT_MESSAGES} of a queue.`),
  retryable: true,
};

export class Receiver {
  readonly #parts: QueueParts;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** Whether a receive would find something now. */
  canReceive(): boolean {
    const { context, store } = this.#parts;
    return !context.faults.outage && store.inFlight < MAX_IN_FLIGHT_MESSAGES && store.order.hasNext();
  }

  receive(request: ReceiveRequest): readonly Received[] | Refusal {
    const { settings, store, meters } = this.#parts;
    if (request.poll !== "same") meters.requests.add(1);
    const refused = request.poll === "same" ? undefined : refuseCall(this.#parts, "receive");
    if (refused !== undefined) return refused;
    if (this.#parts.context.faults.outage) return [];
    if (store.inFlight >= MAX_IN_FLIGHT_MESSAGES && !settings.isFifo) return OVER_LIMIT;
    const received = this.#take(request);
    store.order.received();
    if (received.length === 0) meters.emptyReceives.add(1);
    else meters.received.add(received.length);
    // Whoever was called took what it could; there may be more for the next one.
    this.#parts.wake();
    return received;
  }

  #take({ max, visibilityTimeoutSeconds, poll }: ReceiveRequest): readonly Received[] {
    const { context, behavior, store } = this.#parts;
    const hiddenUntilMs = context.timeMs + visibilityTimeoutSeconds * 1_000;
    const isSampled = poll === "short" && behavior.shortPollShare < 1;
    const asked = isSampled ? askedServers(behavior.shortPollShare) : undefined;
    const firstServer = asked === undefined ? 0 : serverOf(context.random.next());
    const passedOver: StoredMessage[] = [];
    const received: Received[] = [];
    while (received.length < max && store.inFlight < MAX_IN_FLIGHT_MESSAGES) {
      const stored = store.order.next();
      if (stored === undefined) break;
      if (asked !== undefined && !isOnAskedServer(stored.number, firstServer, asked)) passedOver.push(stored);
      else if (!this.#deadLetter(stored)) received.push(this.#give(stored, hiddenUntilMs));
    }
    for (const stored of passedOver) store.order.putBack(stored);
    return received;
  }

  #give(stored: StoredMessage, hiddenUntilMs: number): Received {
    const { context, store, meters } = this.#parts;
    const { timeMs } = context;
    stored.receiveCount += 1;
    stored.receivedMs = timeMs;
    if (stored.firstReceivedMs === undefined) {
      stored.firstReceivedMs = timeMs;
      meters.waitMs.add(timeMs - stored.enteredMs);
    }
    store.hide(stored, hiddenUntilMs);
    this.#parts.due(hiddenUntilMs);
    context.tell("received", stored.message, { code: "sqs.received", count: stored.receiveCount });
    return receivedOf(stored);
  }

  /** Moves a message whose next receive would be one too many. */
  #deadLetter(stored: StoredMessage): boolean {
    const { context, settings, store, meters, arn } = this.#parts;
    const { redrivePolicy } = settings;
    if (redrivePolicy === null || stored.receiveCount < redrivePolicy.maxReceiveCount) return false;
    const { deadLetterTargetArn, maxReceiveCount } = redrivePolicy;
    const target = portOf(context, deadLetterTargetArn, "deadLetters");
    if (target === undefined || !canTake(target, settings.isFifo, arn)) return false;
    meters.deadLettered.add(1);
    const why = { code: "sqs.dead-lettered", count: stored.receiveCount, maxReceiveCount };
    context.tell("deadLettered", stored.message, why, deadLetterTargetArn);
    store.remove(stored);
    const receivedBefore = stored.receivedBefore + stored.receiveCount;
    target.takeDeadLetter({ ...stored, source: arn, turns: stored.turns + 1, receivedBefore });
    return true;
  }
}

function canTake(target: DeadLetterPort, isFifo: boolean, source: string): boolean {
  return target.isFifo === isFifo && target.allowsRedriveFrom(source);
}
