/**
 * A workflow of Amazon SWF with its deciders and activity workers: an execution gets a decision task whenever something was
 * reported of it, the decider schedules activities, and each task is given to one worker, once.
 * https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dev-workflow-exec-lifecycle.html
 */
import type { JsonObject } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type {
  Faults,
  Finder,
  Keeper,
  Message,
  NodeContext,
  NodeSpec,
  NodeState,
  Reason,
  SimEvent,
  SimNode,
} from "../../sim/types.ts";
import { refuseLoop } from "../loops.ts";
import type { Delivery, PartsPort, Ports, TargetPort } from "../ports.ts";
import { type Execution, restoreExecution, type SavedExecution, saveExecution } from "./execution.ts";
import { swfMeters } from "./meters.ts";
import { DECISIONS, type WorkflowSettings, workflowSettingsOf } from "./settings.ts";
import { type Task, TaskList } from "./task-list.ts";

/** The events that it sets: a worker answers; timeouts of tasks and of executions. */
const ANSWER = 0;
const SCHEDULE_TO_START = 1;
const START_TO_CLOSE = 2;
const HEARTBEAT = 3;
const EXECUTION = 4;

const TIMEOUTS: Readonly<Record<number, string>> = {
  [SCHEDULE_TO_START]: "schedule to start",
  [START_TO_CLOSE]: "start to close",
  [HEARTBEAT]: "heartbeat",
};

export class SwfWorkflow implements SimNode, TargetPort, PartsPort {
  readonly ports: Partial<Ports> = { target: this, parts: this };
  readonly #context: NodeContext;
  readonly #settings: WorkflowSettings;
  readonly #meters;
  readonly #lists: ReadonlyMap<string, TaskList>;
  readonly #executions = new Map<number, Execution>();
  /** Those that are not closed, and those whose worker has still to answer. */
  readonly #tasks = new Map<number, Task>();
  #lastExecution = 0;
  #lastTask = 0;

  constructor(context: NodeContext, { properties }: NodeSpec) {
    this.#context = context;
    this.#settings = workflowSettingsOf(properties);
    this.#meters = swfMeters(context);
    this.#lists = new Map(Array.from(this.#settings.lists, ([name, settings]) => [name, new TaskList(settings)]));
  }

  /** StartWorkflowExecution. */
  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const context = this.#context;
    const refused = context.faults.outage ? AWAY : refuseLoop(context, cause);
    if (refused !== undefined) return refused;
    const message = context.newMessage(delivery.body ?? cause?.body ?? "", delivery.attributes, cause);
    this.#lastExecution += 1;
    const number = this.#lastExecution;
    const execution = { number, message, step: -1, attempts: new Map(), outcomes: [], isDeciding: false };
    this.#executions.set(number, execution);
    context.entered(1);
    this.#meters.started.add(1);
    context.tell("arrived", message);
    this.#at(this.#settings.executionMs, EXECUTION, number);
    this.#wantDecision(execution);
    return undefined;
  }

  /** Timeouts of what has long ended keep nothing going: executions that are open do. */
  #at(afterMs: number, kind: number, ref: number): void {
    if (Number.isFinite(afterMs)) this.#context.atIdle(this.#context.timeMs + afterMs, kind, ref);
  }

  // --- tasks

  #wantDecision(execution: Execution): void {
    if (execution.isDeciding) return;
    execution.isDeciding = true;
    this.#schedule(execution, DECISIONS);
  }

  #schedule({ number }: Execution, name: string): void {
    const list = this.#list(name);
    this.#lastTask += 1;
    const task: Task = {
      number: this.#lastTask,
      list: name,
      execution: number,
      state: "scheduled",
      assigned: 0,
      isLost: false,
    };
    this.#tasks.set(task.number, task);
    list.waiting.push(task);
    this.#at(list.settings.scheduleToStartMs, SCHEDULE_TO_START, task.number);
    this.#assign(list);
  }

  #list(name: string): TaskList {
    const list = this.#lists.get(name);
    if (list === undefined) throw new Error(`${this.#context.id} has no task list ${name}`);
    return list;
  }

  #assign(list: TaskList): void {
    const { random, timeMs, faults } = this.#context;
    for (let task = list.assign(); task !== undefined; task = list.assign()) {
      const durationMs = list.settings.durationMs(random) * faults.slowness;
      this.#meters.tasks.add(1);
      this.#tell("started", task, { code: "swf.started", list: task.list, task: task.number, durationMs });
      this.#context.at(timeMs + durationMs, ANSWER, task.number);
      this.#at(list.settings.startToCloseMs, START_TO_CLOSE, task.number);
    }
    this.#measure();
  }

  #measure(): void {
    this.#meters.waiting.set([...this.#lists.values()].reduce((sum, { waiting }) => sum + waiting.size, 0));
  }

  #tell(what: string, { execution }: Task, why: Reason): void {
    this.#context.tell(what, this.#executions.get(execution)?.message, why);
  }

  handle({ kind, ref }: SimEvent): void {
    if (kind === EXECUTION) {
      const execution = this.#executions.get(ref);
      if (execution !== undefined) this.#end(execution, "timedOut", { code: "swf.execution-timeout" });
      return;
    }
    const task = this.#tasks.get(ref);
    if (task === undefined) return;
    if (kind === ANSWER) this.#answered(task);
    else if (task.state === (kind === SCHEDULE_TO_START ? "scheduled" : "started")) this.#timedOut(task, kind);
  }

  #timedOut(task: Task, kind: number): void {
    this.#meters.timeouts.add(1);
    this.#tell("failed", task, { code: "swf.timeout", list: task.list, task: task.number, timeout: TIMEOUTS[kind] });
    if (kind === SCHEDULE_TO_START) this.#list(task.list).withdraw(task);
    if (kind === SCHEDULE_TO_START || task.isLost) this.#tasks.delete(task.number);
    this.#close(task, false);
  }

  /** RespondActivityTaskCompleted and the like: of a task that is closed it is refused. */
  #answered(task: Task): void {
    if (task.isLost) return;
    const list = this.#list(task.list);
    const { list: name, number } = task;
    list.busy -= 1;
    this.#tasks.delete(number);
    if (task.state === "closed")
      this.#tell("deleteRefused", task, { code: "swf.unknown-task", list: name, task: number });
    else {
      const isFailed = this.#context.random.next() < list.settings.failureRate;
      if (isFailed) {
        this.#meters.failed.add(1);
        this.#tell("failed", task, { code: "swf.failed", list: name, task: number });
      }
      this.#close(task, !isFailed);
    }
    this.#assign(list);
  }

  #close(task: Task, isDone: boolean): void {
    task.state = "closed";
    const execution = this.#executions.get(task.execution);
    if (execution === undefined) return;
    if (task.list !== DECISIONS) {
      execution.outcomes.push({ activity: task.list, isDone });
      this.#wantDecision(execution);
      return;
    }
    execution.isDeciding = false;
    if (isDone) this.#decide(execution);
    else this.#wantDecision(execution);
  }

  // --- the decider

  #decide(execution: Execution): void {
    const { attempts } = execution;
    const outcomes = execution.outcomes;
    execution.outcomes = [];
    for (const { activity, isDone } of outcomes) {
      const made = attempts.get(activity) ?? 0;
      if (isDone) attempts.delete(activity);
      else if (made > this.#list(activity).settings.retries) {
        this.#end(execution, "failed", { code: "swf.gave-up", list: activity, attempts: made });
        return;
      } else this.#try(execution, activity, made + 1);
    }
    if (attempts.size > 0) return;
    execution.step += 1;
    const step = this.#settings.steps[execution.step];
    if (step === undefined) this.#end(execution, "completed", { code: "swf.completed" });
    else for (const activity of step) this.#try(execution, activity, 1);
  }

  #try(execution: Execution, activity: string, attempt: number): void {
    execution.attempts.set(activity, attempt);
    this.#schedule(execution, activity);
  }

  #end(execution: Execution, how: "completed" | "failed" | "timedOut", why: Reason): void {
    const { message, number } = execution;
    this.#executions.delete(number);
    // Its tasks are closed with it: nobody is given them any more.
    for (const task of this.#tasks.values()) {
      if (task.execution !== number) continue;
      if (task.state === "scheduled") this.#list(task.list).withdraw(task);
      if (task.state === "scheduled" || task.isLost) this.#tasks.delete(task.number);
      task.state = "closed";
    }
    this.#meters[how === "failed" ? "executionsFailed" : how].add(1);
    if (how === "completed") this.#meters.durationMs.add(this.#context.timeMs - message.madeMs);
    this.#measure();
    this.#context.tell(how === "completed" ? "processed" : "lost", message, why);
    this.#context.left(1);
  }

  // --- workers come and go

  /** What dead workers had is lost to them: only a timeout tells the decider. */
  partChanged(name: string, { outage }: Faults): void {
    const list = this.#lists.get(name);
    if (list === undefined) return;
    list.isDown = outage;
    if (!outage) {
      this.#assign(list);
      return;
    }
    list.busy = 0;
    for (const task of [...this.#tasks.values()]) {
      if (task.list !== name || task.state === "scheduled" || task.isLost) continue;
      task.isLost = true;
      if (task.state === "closed") this.#tasks.delete(task.number);
      else this.#at(list.settings.heartbeatMs, HEARTBEAT, task.number);
    }
  }

  // --- for the kernel

  inside(): number {
    return this.#executions.size;
  }

  isBusy(): boolean {
    return this.#executions.size > 0;
  }

  audit(): readonly string[] {
    const twice = [...this.#tasks.values()].filter(({ assigned }) => assigned > 1);
    return twice.map(({ number, assigned }) => `task ${number} was given to ${assigned} workers`);
  }

  view(): JsonObject {
    const lists = Array.from(this.#lists, ([name, { busy, waiting }]) => ({ name, busy, waiting: waiting.size }));
    return { executions: this.#executions.size, lists };
  }

  save(keeper: Keeper): SavedWorkflow {
    return {
      executions: [...this.#executions.values()].map((execution) => saveExecution(execution, keeper)),
      tasks: [...this.#tasks.values()].map((task) => ({ ...task })),
      lists: Array.from(this.#lists, ([name, { busy, isDown, waiting }]) => {
        return { name, busy, isDown, waiting: [...waiting].map(({ number }) => number) };
      }),
      last: [this.#lastExecution, this.#lastTask],
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { executions, tasks, lists, last } = saved as SavedWorkflow;
    for (const each of executions) this.#executions.set(each.number, restoreExecution(each, finder));
    for (const task of tasks) this.#tasks.set(task.number, { ...task });
    for (const { name, busy, isDown, waiting } of lists) {
      const list = this.#list(name);
      list.busy = busy;
      list.isDown = isDown;
      for (const number of waiting) list.waiting.push(this.#tasks.get(number) as Task);
    }
    [this.#lastExecution, this.#lastTask] = last;
  }
}

interface SavedWorkflow {
  readonly executions: readonly SavedExecution[];
  readonly tasks: readonly Task[];
  readonly lists: readonly {
    readonly name: string;
    readonly busy: number;
    readonly isDown: boolean;
    readonly waiting: readonly number[];
  }[];
  readonly last: readonly [execution: number, task: number];
}

const AWAY = refusal("ServiceUnavailable", "Amazon SWF does not answer.");
