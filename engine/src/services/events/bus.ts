/**
 * An event bus of EventBridge (Custom Event Bus - Classic, or the default one): takes events in and hands each to the rules
 * that it matches. However many rules there are, an event is read once.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html
 */
import type { JsonObject } from "../../json.ts";
import { PUT_EVENTS_PER_SECOND } from "../../limits.ts";
import { indexPatterns, matchingPatterns, type PatternIndex } from "../../patterns/pattern-index.ts";
import type { CompiledPattern } from "../../patterns/types.ts";
import { type Refusal, refusal, refusalOf, UNAVAILABLE } from "../../refusals/refusal.ts";
import { TokenBucket, type TokenBucketState } from "../../sim/token-bucket.ts";
import type { Message, NodeContext, NodeSpec, NodeState, SimNode } from "../../sim/types.ts";
import { refuseLoop } from "../loops.ts";
import { isDenied } from "../policy-denials.ts";
import { type BatchEntry, type Delivery, type Ports, portOf, type TargetPort } from "../ports.ts";
import { ACCOUNT, BusEvent, entryOf, eventText, type PutEventsEntry, REGION, type ReadEntry } from "./event.ts";
import { refuseEntry, refusePutEvents } from "./put-events-checks.ts";

/** Whoever gets the events of a bus that match a pattern: rules, archives. */
export interface BusListener {
  /** Logical id. */
  readonly id: string;
  readonly arn: string;
  readonly pattern: CompiledPattern;
  take(event: BusEvent): void;
}

/** What PutEvents answers for an entry that is taken. */
export interface PutEvent {
  readonly EventId: string;
}

export interface EventBusPort {
  /** PutEvents: refused as a whole, or an answer for each entry. `cause`: what the events are made of. */
  putEvents(
    entries: readonly PutEventsEntry[],
    from: string,
    cause?: Message,
  ): Refusal | readonly (PutEvent | Refusal)[];
  /** Takes an event from another bus, as it is. */
  handOn(event: Message, from: string): Refusal | undefined;
  /** From now on it gets the events that match its pattern. */
  attach(listener: BusListener): void;
  /** Hands an event of an archive to the rules, or only to some of them. */
  replay(text: string, cause: Message, rules: readonly string[] | undefined): void;
}

const THROTTLED: Refusal = { code: "ThrottlingException", message: "Rate exceeded", retryable: true };

export class EventBus implements SimNode, TargetPort, EventBusPort {
  readonly ports: Partial<Ports> = { target: this, eventBus: this };
  readonly #context: NodeContext;
  readonly #isDenied: boolean;
  readonly #calls = new TokenBucket(PUT_EVENTS_PER_SECOND);
  readonly #listeners: BusListener[] = [];
  /** Made when the first event comes after the listeners have changed. */
  #index: PatternIndex | undefined;
  readonly #meters;

  constructor(context: NodeContext, { properties }: NodeSpec) {
    this.#context = context;
    this.#isDenied = isDenied(properties.Policy, "events:PutEvents");
    this.#meters = {
      published: context.counter("published"),
      unmatched: context.counter("unmatched"),
      refused: context.counter("refused"),
      throttled: context.counter("throttled"),
      replayed: context.counter("replayed"),
    };
  }

  attach(listener: BusListener): void {
    this.#listeners.push(listener);
    this.#index = undefined;
  }

  putEvents(entries: readonly PutEventsEntry[], from: string, cause?: Message) {
    const refused = this.#refuseCall() ?? refusePutEvents(entries);
    if (refused !== undefined) return refused;
    return entries.map((entry) => this.#refuseSource(entry) ?? this.#put(entry, from, cause));
  }

  #refuseCall(): Refusal | undefined {
    const { faults, random, timeMs } = this.#context;
    if (faults.outage) return UNAVAILABLE;
    const isThrottled = faults.throttleRate > 0 && random.next() < faults.throttleRate;
    if (isThrottled || !this.#calls.take(timeMs)) {
      this.#meters.throttled.add(1);
      return THROTTLED;
    }
    return this.#isDenied ? DENIED : undefined;
  }

  /** Only AWS's own services send events in their names. */
  #refuseSource({ Source = "" }: PutEventsEntry): Refusal | undefined {
    if (!Source.startsWith("aws.")) return undefined;
    this.#meters.refused.add(1);
    return refusal("NotAuthorizedForSourceException", "Not authorized for the source.");
  }

  #put(entry: ReadEntry, from: string, cause: Message | undefined): PutEvent | Refusal {
    const context = this.#context;
    const refused = refuseEntry(entry) ?? refuseLoop(context, cause);
    if (refused !== undefined) {
      this.#meters.refused.add(1);
      return refused;
    }
    const EventId = context.random.uuid();
    this.#publish(context.newMessage(eventText(entry, EventId, context.epochMs), undefined, cause), from);
    return { EventId };
  }

  handOn(event: Message, from: string): Refusal | undefined {
    const refused = this.#refuseCall() ?? refuseLoop(this.#context, event);
    if (refused === undefined) this.#publish(this.#context.newMessage(event.body, undefined, event), from);
    return refused;
  }

  #publish(message: Message, from: string): void {
    const context = this.#context;
    this.#meters.published.add(1);
    context.tell("published", message, undefined, from);
    const matching = this.#matching(message.body);
    if (matching.length === 0) {
      this.#meters.unmatched.add(1);
      context.tell("filtered", message, { code: "events.unmatched" });
      return;
    }
    const event = new BusEvent(message, context.epochMs);
    for (const listener of matching) listener.take(event);
  }

  #matching(text: string): readonly BusListener[] {
    this.#index ??= indexPatterns(this.#listeners.map(({ pattern }) => pattern));
    return matchingPatterns(this.#index, text).map((position) => this.#listeners[position] as BusListener);
  }

  replay(text: string, cause: Message, rules: readonly string[] | undefined): void {
    const context = this.#context;
    const message = context.newMessage(text, undefined, cause);
    this.#meters.replayed.add(1);
    context.tell("replayed", message, undefined, cause.madeBy);
    const event = new BusEvent(message, context.epochMs);
    for (const listener of this.#matching(text)) {
      if (rules === undefined || rules.includes(listener.arn) || rules.includes(listener.id)) listener.take(event);
    }
  }

  deliver(cause: Message | undefined, { body = cause?.body ?? "", from }: Delivery): Refusal | undefined {
    const [answer] = this.deliverBatch([{ cause, delivery: { body, from } }]);
    return answer;
  }

  /** As a service of AWS or a client of PutEvents would. */
  deliverBatch(entries: readonly BatchEntry[]): readonly (Refusal | undefined)[] {
    const given = entries.map(({ cause, delivery }) => entryOf(delivery.body ?? cause?.body ?? ""));
    const refused = this.#refuseCall() ?? refusePutEvents(given);
    if (refused !== undefined) return entries.map(() => refused);
    return given.map((entry, index) => {
      const { cause, delivery } = entries[index] as BatchEntry;
      return refusalOf(this.#put(entry, delivery.from, cause));
    });
  }

  // --- for the kernel

  handle(): void {}

  view(): JsonObject {
    return { listeners: this.#listeners.map(({ arn }) => arn) };
  }

  save(): SavedBus {
    return { calls: this.#calls.save() };
  }

  restore(saved: NodeState): void {
    this.#calls.restore((saved as SavedBus).calls);
  }
}

interface SavedBus {
  readonly calls: TokenBucketState;
}

const DENIED = refusal(
  "AccessDeniedException",
  "User is not authorized to perform: events:PutEvents with an explicit deny in a resource-based policy",
);

/** `name`: of a bus, or its ARN. */
export function busOf(context: NodeContext, name: string): EventBusPort | undefined {
  return (
    portOf(context, name, "eventBus") ??
    portOf(context, `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/${name}`, "eventBus")
  );
}
