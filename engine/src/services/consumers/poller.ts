/**
 * One poll loop of a worker: it receives messages, works on them one after the other, deletes what is done, and leaves
 * what has failed to the visibility timeout. What it has in hand stays in the queue until it is deleted.
 */
import type { JsonValue } from "../../json.ts";
import { isRefusal, type Refusal, refusal } from "../../refusals/refusal.ts";
import type { Address, Finder, Keeper, Message, NodeContext, Reason } from "../../sim/types.ts";
import { portOf, type QueuePort, type Received } from "../ports.ts";
import { restoreReceived, type SavedReceived, saveReceived } from "../received.ts";
import type { TokenSender } from "../task-callback.ts";
import type { WorkerMeters } from "./worker-meters.ts";
import type { WorkerSettings } from "./worker-settings.ts";

/** The kinds of events of a group of workers. */
export const READY = 0;
export const POLL = 1;
export const DONE = 2;
export const HEARTBEAT = 3;
export const STOP = 4;

/** How long a worker waits after a call that was refused, on average, milliseconds. */
const RETRY_MS = 1_000;

/** The shortest time from one receive to the next, milliseconds. */
const LEAST_ROUND_MS = 1;

const NO_QUEUE = refusal("AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.");

/** Events of an earlier life of a poller are told apart from those of this one. */
export const LIVES = 2 ** 20;

/** What the pollers of a group share. */
export interface PollerHost {
  readonly context: NodeContext;
  readonly settings: WorkerSettings;
  readonly sendToken: TokenSender | undefined;
  readonly meters: WorkerMeters;
}

export type PollerState = "stopped" | "polling" | "pausing" | "working";

export class Poller {
  state: PollerState = "stopped";
  /** It stops as soon as it has nothing in hand. */
  isDraining = false;
  readonly #host: PollerHost;
  readonly #number: number;
  /** Called when it has stopped by itself. */
  readonly #onStopped: () => void;
  /** Goes up whenever events that are under way no longer concern it. */
  #life = 0;
  #batch: readonly Received[] = [];
  /** The one of the batch that is worked on. */
  #at = 0;
  #doneReceipts: number[] = [];
  /** When the long poll ends; when the visibility timeout of what it has in hand does. */
  #pollUntilMs = 0;
  #hiddenUntilMs = 0;
  /** When it received what it has in hand. */
  #begunMs = 0;

  constructor(host: PollerHost, number: number, onStopped: () => void) {
    this.#host = host;
    this.#number = number;
    this.#onStopped = onStopped;
  }

  /** The message that it works on. */
  get message(): Message | undefined {
    return this.state === "working" ? this.#batch[this.#at]?.message : undefined;
  }

  /** Begins to poll. */
  start(): void {
    this.isDraining = false;
    this.#life = (this.#life + 1) % LIVES;
    this.#poll(false);
  }

  /** Stops, at once where it has nothing in hand; else when that is done. */
  drain(): void {
    if (this.state === "working") this.isDraining = true;
    else if (this.state !== "stopped") this.#stopped();
  }

  /** Stops at once and loses what it has in hand: the queue shows it again when its visibility timeout is over. */
  kill(reason: Reason): void {
    const { context, meters } = this.#host;
    if (this.state === "working") {
      const lost = this.#batch.slice(this.#at);
      meters.abandoned.add(lost.length);
      for (const { message } of lost) context.tell("abandoned", message, reason);
      this.#queue()?.released?.(lost.map(({ receipt }) => receipt));
      meters.busy.set(meters.busy.value - 1);
    }
    if (this.state !== "stopped") this.#stopped();
  }

  #stopped(): void {
    if (this.state === "polling") this.#queue()?.stopWaiting(this.#address);
    this.state = "stopped";
    this.isDraining = false;
    this.#life = (this.#life + 1) % LIVES;
    this.#batch = [];
    this.#doneReceipts = [];
    this.#onStopped();
  }

  get #ref(): number {
    return this.#number * LIVES + this.#life;
  }

  /** An event of one of the kinds above. */
  handle(kind: number, ref: number): void {
    if (ref !== this.#ref) return;
    if (kind === POLL) this.#poll(this.state === "polling");
    else if (kind === DONE) this.#finish();
    else if (kind === HEARTBEAT) this.#extend();
  }

  #queue(): QueuePort | undefined {
    return portOf(this.#host.context, this.#host.settings.queueArn, "queue");
  }

  /** Receives, as the beginning of a poll or going on with one that was called back. */
  #poll(isSamePoll: boolean): void {
    const { context, settings, meters } = this.#host;
    const { timeMs } = context;
    const goesOn = isSamePoll && timeMs < this.#pollUntilMs;
    if (!goesOn) meters.polls.add(1);
    this.#life = (this.#life + 1) % LIVES; // calls of the poll before come too late
    const queue = this.#queue();
    const waitSeconds = settings.waitTimeSeconds ?? queue?.settings.receiveMessageWaitTimeSeconds ?? 0;
    const poll = goesOn ? "same" : waitSeconds > 0 ? "long" : "short";
    const answer = queue?.receive(settings.maxNumberOfMessages, settings.visibilityTimeoutSeconds, poll) ?? NO_QUEUE;
    if (isRefusal(answer)) this.#refusedPoll(answer);
    else if (answer.length > 0) this.#begin(answer);
    else if (queue === undefined || waitSeconds === 0) this.#pause(settings.pauseSeconds * 1_000);
    else {
      if (!goesOn) this.#pollUntilMs = timeMs + waitSeconds * 1_000;
      this.state = "polling";
      queue.wait(this.#address, this.#pollUntilMs);
    }
  }

  get #address(): Address {
    return { node: this.#host.context.id, kind: POLL, ref: this.#ref };
  }

  #pause(pauseMs: number): void {
    this.state = "pausing";
    this.#host.context.atIdle(this.#host.context.timeMs + pauseMs, POLL, this.#ref);
  }

  /** Asks again after a while, as SDKs do. */
  #refusedPoll({ code }: Refusal): void {
    const { context, meters } = this.#host;
    meters.refused.add(1);
    context.tell("pollRefused", undefined, { code: "worker.poll-refused", refusal: code });
    this.#pause(RETRY_MS * (0.5 + context.random.next()));
  }

  #begin(received: readonly Received[]): void {
    const { context, settings, meters } = this.#host;
    this.state = "working";
    this.#batch = received;
    this.#at = 0;
    this.#doneReceipts = [];
    this.#hiddenUntilMs = context.timeMs + this.#visibilityMs();
    this.#begunMs = context.timeMs;
    meters.busy.set(meters.busy.value + 1);
    meters.batchSize.add(received.length);
    if (settings.heartbeatSeconds !== undefined) {
      context.at(context.timeMs + settings.heartbeatSeconds * 1_000, HEARTBEAT, this.#ref);
    }
    this.#work();
  }

  #visibilityMs(): number {
    const seconds = this.#host.settings.visibilityTimeoutSeconds ?? this.#queue()?.settings.visibilityTimeoutSeconds;
    return (seconds ?? 0) * 1_000;
  }

  /** Takes up the next message in hand. */
  #work(): void {
    const { context, settings, meters } = this.#host;
    const received = this.#batch[this.#at] as Received;
    const durationMs = settings.handler.durationMs(context.random) * context.faults.slowness;
    meters.durationMs.add(durationMs);
    context.tell("started", received.message, { code: "worker.started", durationMs, count: received.receiveCount });
    context.at(context.timeMs + durationMs, DONE, this.#ref);
  }

  /** The message in hand is done, well or not. */
  #finish(): void {
    const { context, settings, meters } = this.#host;
    const received = this.#batch[this.#at] as Received;
    if (context.timeMs > this.#hiddenUntilMs) meters.late.add(1);
    const failure = settings.handler.failure(received.message, received.receiveCount, context.random);
    const refused = failure === undefined ? this.#passOn(received.message) : undefined;
    if (failure === undefined && refused === undefined) this.#succeeded(received);
    else this.#failed(received, failure ?? { code: "worker.target-refused", refusal: refused?.code });
    this.#at += 1;
    if (this.#at < this.#batch.length) this.#work();
    else this.#batchDone();
  }

  /** Hands what was processed to the targets, and the token of a task back. */
  #passOn(message: Message): Refusal | undefined {
    const { context, settings } = this.#host;
    for (const arn of settings.targetArns) {
      const refused = portOf(context, arn, "target")?.deliver(message, { from: context.id });
      if (refused !== undefined) return refused;
    }
    this.#host.sendToken?.(message);
    return undefined;
  }

  #succeeded({ message, receipt, receiveCount }: Received): void {
    const { context, settings, meters } = this.#host;
    meters.processed.add(1);
    meters.endToEndMs.add(context.timeMs - message.originMs);
    context.tell("processed", message);
    const queue = this.#queue();
    const mayBeSecond = receiveCount > 1 || context.timeMs > this.#hiddenUntilMs;
    if (mayBeSecond && queue?.holds(receipt) === false) {
      // Somebody else has been quicker: it was processed more than once.
      meters.duplicates.add(1);
      context.tell("processedTwice", message, { code: "worker.deleted-by-another" });
    }
    if (settings.deleteMessages === "Batch") this.#doneReceipts.push(receipt);
    else if (settings.deleteMessages === "Each") this.#refused(message, queue?.delete(receipt));
  }

  /** A message that could not be deleted will come again. */
  #refused(message: Message, refused: Refusal | undefined): void {
    if (refused === undefined) return;
    this.#host.context.tell("deleteRefused", message, { code: "worker.delete-refused", refusal: refused.code });
  }

  #failed({ message, receipt }: Received, reason: Reason): void {
    const { context, settings, meters } = this.#host;
    meters.failed.add(1);
    context.tell("failed", message, reason);
    this.#queue()?.rejected?.(receipt);
    const { failureVisibilitySeconds } = settings;
    if (failureVisibilitySeconds !== undefined) this.#queue()?.changeVisibility(receipt, failureVisibilitySeconds);
  }

  #batchDone(): void {
    const { meters } = this.#host;
    if (this.#doneReceipts.length > 0) {
      const answers = this.#queue()?.deleteBatch(this.#doneReceipts) ?? [];
      for (const [index, refused] of answers.entries()) {
        const receipt = this.#doneReceipts[index];
        const received = this.#batch.find((each) => each.receipt === receipt);
        if (received !== undefined) this.#refused(received.message, refused);
      }
    }
    meters.busy.set(meters.busy.value - 1);
    this.#batch = [];
    this.#doneReceipts = [];
    if (this.isDraining) {
      this.#stopped();
      return;
    }
    // Even work that takes no time takes a moment: else a queue that shows messages at once would never let time pass.
    if (this.#host.context.timeMs - this.#begunMs < LEAST_ROUND_MS) this.#pause(LEAST_ROUND_MS);
    else this.#poll(false);
  }

  #extend(): void {
    const { context, settings } = this.#host;
    const queue = this.#queue();
    const visibilityMs = this.#visibilityMs();
    for (const { receipt } of this.#batch.slice(this.#at)) queue?.changeVisibility(receipt, visibilityMs / 1_000);
    this.#hiddenUntilMs = context.timeMs + visibilityMs;
    context.at(context.timeMs + (settings.heartbeatSeconds as number) * 1_000, HEARTBEAT, this.#ref);
  }

  save(keeper: Keeper): JsonValue {
    return {
      state: this.state,
      isDraining: this.isDraining,
      life: this.#life,
      batch: this.#batch.map((received) => saveReceived(received, keeper)),
      at: this.#at,
      doneReceipts: [...this.#doneReceipts],
      pollUntilMs: this.#pollUntilMs,
      hiddenUntilMs: this.#hiddenUntilMs,
      begunMs: this.#begunMs,
    };
  }

  restore(saved: JsonValue, finder: Finder): void {
    const state = saved as unknown as SavedPoller;
    this.state = state.state;
    this.isDraining = state.isDraining;
    this.#life = state.life;
    this.#batch = state.batch.map((saved) => restoreReceived(saved, finder));
    this.#at = state.at;
    this.#doneReceipts = [...state.doneReceipts];
    this.#pollUntilMs = state.pollUntilMs;
    this.#hiddenUntilMs = state.hiddenUntilMs;
    this.#begunMs = state.begunMs;
  }
}

interface SavedPoller {
  readonly state: PollerState;
  readonly isDraining: boolean;
  readonly life: number;
  readonly batch: readonly SavedReceived[];
  readonly at: number;
  readonly doneReceipts: readonly number[];
  readonly pollUntilMs: number;
  readonly hiddenUntilMs: number;
  readonly begunMs: number;
}
