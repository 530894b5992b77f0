/**
 * Who answers a task: several handlers asked in order. One that has no answer leaves the task to the next; where nobody
 * has one the task stays open, and the caller says what to add.
 */
import type { TaskCall, TaskHandler, TaskOutcome } from "../types.ts";

/** Asks each handler in turn; the first answer counts. Handlers that are undefined are skipped. */
export function firstAnswer(...handlers: readonly (TaskHandler | undefined)[]): TaskHandler {
  const asked = handlers.filter((handler) => handler !== undefined);
  return (call) => ask(asked, 0, call);
}

/** Stays synchronous as long as the handlers do: a promise costs a turn of the event loop for each task. */
function ask(
  handlers: readonly TaskHandler[],
  from: number,
  call: TaskCall,
): TaskOutcome | undefined | Promise<TaskOutcome | undefined> {
  for (let index = from; index < handlers.length; index++) {
    const outcome = handlers[index]?.(call);
    if (outcome instanceof Promise) {
      return outcome.then((given) => given ?? ask(handlers, index + 1, call));
    }
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}
