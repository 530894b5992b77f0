/** A task list and those who poll it. A task is given to one worker, once; what comes of it later is told apart by its state. */
import { Fifo } from "../../sim/fifo.ts";
import type { ListSettings } from "./settings.ts";

export interface Task {
  readonly number: number;
  readonly list: string;
  readonly execution: number;
  state: "scheduled" | "started" | "closed";
  /** How often it was given to a worker: once at most. */
  assigned: number;
  /** Its worker is dead: nobody will answer. */
  isLost: boolean;
}

export class TaskList {
  readonly settings: ListSettings;
  readonly waiting = new Fifo<Task>();
  /** Workers that have a task. */
  busy = 0;
  isDown = false;

  constructor(settings: ListSettings) {
    this.settings = settings;
  }

  /** The next task for a worker that is free; undefined where there is neither. */
  assign(): Task | undefined {
    if (this.isDown || this.busy >= this.settings.workers) return undefined;
    const task = this.waiting.shift();
    if (task === undefined) return undefined;
    task.state = "started";
    task.assigned += 1;
    this.busy += 1;
    return task;
  }

  /** Nobody is to be given the task any more. */
  withdraw(task: Task): void {
    const place = [...this.waiting].indexOf(task);
    if (place >= 0) this.waiting.takeAt(place);
  }
}
