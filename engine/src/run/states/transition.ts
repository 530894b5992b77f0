/** How a state is left when it succeeds. https://states-language.net/spec.html#transition */
import type { JsonObject } from "../../json.ts";
import type { Completed } from "../flow.ts";
import type { Frame } from "../frame.ts";
import type { MaybePromise } from "../maybe-promise.ts";
import type { Run } from "../run-port.ts";

/** Where a state leads: the name in `Next`, or undefined where the scope ends. */
export function transition(definition: JsonObject): string | undefined {
  return typeof definition.Next === "string" ? definition.Next : undefined;
}

/** Leaves the state with what it has completed. Without a closure, since most states do nothing else. */
export function leave(
  run: Run,
  frame: Frame,
  completed: MaybePromise<Completed>,
  next: string | undefined,
): MaybePromise<void> {
  return completed instanceof Promise
    ? completed.then(({ output, assigned }) => run.exit(frame, output, assigned, next))
    : run.exit(frame, completed.output, completed.assigned, next);
}
