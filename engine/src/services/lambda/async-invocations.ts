/**
 * The queue of a function's asynchronous invocations: it invokes, tries again, and lets go of what fails for good.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
import { type Refusal, UNAVAILABLE } from "../../refusals/refusal.ts";
import type { Address, Finder, Keeper, Message, NodeContext, SimEvent } from "../../sim/types.ts";
import { refuseLoop } from "../loops.ts";
import { type BatchEntry, type Delivery, portOf, type TargetPort } from "../ports.ts";
import { asyncMeters } from "./async-meters.ts";
import {
  type Condition,
  deadLetterAttributes,
  type Ended,
  eventOf,
  isBucketArn,
  isBus,
  recordKeyOf,
  recordOf,
} from "./destinations.ts";
import type { FunctionSettings, InvokeConfig } from "./function-settings.ts";
import type { FunctionPort, InvocationResult } from "./invocation.ts";
import { LATEST, requestIdOf } from "./names.ts";
import { payloadOf, refusePayload } from "./payload.ts";

/** One that has been accepted. */
interface AsyncEvent {
  readonly number: number;
  readonly message: Message;
  readonly acceptedMs: number;
  /** Version or alias. */
  readonly qualifier: string;
  /** Attempts that the code has begun. */
  attempts: number;
  /** Times that it was throttled since the last of them. */
  throttled: number;
  /** What the last of them came to. */
  last: InvocationResult | undefined;
}

/** Kinds of events, counted from the node's first one for this queue. */
const TRY = 0;
const ANSWER = 1;

const MINUTE_MS = 60_000;
const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 300_000;

export class AsyncInvocations implements TargetPort {
  readonly #context: NodeContext;
  readonly #function: FunctionPort;
  readonly #settings: FunctionSettings;
  readonly #firstKind: number;
  readonly #meters;
  readonly #events = new Map<number, AsyncEvent>();
  #lastNumber = 0;

  constructor(context: NodeContext, of: FunctionPort, settings: FunctionSettings, firstKind: number) {
    this.#context = context;
    this.#function = of;
    this.#settings = settings;
    this.#firstKind = firstKind;
    this.#meters = asyncMeters(context);
  }

  /** Events that are still to be processed. */
  get pending(): number {
    return this.#events.size;
  }

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    return this.accept(LATEST, cause, delivery);
  }

  deliverBatch(entries: readonly BatchEntry[]): readonly (Refusal | undefined)[] {
    return entries.map(({ cause, delivery }) => this.deliver(cause, delivery));
  }

  accept(qualifier: string, cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const { body = cause?.body ?? "", attributes, from } = delivery;
    const context = this.#context;
    if (context.faults.outage) return UNAVAILABLE;
    const refused = refusePayload(body) ?? refuseLoop(context, cause);
    if (refused !== undefined) return refused;
    const message = context.newMessage(body, attributes, cause);
    context.entered(1);
    context.tell("arrived", message, undefined, from);
    this.#lastNumber += 1;
    const event: AsyncEvent = {
      number: this.#lastNumber,
      message,
      acceptedMs: context.timeMs,
      qualifier,
      attempts: 0,
      throttled: 0,
      last: undefined,
    };
    this.#events.set(event.number, event);
    this.#meters.waiting.set(this.#events.size);
    this.#attempt(event);
    return undefined;
  }

  // --- attempts

  #attempt(event: AsyncEvent): void {
    const { message, qualifier } = event;
    // Nothing can ever run it.
    if (this.#settings.reservedConcurrency === 0) return this.#giveUp(event, "ZeroReservedConcurrency");
    const refused = this.#function.invoke(
      { messages: [message], event: () => payloadOf(message.body), qualifier, requestId: this.#requestIdOf(event) },
      this.#address(ANSWER, event),
    );
    if (refused !== undefined) return this.#throttled(event, refused);
    event.attempts += 1;
    event.throttled = 0;
    return undefined;
  }

  /** The same for all attempts. */
  #requestIdOf({ number }: AsyncEvent): string {
    return requestIdOf(this.#context.id, -number);
  }

  #address(kind: number, { number }: AsyncEvent): Address {
    return { node: this.#context.id, kind: this.#firstKind + kind, ref: number };
  }

  handle({ kind, ref, data }: SimEvent): void {
    const event = this.#events.get(ref);
    if (event === undefined) return;
    if (kind === this.#firstKind + TRY) this.#attempt(event);
    else this.#answered(event, data as unknown as InvocationResult);
  }

  #answered(event: AsyncEvent, result: InvocationResult): void {
    event.last = result;
    const { maximumRetryAttempts } = this.#configOf(event);
    if (result.error === null) this.#succeeded(event);
    else if (event.attempts > maximumRetryAttempts) this.#giveUp(event, "RetriesExhausted");
    else this.#tryAgain(event, event.attempts * MINUTE_MS, { code: "lambda.retried", attempts: event.attempts });
  }

  /** Throttling and errors of the service do not count as attempts. */
  #throttled(event: AsyncEvent, { code }: Refusal): void {
    const delayMs = Math.min(FIRST_BACKOFF_MS * 2 ** event.throttled, LONGEST_BACKOFF_MS);
    event.throttled += 1;
    this.#tryAgain(event, delayMs, { code: "lambda.retried-throttled", refusal: code });
  }

  /** AWS gives up at once where the next attempt would come too late. */
  #tryAgain(
    event: AsyncEvent,
    delayMs: number,
    why: { readonly code: string; readonly [word: string]: string | number },
  ) {
    const context = this.#context;
    const nextMs = context.timeMs + delayMs;
    if (nextMs - event.acceptedMs >= this.#configOf(event).maximumEventAgeMs) {
      this.#giveUp(event, "EventAgeExceeded");
      return;
    }
    this.#meters.retried.add(1);
    context.tell("retried", event.message, { ...why, delayMs });
    context.at(nextMs, this.#firstKind + TRY, event.number);
  }

  #configOf({ qualifier }: AsyncEvent): InvokeConfig {
    return this.#settings.invokeConfigs.get(qualifier) ?? this.#settings.invokeConfig;
  }

  // --- ends

  #succeeded(event: AsyncEvent): void {
    const { onSuccess } = this.#configOf(event);
    if (onSuccess !== undefined) this.#sendRecord(event, "Success", onSuccess);
    const { faults, random } = this.#context;
    if (faults.duplicateRate > 0 && random.next() < faults.duplicateRate) this.#runTwice(event);
    else this.#forget(event);
  }

  /** The queue promises at least once. */
  #runTwice(event: AsyncEvent): void {
    this.#context.tell("duplicated", event.message);
    this.#context.at(this.#context.timeMs, this.#firstKind + TRY, event.number);
  }

  #giveUp(event: AsyncEvent, condition: Condition): void {
    const context = this.#context;
    const { onFailure } = this.#configOf(event);
    const { deadLetterArn } = this.#settings;
    const targets = [
      onFailure !== undefined && this.#sendRecord(event, condition, onFailure) ? onFailure : undefined,
      deadLetterArn !== undefined && this.#sendDeadLetter(event, condition, deadLetterArn) ? deadLetterArn : undefined,
    ].filter((each) => each !== undefined);
    const isKept = targets.length > 0;
    this.#meters[isKept ? "deadLettered" : "lost"].add(1);
    const why = { code: "lambda.gave-up", condition, attempts: event.attempts };
    context.tell(isKept ? "deadLettered" : "lost", event.message, why, targets[0]);
    this.#forget(event);
  }

  #ended(event: AsyncEvent, condition: Condition): Ended {
    const { message, qualifier, attempts, last } = event;
    return {
      condition,
      requestId: this.#requestIdOf(event),
      functionArn: `${this.#function.arn}:${qualifier}`,
      attempts,
      payload: payloadOf(message.body),
      result: last,
      epochMs: this.#context.epochMs,
    };
  }

  #sendRecord(event: AsyncEvent, condition: Condition, arn: string): boolean {
    const ended = this.#ended(event, condition);
    const body = JSON.stringify(isBus(arn) ? eventOf(ended, arn) : recordOf(ended));
    const key = isBucketArn(arn) ? { partitionKey: recordKeyOf(ended) } : {};
    return this.#send(event, arn, { body, ...key, from: this.#context.id });
  }

  #sendDeadLetter(event: AsyncEvent, condition: Condition, arn: string): boolean {
    const attributes = deadLetterAttributes(this.#ended(event, condition));
    return this.#send(event, arn, { attributes, from: this.#context.id });
  }

  #send({ message }: AsyncEvent, arn: string, delivery: Delivery): boolean {
    const target = portOf(this.#context, arn, "target");
    const refused = target?.deliver(message, delivery);
    if (target !== undefined && refused === undefined) return true;
    this.#meters.destinationErrors.add(1);
    this.#context.tell("notSent", message, { code: "lambda.destination-refused", refusal: refused?.code }, arn);
    return false;
  }

  #forget({ number }: AsyncEvent): void {
    this.#events.delete(number);
    this.#meters.waiting.set(this.#events.size);
    this.#context.left(1);
  }

  // --- for the kernel

  save(keeper: Keeper): SavedAsyncInvocations {
    const events = [...this.#events.values()].map(({ message, last, ...plain }) => {
      return { ...plain, message: keeper.keep(message), last: last ?? null };
    });
    return { lastNumber: this.#lastNumber, events };
  }

  restore({ lastNumber, events }: SavedAsyncInvocations, finder: Finder): void {
    this.#lastNumber = lastNumber;
    for (const { message, last, ...plain } of events) {
      this.#events.set(plain.number, { ...plain, message: finder.find(message), last: last ?? undefined });
    }
  }
}

export interface SavedAsyncInvocations {
  readonly lastNumber: number;
  readonly events: readonly (Omit<AsyncEvent, "message" | "last"> & {
    readonly message: number;
    readonly last: InvocationResult | null;
  })[];
}
