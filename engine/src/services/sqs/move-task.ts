/**
 * Message move tasks: what a dead-letter queue holds goes back to where it came from, or to another queue.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
import type { JsonValue } from "../../json.ts";
import { MAX_MOVE_TASKS, MAX_MOVED_PER_SECOND } from "../../limits.ts";
import { type DeadLetterPort, portOf } from "../ports.ts";
import type { QueueParts } from "./parts.ts";
import type { StoredMessage } from "./stored-message.ts";

export type MoveStatus = "RUNNING" | "COMPLETED" | "CANCELLING" | "CANCELLED" | "FAILED";

export interface MoveTask {
  /** From 1, by queue. */
  readonly number: number;
  /** Left out: each message goes back to where it came from. */
  readonly destinationArn?: string;
  /** Left out: as fast as SQS thinks right. */
  readonly maxPerSecond?: number;
  readonly startedMs: number;
  readonly toMove: number;
  moved: number;
  status: MoveStatus;
  failureReason?: string;
}

export interface MoveRequest {
  readonly destinationArn?: string;
  readonly maxPerSecond?: number;
}

/** The tasks of one source queue; at most one of them runs. */
export class MoveTasks {
  /** The latest first. */
  tasks: MoveTask[] = [];
  readonly #parts: QueueParts;
  readonly #kind: number;
  #lastNumber = 0;

  /** `kind`: of the events that it sets for its queue. */
  constructor(parts: QueueParts, kind: number) {
    this.#parts = parts;
    this.#kind = kind;
  }

  get running(): MoveTask | undefined {
    return this.tasks.find(({ status }) => status === "RUNNING");
  }

  start(request: MoveRequest): MoveTask {
    const { context, store } = this.#parts;
    this.#lastNumber += 1;
    const { timeMs } = context;
    const own = { number: this.#lastNumber, startedMs: timeMs, toMove: store.visible, moved: 0 };
    const task: MoveTask = { ...request, ...own, status: "RUNNING" };
    this.tasks = [task, ...this.tasks].slice(0, MAX_MOVE_TASKS);
    context.tell("moveStarted", undefined, { code: "sqs.move-started", count: task.toMove }, request.destinationArn);
    context.at(timeMs, this.#kind, task.number);
    return task;
  }

  /** False: there is no such task that runs. */
  cancel(number: number): boolean {
    const task = this.tasks.find((each) => each.number === number && each.status === "RUNNING");
    if (task !== undefined) this.#end(task, "CANCELLED");
    return task !== undefined;
  }

  /** The task's next message is due. */
  step(number: number): void {
    const { context, store } = this.#parts;
    const task = this.tasks.find((each) => each.number === number && each.status === "RUNNING");
    if (task === undefined) return;
    const stored = context.faults.outage ? undefined : store.order.next();
    if (stored === undefined) {
      store.order.received();
      if (!context.faults.outage) this.#end(task, "COMPLETED");
      else context.at(context.timeMs + 1_000, this.#kind, number);
      return;
    }
    this.#move(task, stored);
    store.order.received();
    if (task.status === "RUNNING") {
      context.at(context.timeMs + 1_000 / (task.maxPerSecond ?? MAX_MOVED_PER_SECOND), this.#kind, number);
    }
  }

  #move(task: MoveTask, stored: StoredMessage): void {
    const { context, store, arn } = this.#parts;
    const to = task.destinationArn ?? stored.source;
    const target: DeadLetterPort | undefined = to === undefined ? undefined : portOf(context, to, "deadLetters");
    if (to === undefined || target === undefined) {
      store.order.putBack(stored);
      this.#end(task, "FAILED", to === undefined ? NO_SOURCE : NO_DESTINATION);
      return;
    }
    context.tell("moved", stored.message, { code: "sqs.moved", task: task.number }, to);
    store.remove(stored);
    target.takeMoved(stored, arn);
    task.moved += 1;
  }

  #end(task: MoveTask, status: MoveStatus, failureReason?: string): void {
    task.status = status;
    if (failureReason !== undefined) task.failureReason = failureReason;
    const why = { code: "sqs.move-ended", status, moved: task.moved, reason: failureReason };
    this.#parts.context.tell("moveEnded", undefined, why, task.destinationArn);
  }

  save(): JsonValue {
    return { lastNumber: this.#lastNumber, tasks: this.tasks.map((task) => ({ ...task })) };
  }

  restore(state: JsonValue): void {
    const { lastNumber, tasks } = state as unknown as {
      readonly lastNumber: number;
      readonly tasks: readonly MoveTask[];
    };
    this.#lastNumber = lastNumber;
    this.tasks = tasks.map((task) => ({ ...task }));
  }
}

/** FailureReason of ListMessageMoveTasks. */
const NO_DESTINATION = "AWS.SimpleQueueService.NonExistentQueue";
const NO_SOURCE = "CouldNotDetermineMessageSource";
