/**
 * JSONPath states are evaluated at once, JSONata states only asynchronously. Work that may be either is written with
 * `after`, so that a machine without JSONata never waits for the event loop.
 */
export type MaybePromise<T> = T | Promise<T>;

export function after<T, U>(value: MaybePromise<T>, next: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** What `work` throws, at once or later, goes to `failed`. */
export function attempt<T>(work: () => MaybePromise<T>, failed: (thrown: unknown) => MaybePromise<T>): MaybePromise<T> {
  try {
    const done = work();
    return done instanceof Promise ? done.catch(failed) : done;
  } catch (thrown) {
    return failed(thrown);
  }
}

/** `step` for each index in turn, waiting only where a step waits. */
export function eachInTurn(count: number, step: (index: number) => MaybePromise<void>): MaybePromise<void> {
  for (let index = 0; index < count; index++) {
    const waiting = step(index);
    if (waiting instanceof Promise) return restInTurn(waiting, index + 1, count, step);
  }
}

async function restInTurn(
  first: Promise<void>,
  start: number,
  count: number,
  step: (index: number) => MaybePromise<void>,
): Promise<void> {
  await first;
  for (let index = start; index < count; index++) await step(index);
}
