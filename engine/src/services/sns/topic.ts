/**
 * An SNS topic on the clock of a simulation: takes messages in and hands each to its subscriptions.
 * https://docs.aws.amazon.com/sns/latest/dg/welcome.html
 */
import { type JsonObject, type JsonValue, objectsIn } from "../../json.ts";
import { FIFO_TOPIC_MESSAGES_PER_SECOND } from "../../limits.ts";
import { type Refusal, refusal, UNAVAILABLE } from "../../refusals/refusal.ts";
import { TokenBucket, type TokenBucketState } from "../../sim/token-bucket.ts";
import type { Finder, Keeper, Message, NodeContext, NodeSpec, NodeState, SimNode } from "../../sim/types.ts";
import { hashHex } from "../../text/hash.ts";
import { Deduplication } from "../deduplication.ts";
import { refuseLoop } from "../loops.ts";
import { isDenied } from "../policy-denials.ts";
import type { BatchEntry, Delivery, Ports, SubscriberPort, TargetPort, TopicPort } from "../ports.ts";
import { Recent } from "../recent.ts";
import { Archive, type SavedArchive } from "./archive.ts";
import { type Publication, type PublishEntry, type Published, type PublishRequest, textsOf } from "./publication.ts";
import { checkAttributes, refusePublish, refusePublishBatch } from "./publish-checks.ts";
import { Subscriber } from "./subscriber.ts";
import { subscriptionSettingsOf } from "./subscription-settings.ts";
import { type TopicSettings, topicSettingsOf } from "./topic-settings.ts";

const THROTTLED: Refusal = {
  code: "Throttled",
  message: "The topic takes no more messages at the moment: its quota is used up.",
  retryable: true,
};

export class Topic implements SimNode, TargetPort, TopicPort {
  readonly ports: Partial<Ports> = { target: this, topic: this };
  readonly arn: string;
  readonly settings: TopicSettings;
  readonly #context: NodeContext;
  readonly #subscribers: SubscriberPort[] = [];
  /** Subscriptions that are written in the topic itself. */
  readonly #own: readonly Subscriber[];
  readonly #deduplication = new Deduplication();
  /** Producers send the same attributes very often. */
  readonly #checked = new Recent(checkAttributes);
  readonly #throughput: TokenBucket | undefined;
  readonly #archive: Archive | undefined;
  readonly #isDenied: boolean;
  readonly #meters;
  #lastSequence = 0;

  constructor(context: NodeContext, { arn, properties }: NodeSpec) {
    this.arn = arn;
    this.settings = topicSettingsOf(properties);
    this.#context = context;
    this.#isDenied = isDenied(properties.Policies, "sns:Publish");
    this.#throughput = this.settings.isFifo ? new TokenBucket(FIFO_TOPIC_MESSAGES_PER_SECOND) : undefined;
    this.#archive = this.settings.archiveDays === undefined ? undefined : new Archive(this.settings.archiveDays);
    this.#meters = {
      published: context.counter("published"),
      deduplicated: context.counter("deduplicated"),
      refused: context.counter("refused"),
      throttled: context.counter("throttled"),
    };
    this.#own = inlineSubscriptions(properties).map(
      (own, index) =>
        new Subscriber(context, `${arn}:own-${index + 1}`, subscriptionSettingsOf({ ...own, TopicArn: arn }), index),
    );
  }

  start(): void {
    for (const subscriber of this.#own) this.subscribe(subscriber);
  }

  subscribe(subscriber: SubscriberPort): void {
    if (!this.#subscribers.includes(subscriber)) this.#subscribers.push(subscriber);
  }

  replay(subscriber: SubscriberPort, fromEpochMs: number): void {
    for (const publication of this.#archive?.since(fromEpochMs, this.#context.epochMs) ?? [])
      subscriber.offer(publication);
  }

  /** `cause`: the message that this one is made of. */
  publish(request: PublishRequest, cause?: Message, from?: string): Published | Refusal {
    const refused = this.#refuse(request, cause);
    if (refused !== undefined) {
      this.#meters[refused === THROTTLED ? "throttled" : "refused"].add(1);
      return refused;
    }
    const context = this.#context;
    const deduplicationId = this.settings.isFifo ? (request.deduplicationId ?? contentId(request.message)) : undefined;
    const known = deduplicationId === undefined ? undefined : this.#known(deduplicationId, request.groupId);
    if (known !== undefined) {
      this.#meters.deduplicated.add(1);
      const afterMs = context.timeMs - known.sentMs;
      context.tell("deduplicated", cause, { code: "sns.deduplicated", message: known.message, afterMs }, from);
      return { number: known.message, isDuplicate: true };
    }
    const message = context.newMessage(request.message, request.attributes, cause);
    if (deduplicationId !== undefined) {
      this.#deduplication.add(this.#scoped(deduplicationId, request.groupId), message.number, context.timeMs);
    }
    this.#meters.published.add(1);
    context.tell("published", message, undefined, from);
    const publication = this.#publication(message, request, deduplicationId);
    this.#archive?.add(publication);
    for (const subscriber of this.#subscribers) subscriber.offer(publication);
    return { number: message.number, isDuplicate: false };
  }

  publishBatch(entries: readonly PublishEntry[], from?: string): Refusal | readonly (Published | Refusal)[] {
    return refusePublishBatch(entries, this.settings) ?? entries.map((entry) => this.publish(entry, undefined, from));
  }

  #refuse(request: PublishRequest, cause: Message | undefined): Refusal | undefined {
    if (this.#context.faults.outage) return UNAVAILABLE;
    const { throttleRate } = this.#context.faults;
    if (throttleRate > 0 && this.#context.random.next() < throttleRate) return THROTTLED;
    if (this.#isDenied) {
      return refusal(
        "AuthorizationError",
        "User is not authorized to perform: SNS:Publish with an explicit deny in a resource-based policy",
      );
    }
    const refused =
      refusePublish(request, this.settings, (attributes) => this.#checked.of(attributes)) ??
      refuseLoop(this.#context, cause);
    if (refused !== undefined) return refused;
    return this.#throughput?.take(this.#context.timeMs) === false ? THROTTLED : undefined;
  }

  #known(deduplicationId: string, groupId: string | undefined) {
    return this.#deduplication.find(this.#scoped(deduplicationId, groupId), this.#context.timeMs);
  }

  #scoped(deduplicationId: string, groupId: string | undefined): string {
    return this.settings.fifoThroughputScope === "MessageGroup" ? `${groupId} ${deduplicationId}` : deduplicationId;
  }

  #publication(message: Message, request: PublishRequest, deduplicationId: string | undefined): Publication {
    const { subject, structure, groupId } = request;
    if (this.settings.isFifo) this.#lastSequence += 1;
    return {
      message,
      subject,
      texts: structure === "json" ? textsOf(request.message) : undefined,
      groupId,
      deduplicationId,
      sequenceNumber: this.settings.isFifo
        ? String(10_000_000_000_000_000_000n + BigInt(this.#lastSequence))
        : undefined,
      publishedEpochMs: this.#context.epochMs,
    };
  }

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const { body = cause?.body ?? "", attributes, groupId, deduplicationId, from } = delivery;
    const published = this.publish(
      {
        message: body,
        ...(attributes && { attributes }),
        ...(groupId !== undefined && { groupId }),
        ...(deduplicationId !== undefined && { deduplicationId }),
      },
      cause,
      from,
    );
    return "code" in published ? published : undefined;
  }

  deliverBatch(entries: readonly BatchEntry[]): readonly (Refusal | undefined)[] {
    return entries.map(({ cause, delivery }) => this.deliver(cause, delivery));
  }

  // --- for the kernel

  handle(event: Parameters<SimNode["handle"]>[0]): void {
    // Its own subscriptions number their events by their place.
    this.#own[event.kind]?.due(event);
  }

  inside(): number {
    return this.#own.reduce((sum, subscriber) => sum + subscriber.pending, 0);
  }

  view(): JsonObject {
    return { subscriptions: this.#subscribers.length, archived: this.#archive?.size ?? 0 };
  }

  save(keeper: Keeper): SavedTopic {
    return {
      deduplication: this.#deduplication.save(),
      throughput: this.#throughput?.save() ?? null,
      archive: this.#archive?.save(keeper) ?? null,
      own: this.#own.map((subscriber) => subscriber.save(keeper)),
      lastSequence: this.#lastSequence,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const state = saved as SavedTopic;
    this.#deduplication.restore(state.deduplication);
    if (state.throughput !== null) this.#throughput?.restore(state.throughput);
    if (state.archive !== null) this.#archive?.restore(state.archive, finder);
    for (const [index, subscriber] of this.#own.entries()) subscriber.restore(state.own[index] as object, finder);
    this.#lastSequence = state.lastSequence;
    this.start();
  }
}

interface SavedTopic {
  readonly deduplication: JsonValue;
  readonly throughput: TokenBucketState | null;
  readonly archive: SavedArchive | null;
  readonly own: readonly object[];
  readonly lastSequence: number;
}

/** Content-based deduplication: the SHA-256 of the message, not of its attributes. */
function contentId(message: string): string {
  return hashHex(message, "SHA-256") as string;
}

/** `Subscription` of AWS::SNS::Topic. */
function inlineSubscriptions({ Subscription: own }: JsonObject): readonly JsonObject[] {
  return objectsIn(own);
}
