/** Tasks on their way to the world and back: asked of the handler, or open until somebody answers. */
import type { Frame, OpenTask } from "./frame.ts";
import { after, type MaybePromise } from "./maybe-promise.ts";
import type { TaskCall, TaskHandler, TaskOutcome } from "./types.ts";

/** What a snapshot keeps of a desk. */
export interface DeskState {
  readonly open: readonly OpenTask[];
  readonly lastTaskId: number;
  readonly invocations: readonly (readonly [state: string, count: number])[];
}

export class TaskDesk {
  readonly #handler: TaskHandler | undefined;
  readonly #settle: (task: OpenTask, outcome: TaskOutcome) => void;
  #open: OpenTask[] = [];
  #lastTaskId = 0;
  readonly #invocations = new Map<string, number>();

  constructor(handler: TaskHandler | undefined, settle: (task: OpenTask, outcome: TaskOutcome) => void) {
    this.#handler = handler;
    this.#settle = settle;
  }

  get open(): readonly OpenTask[] {
    return this.#open;
  }

  ask(frame: Frame, call: Omit<TaskCall, "invocation">): MaybePromise<void> {
    const invocation = this.#invocations.get(call.stateName) ?? 0;
    this.#invocations.set(call.stateName, invocation + 1);
    const whole: TaskCall = { ...call, invocation };
    const task: OpenTask = { id: ++this.#lastTaskId, frame: frame.id, epoch: frame.epoch, call: whole };
    return after(this.#handler?.(whole), (outcome) => {
      if (outcome === undefined) this.#open.push(task);
      else this.#settle(task, outcome);
    });
  }

  answer(id: number, outcome: TaskOutcome): void {
    const task = this.#open.find((open) => open.id === id);
    if (task === undefined) throw new Error(`no task with id ${id} waits for an answer`);
    this.#open = this.#open.filter((open) => open !== task);
    this.#settle(task, outcome);
  }

  /** Forgets the tasks of frames that are gone. */
  drop(frames: ReadonlySet<number>): void {
    this.#open = this.#open.filter((task) => !frames.has(task.frame));
  }

  clear(): void {
    this.#open = [];
  }

  state(): DeskState {
    return { open: [...this.#open], lastTaskId: this.#lastTaskId, invocations: [...this.#invocations] };
  }

  restore(state: DeskState): void {
    this.#open = [...state.open];
    this.#lastTaskId = state.lastTaskId;
    for (const [name, count] of state.invocations) this.#invocations.set(name, count);
  }
}
