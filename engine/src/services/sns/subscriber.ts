/**
 * One subscription: filters what its topic offers, delivers it, tries again what fails, and gives up as AWS does.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
 */
import type { JsonObject } from "../../json.ts";
import { matchesPattern } from "../../patterns/match.ts";
import type { SnsAttribute, SnsMessage } from "../../patterns/types.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import { Fifo } from "../../sim/fifo.ts";
import type { Attribute, Attributes, Finder, Keeper, Message, NodeContext, SimEvent } from "../../sim/types.ts";
import { filterReason } from "../filter-reason.ts";
import { type Handler, handlerOf } from "../handler.ts";
import { type Delivery, portOf, type SubscriberPort } from "../ports.ts";
import { Recent } from "../recent.ts";
import { type DeliveryPolicy, deliveryPolicyOf, retryDelayMs } from "./delivery-policy.ts";
import {
  envelopeOf,
  lambdaEventOf,
  type Publication,
  restorePublication,
  type SavedPublication,
  savePublication,
  textFor,
} from "./publication.ts";
import { subscriberMeters } from "./subscriber-meters.ts";
import type { SubscriptionBehavior } from "./subscription-behavior.ts";
import type { SubscriptionSettings } from "./subscription-settings.ts";

/** A delivery that waits: to be tried again after it has failed, or for its turn. */
interface Pending {
  readonly publication: Publication;
  /** Which attempt comes next, from 1. */
  readonly attempt: number;
  /** It has its turn when it falls due. */
  readonly hasTurn: boolean;
}

/** AWS spreads retries; by how much it does not say. */
const JITTER = 0.1;

export class Subscriber implements SubscriberPort {
  settings: SubscriptionSettings;
  readonly #context: NodeContext;
  readonly #arn: string;
  /** Its number among those that set events at the same node. */
  readonly #kind: number;
  readonly #sink: Handler;
  readonly #status: number;
  readonly #meters;
  readonly #attributes = new Recent(filteredAttributes);
  readonly #pending = new Map<number, Pending>();
  /** FIFO topics: by group, what waits behind a delivery that failed; the one that failed is not among them. */
  readonly #blocked = new Map<string, Fifo<Publication>>();
  #lastPending = 0;
  /** When the next attempt may be made, milliseconds. */
  #nextTurnMs = 0;
  #deliveryPolicy: DeliveryPolicy | undefined;

  constructor(
    context: NodeContext,
    arn: string,
    settings: SubscriptionSettings,
    kind = 0,
    behavior: SubscriptionBehavior = {},
  ) {
    this.settings = settings;
    this.#context = context;
    this.#arn = arn;
    this.#kind = kind;
    this.#sink = handlerOf(behavior);
    this.#status = behavior.failureStatus ?? 500;
    this.#meters = subscriberMeters(context);
  }

  /** Its attributes have changed. */
  set(settings: SubscriptionSettings): void {
    this.settings = settings;
    this.#deliveryPolicy = undefined;
  }

  /** Deliveries that are still to be made. */
  get pending(): number {
    let waiting = this.#pending.size;
    for (const group of this.#blocked.values()) waiting += group.size;
    return waiting;
  }

  offer(publication: Publication): void {
    const { filter, filterPolicyScope: scope } = this.settings;
    const { message } = publication;
    if (filter !== undefined && !matchesPattern(filter, this.#filtered(message))) {
      this.#meters.filtered.add(1);
      const why = () => filterReason("sns.filtered", filter, this.#filtered(message), { scope });
      this.#context.tell("filtered", message, why);
      return;
    }
    this.#context.entered(1);
    const waiting = publication.groupId === undefined ? undefined : this.#blocked.get(publication.groupId);
    if (waiting === undefined) this.#attempt(publication, 1);
    else waiting.push(publication);
  }

  /** As its filter sees a message. */
  #filtered({ body, attributes }: Message): SnsMessage {
    return { body, attributes: attributes === undefined ? {} : this.#attributes.of(attributes) };
  }

  // --- attempts

  /** Makes an attempt, the n-th from 1, as soon as it is its turn. */
  #attempt(publication: Publication, attempt: number): void {
    const { timeMs } = this.#context;
    const turnMs = Math.max(timeMs, this.#nextTurnMs);
    this.#nextTurnMs = turnMs + this.#policy.spacingMs;
    if (turnMs > timeMs) this.#wait({ publication, attempt, hasTurn: true }, turnMs);
    else this.#try(publication, attempt);
  }

  #try(publication: Publication, attempts: number): void {
    const refused = this.#deliver(publication);
    if (refused === undefined) {
      this.#meters.delivered.add(1);
      this.#meters.deliveryMs.add(this.#context.timeMs - publication.message.madeMs);
      this.#context.tell("delivered", publication.message, undefined, this.settings.endpoint);
      this.#done(publication);
      return;
    }
    const delayMs = refused.retryable === true ? retryDelayMs(attempts, this.#policy) : undefined;
    if (delayMs === undefined) this.#giveUp(publication, attempts, refused);
    else this.#tryAgain(publication, attempts, delayMs, refused);
  }

  get #policy(): DeliveryPolicy {
    const { topicArn, protocol, deliveryPolicy } = this.settings;
    this.#deliveryPolicy ??= deliveryPolicyOf(
      protocol,
      deliveryPolicy,
      portOf(this.#context, topicArn, "topic")?.settings.deliveryPolicy,
    );
    return this.#deliveryPolicy;
  }

  #wait(pending: Pending, untilMs: number): void {
    this.#lastPending += 1;
    this.#pending.set(this.#lastPending, pending);
    this.#context.at(untilMs, this.#kind, this.#lastPending);
  }

  #tryAgain(publication: Publication, attempts: number, delayMs: number, refused: Refusal): void {
    const context = this.#context;
    const jitter = 1 + JITTER * (2 * context.random.next() - 1);
    this.#wait({ publication, attempt: attempts + 1, hasTurn: false }, context.timeMs + delayMs * jitter);
    this.#meters.retried.add(1);
    const { endpoint } = this.settings;
    context.tell(
      "retried",
      publication.message,
      { code: "sns.retried", refusal: refused.code, attempts, delayMs: delayMs * jitter },
      endpoint,
    );
    // A FIFO subscription waits for it: what comes later in the group must not overtake it.
    if (
      publication.sequenceNumber !== undefined &&
      publication.groupId !== undefined &&
      !this.#blocked.has(publication.groupId)
    ) {
      this.#blocked.set(publication.groupId, new Fifo());
    }
  }

  /** What waits falls due. */
  due({ ref }: SimEvent): void {
    const pending = this.#pending.get(ref);
    if (pending === undefined) return;
    const { publication, attempt, hasTurn } = pending;
    this.#pending.delete(ref);
    if (hasTurn) this.#try(publication, attempt);
    else this.#attempt(publication, attempt);
  }

  #giveUp(publication: Publication, attempts: number, refused: Refusal): void {
    const context = this.#context;
    const { deadLetterTargetArn } = this.settings;
    this.#meters.failed.add(1);
    const target = deadLetterTargetArn === undefined ? undefined : portOf(context, deadLetterTargetArn, "target");
    const alsoRefused = target?.deliver(publication.message, this.#sqsDelivery(publication, deadLetterTargetArn ?? ""));
    const isKept = target !== undefined && alsoRefused === undefined;
    this.#meters[isKept ? "deadLettered" : "lost"].add(1);
    const why = { code: "sns.gave-up", refusal: refused.code, attempts, deadLetters: alsoRefused?.code };
    context.tell(
      isKept ? "deadLettered" : "lost",
      publication.message,
      why,
      isKept ? deadLetterTargetArn : this.settings.endpoint,
    );
    this.#done(publication);
  }

  /** A delivery has come to its end; in a FIFO subscription the next one of its group begins. */
  #done({ groupId }: Publication): void {
    this.#context.left(1);
    const waiting = groupId === undefined ? undefined : this.#blocked.get(groupId);
    if (groupId === undefined || waiting === undefined) return;
    const next = waiting.shift();
    if (next === undefined) this.#blocked.delete(groupId);
    else this.#attempt(next, 1);
  }

  // --- endpoints

  #deliver(publication: Publication): Refusal | undefined {
    const { protocol, endpoint } = this.settings;
    if (this.#context.faults.outage) return UNREACHABLE;
    if (!AWS_PROTOCOLS.has(protocol)) return this.#deliverToSink(publication.message);
    const target = portOf(this.#context, endpoint, "target");
    if (target === undefined) return GONE;
    return target.deliver(publication.message, this.#deliveryTo(protocol, publication));
  }

  /** E-mail, HTTP, SMS and push end outside of what is simulated. */
  #deliverToSink(message: Message): Refusal | undefined {
    if (this.#sink.failure(message, 1, this.#context.random) === undefined) return undefined;
    const retryable = this.#status >= 500 || this.#status === 429 || this.#status < 200;
    return { code: String(this.#status), message: `The endpoint answered ${this.#status}.`, retryable };
  }

  #deliveryTo(protocol: string, publication: Publication): Delivery {
    const { topicArn, rawMessageDelivery, endpoint } = this.settings;
    const from = this.#context.id;
    if (protocol === "lambda") return { from, body: lambdaEventOf(publication, topicArn, this.#arn) };
    if (protocol === "sqs") return this.#sqsDelivery(publication, endpoint);
    return { from, body: rawMessageDelivery ? textFor(protocol, publication) : this.#envelope(publication, protocol) };
  }

  /** What a queue gets, whether it subscribes or takes dead letters. */
  #sqsDelivery(publication: Publication, queueArn: string): Delivery {
    const { groupId, deduplicationId, sequenceNumber, message } = publication;
    const isFifoQueue = queueArn.endsWith(".fifo");
    const passesGroup = groupId !== undefined && (isFifoQueue || sequenceNumber === undefined);
    const shape = this.settings.rawMessageDelivery
      ? { body: textFor("sqs", publication), ...(message.attributes && { attributes: message.attributes }) }
      : { body: this.#envelope(publication, "sqs") };
    return {
      from: this.#context.id,
      ...shape,
      ...(passesGroup && { groupId }),
      ...(isFifoQueue && deduplicationId !== undefined && { deduplicationId }),
    };
  }

  #envelope(publication: Publication, protocol: string): string {
    return envelopeOf(publication, protocol, this.settings.topicArn, this.#arn);
  }

  // --- for the kernel

  view(): JsonObject {
    return { protocol: this.settings.protocol, pending: this.pending, blockedGroups: [...this.#blocked.keys()] };
  }

  save(keeper: Keeper): SavedSubscriber {
    return {
      lastPending: this.#lastPending,
      nextTurnMs: this.#nextTurnMs,
      pending: [...this.#pending].map(([id, { publication, ...plain }]) => {
        return { id, publication: savePublication(publication, keeper), ...plain };
      }),
      blocked: [...this.#blocked].map(([group, waiting]) => [
        group,
        [...waiting].map((each) => savePublication(each, keeper)),
      ]),
    };
  }

  restore(saved: object, finder: Finder): void {
    const { lastPending, nextTurnMs, pending, blocked } = saved as SavedSubscriber;
    this.#lastPending = lastPending;
    this.#nextTurnMs = nextTurnMs;
    for (const { id, publication, attempt, hasTurn } of pending) {
      this.#pending.set(id, { publication: restorePublication(publication, finder), attempt, hasTurn });
    }
    for (const [group, waiting] of blocked) {
      const fifo = new Fifo<Publication>();
      for (const each of waiting) fifo.push(restorePublication(each, finder));
      this.#blocked.set(group, fifo);
    }
  }
}

type SavedPending = Omit<Pending, "publication"> & { readonly id: number; readonly publication: SavedPublication };

export interface SavedSubscriber {
  readonly lastPending: number;
  readonly nextTurnMs: number;
  readonly pending: readonly SavedPending[];
  readonly blocked: readonly (readonly [string, readonly SavedPublication[]])[];
}

const AWS_PROTOCOLS: ReadonlySet<string> = new Set(["sqs", "lambda", "firehose"]);

const UNREACHABLE: Refusal = { code: "Unreachable", message: "The endpoint does not answer.", retryable: true };

/** A client error: AWS does not try again. */
const GONE: Refusal = {
  code: "EndpointNotFound",
  message: "There is no such endpoint: it was deleted, or never there.",
};

/** As filters see attributes. */
function filteredAttributes(attributes: Attributes): Readonly<Record<string, SnsAttribute>> {
  const filtered: Record<string, SnsAttribute> = {};
  for (const name of Object.keys(attributes)) {
    const attribute = attributes[name] as Attribute;
    const value = "StringValue" in attribute ? attribute.StringValue : attribute.BinaryValue;
    filtered[name] = { Type: attribute.DataType, Value: value };
  }
  return filtered;
}
