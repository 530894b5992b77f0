/** The records that a member has in hand: it works on them one after the other, tries again what fails, and gives it up. */
import type { Refusal } from "../../refusals/refusal.ts";
import type { Finder, Keeper, Message } from "../../sim/types.ts";
import { portOf } from "../ports.ts";
import { AGAIN, DONE, type GroupHost, type InHand } from "./group-host.ts";
import type { KafkaRecord } from "./ports.ts";

/** Whose records they are. */
export interface Worker {
  /** Sets an event for it. */
  at(timeMs: number, kind: number): void;
}

export class RecordWork {
  readonly #host: GroupHost;
  readonly #worker: Worker;
  #batch: readonly InHand[] = [];
  #at = 0;
  /** Attempts at the one that is worked on. */
  #attempts = 0;

  constructor(host: GroupHost, worker: Worker) {
    this.#host = host;
    this.#worker = worker;
  }

  /** Those that are not finished, the one that is worked on first. */
  get left(): readonly InHand[] {
    return this.#batch.slice(this.#at);
  }

  begin(batch: readonly InHand[]): void {
    const { meters } = this.#host;
    this.#batch = batch;
    this.#at = 0;
    this.#attempts = 0;
    meters.busy.set(meters.busy.value + 1);
    meters.batchSize.add(batch.length);
    this.work();
  }

  /** Lets go of all of it. */
  end(): void {
    const { meters } = this.#host;
    if (this.#batch.length > 0) meters.busy.set(meters.busy.value - 1);
    this.#batch = [];
    this.#at = 0;
  }

  /** Takes up the record in hand, for the first time or once more. */
  work(): void {
    const { context, settings, meters } = this.#host;
    const { record } = this.#batch[this.#at] as InHand;
    const durationMs = settings.handler.durationMs(context.random) * context.faults.slowness;
    meters.durationMs.add(durationMs);
    const { message, partition, offset } = record;
    context.tell("started", message, { code: "kafka.started", partition, offset, durationMs });
    this.#worker.at(context.timeMs + durationMs, DONE);
  }

  /** The work on the record in hand has ended. The record, where it is done with, well or not. */
  finish(): InHand | undefined {
    const { context, settings, meters } = this.#host;
    const inHand = this.#batch[this.#at] as InHand;
    const { message } = inHand.record;
    this.#attempts += 1;
    const failure = settings.handler.failure(message, this.#attempts, context.random);
    const refused = failure === undefined ? this.#passOn(message) : undefined;
    if (failure === undefined && refused === undefined) this.#succeeded(inHand);
    else {
      meters.failed.add(1);
      context.tell("failed", message, failure ?? { code: "worker.target-refused", refusal: refused?.code });
      if (this.#attempts <= settings.retryAttempts) {
        meters.retried.add(1);
        this.#worker.at(context.timeMs + settings.retryPauseMs, AGAIN);
        return undefined;
      }
      this.#giveUp(inHand);
    }
    this.#at += 1;
    this.#attempts = 0;
    return inHand;
  }

  /** Hands what was processed to the targets. */
  #passOn(message: Message): Refusal | undefined {
    const { context, settings } = this.#host;
    for (const arn of settings.targetArns) {
      const refused = portOf(context, arn, "target")?.deliver(message, { from: context.id });
      if (refused !== undefined) return refused;
    }
    return undefined;
  }

  #succeeded({ number, record: { message, offset } }: InHand): void {
    const { context, meters, offsets } = this.#host;
    meters.processed.add(1);
    meters.endToEndMs.add(context.timeMs - message.originMs);
    context.tell("processed", message);
    if (offsets.handled(number, offset)) return;
    meters.duplicates.add(1);
    context.tell("processedTwice", message, { code: "kafka.again" });
  }

  #giveUp({ number, record }: InHand): void {
    const { context, settings, meters, offsets } = this.#host;
    const { deadLetterArn } = settings;
    const isKept = deadLetterArn !== undefined && this.#isTaken(deadLetterArn, record);
    meters[isKept ? "deadLettered" : "discarded"].add(1);
    const why = { code: "kafka.gave-up", attempts: this.#attempts };
    context.tell(isKept ? "deadLettered" : "discarded", record.message, why, deadLetterArn);
    offsets.handled(number, record.offset);
  }

  #isTaken(arn: string, { message, key }: KafkaRecord): boolean {
    const { context } = this.#host;
    const target = portOf(context, arn, "target");
    const delivery = { from: context.id, ...(key !== undefined && { partitionKey: key }) };
    return target !== undefined && target.deliver(message, delivery) === undefined;
  }

  save(keeper: Keeper): SavedWork {
    const batch = this.#batch.map(({ number, record: { message, partition, offset, key, timeMs, bytes } }) => {
      return [number, keeper.keep(message), partition, offset, key ?? null, timeMs, bytes] as const;
    });
    return { batch, at: this.#at, attempts: this.#attempts };
  }

  restore({ batch, at, attempts }: SavedWork, finder: Finder): void {
    this.#batch = batch.map(([number, message, partition, offset, key, timeMs, bytes]) => {
      const record = { message: finder.find(message), partition, offset, key: key ?? undefined, timeMs, bytes };
      return { number, record };
    });
    this.#at = at;
    this.#attempts = attempts;
  }
}

type SavedInHand = readonly [
  number: number,
  message: number,
  partition: number,
  offset: number,
  key: string | null,
  timeMs: number,
  bytes: number,
];

export interface SavedWork {
  readonly batch: readonly SavedInHand[];
  readonly at: number;
  readonly attempts: number;
}
