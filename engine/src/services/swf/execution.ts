/** One execution of a workflow, as its decider sees it: what is under way, and what has been reported since it last decided. */
import type { Finder, Keeper, Message } from "../../sim/types.ts";

export interface Outcome {
  readonly activity: string;
  readonly isDone: boolean;
}

export interface Execution {
  readonly number: number;
  readonly message: Message;
  /** The step that is under way; -1: none yet. */
  step: number;
  /** Attempts by activity, of those of the step that are not done. */
  readonly attempts: Map<string, number>;
  /** Not decided about yet. */
  outcomes: Outcome[];
  /** It has a decision task: never more than one. */
  isDeciding: boolean;
}

export type SavedExecution = Omit<Execution, "message" | "attempts"> & {
  readonly message: number;
  readonly attempts: readonly (readonly [activity: string, attempts: number])[];
};

export function saveExecution({ message, attempts, ...plain }: Execution, keeper: Keeper): SavedExecution {
  return { ...plain, message: keeper.keep(message), attempts: [...attempts] };
}

export function restoreExecution({ message, attempts, ...plain }: SavedExecution, finder: Finder): Execution {
  return { ...plain, outcomes: [...plain.outcomes], message: finder.find(message), attempts: new Map(attempts) };
}
