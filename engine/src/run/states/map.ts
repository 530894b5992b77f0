/**
 * Map: runs its processor once an item, not more than MaxConcurrency at a time; results come in the order of the items.
 * Inline iterations are part of the execution; those of a Distributed Map are executions of their own, which the
 * history does not show.
 * https://states-language.net/spec.html#map-state
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { MAX_INLINE_MAP_CONCURRENCY } from "../../limits.ts";
import { ERROR, plainError, StateFailure } from "../errors.ts";
import { compileFlow } from "../flow.ts";
import type { Children, Frame } from "../frame.ts";
import { compileItems, type Items } from "../map-items.ts";
import { compileConcurrency, compileTolerance, type Tolerance } from "../map-limits.ts";
import { compileResultWriter } from "../map-results.ts";
import { after, eachInTurn, type MaybePromise } from "../maybe-promise.ts";
import type { Behavior, Compiler } from "../program.ts";
import type { Run } from "../run-port.ts";
import { EvaluationScope } from "../scope.ts";
import type { StateError, TaskOutcome } from "../types.ts";
import { compileValue, type Value } from "../values.ts";
import { transition } from "./transition.ts";

const THRESHOLD_EXCEEDED = "The specified tolerated failure threshold was exceeded";

export function compileMap(definition: JsonObject, compiler: Compiler): Behavior {
  const processor = [definition.ItemProcessor, definition.Iterator].find(isObject) ?? {};
  const distributed = isObject(processor.ProcessorConfig) && processor.ProcessorConfig.Mode === "DISTRIBUTED";
  const scope = compiler.scope(processor, distributed);
  const flow = compileFlow(definition, compiler.language);
  const items = compileItems(definition, compiler.language, distributed);
  const concurrency = compileConcurrency(definition, compiler.language);
  const tolerance = compileTolerance(definition, compiler.language);
  const selector = compileSelector(definition, compiler);
  const writeResults = distributed ? compileResultWriter(definition, compiler.language) : undefined;
  const next = transition(definition);

  /** `read` is what an ItemReader's dataset was answered with. */
  function start(run: Run, frame: Frame, read?: TaskOutcome): MaybePromise<void> {
    return after(flow.prepare(run, frame), (prepared) => {
      const view = new EvaluationScope(run, frame, prepared);
      return after(concurrency(view), (limit) => {
        run.observe?.(frame, "maxConcurrency", limit);
        return after(items(run, frame, view, read), (list) => {
          if (list === undefined) return;
          run.record(frame, "MapStateStarted", { length: list.read ? 0 : list.values.length });
          return after(tolerance(view), (tolerated) => {
            if (run.observe !== undefined) observeTolerance(run, frame, definition, tolerated);
            return begin(run, frame, list, limit, tolerated);
          });
        });
      });
    });
  }

  function begin(run: Run, frame: Frame, list: Items, limit: number, tolerated: Tolerance): MaybePromise<void> {
    if (distributed) run.record(frame, "MapRunStarted", { mapRunArn: run.mapRunArn(frame) });
    if (list.failure !== undefined) throw list.failure;
    const total = list.values.length;
    frame.children = newChildren(list, limit, tolerated, distributed, frame.lastEventId);
    run.wait(frame);
    if (total === 0) run.wakeAt(frame, run.timeMs, { kind: "children" });
    const first = Math.min(total, frame.children.maxConcurrency);
    return eachInTurn(first, () => startNext(run, frame, frame.lastEventId));
  }

  /** The next item's iteration, behind `lastEventId`. */
  function startNext(run: Run, frame: Frame, lastEventId: number): MaybePromise<void> {
    const children = frame.children as Children;
    const index = children.next;
    children.next += 1;
    children.running += 1;
    const key = children.keys?.[index];
    const value = children.items[index] ?? null;
    const item = { Index: index, Value: value, ...(key === undefined ? {} : { Key: key }) };
    const input = selector === undefined ? value : selector(run, frame, item);
    return after(input, (given) => run.spawn(frame, scope, index, given, lastEventId, item));
  }

  return {
    start: (run, frame) => start(run, frame),

    childEnded: (run, frame, child, ended) => {
      const { children } = frame;
      if (children === undefined) return;
      children.running -= 1;
      if (!distributed) children.lastEventId = child.lastEventId;
      if ("failure" in ended) {
        const details = { name: frame.state, index: child.index };
        if (!distributed) run.note(child, "MapIterationFailed", details);
        if (breaks(children, ended.failure)) return end(run, frame, children);
      } else {
        children.finished += 1;
        children.results[child.index] = ended.output;
        if (!distributed) run.record(child, "MapIterationSucceeded", { name: frame.state, index: child.index });
      }
      if (children.next < children.total) return startNext(run, frame, children.lastEventId);
      if (!distributed && !("failure" in ended)) children.lastEventId = child.lastEventId;
      if (children.running === 0) end(run, frame, children);
    },

    resume: (run, frame) => {
      const { signal, children } = frame;
      if (signal?.kind === "outcome") return start(run, frame, signal.outcome);
      if (children === undefined) return;
      frame.lastEventId = children.lastEventId;
      if (children.failure !== undefined) throw new StateFailure(children.failure.error, children.failure.cause);
      // AWS chains MapStateSucceeded to the end of the run, but what follows to its start.
      if (distributed) run.noteChain(frame, ["MapRunSucceeded", "MapStateSucceeded"]);
      else run.note(frame, "MapStateSucceeded", {});
      delete frame.children;
      const given = signal?.kind === "children" ? signal.result : undefined;
      const results = given ?? writeResults?.(run, frame, children.results) ?? children.results;
      return after(results, (result) =>
        after(flow.complete(run, frame, result, result), (completed) =>
          run.exit(frame, completed.output, completed.assigned, next),
        ),
      );
    },

    failed: (run, frame, failure) => {
      if (distributed && frame.lastEventId !== frame.enteredEventId)
        run.record(frame, "MapRunFailed", plainError(failure));
      run.record(frame, "MapStateFailed", {});
    },
  };
}

/** All iterations have ended, or one too many has failed. */
function end(run: Run, frame: Frame, children: Children): void {
  if (children.running > 0) run.abortChildren(frame);
  run.wait(frame);
  run.wakeAt(frame, run.timeMs, { kind: "children" });
}

/** Counts a failure; true when the Map does not bear it. */
function breaks(children: Children, failure: StateError): boolean {
  children.failed += 1;
  children.finished += 1;
  const { toleratedCount, toleratedPercentage, failed, total } = children;
  const tolerant = toleratedCount > 0 || toleratedPercentage > 0;
  if (tolerant && (failed <= toleratedCount || (failed * 100) / total <= toleratedPercentage)) return false;
  children.failure = tolerant
    ? { error: ERROR.exceedToleratedFailureThreshold, cause: THRESHOLD_EXCEEDED }
    : plainError(failure);
  return true;
}

/** AWS shows only the thresholds that the definition sets. */
function observeTolerance(run: Run, frame: Frame, definition: JsonObject, tolerated: Tolerance): void {
  const sets = (name: string) => definition[name] !== undefined || definition[`${name}Path`] !== undefined;
  if (sets("ToleratedFailureCount")) run.observe?.(frame, "toleratedFailureCount", tolerated.count);
  if (sets("ToleratedFailurePercentage")) run.observe?.(frame, "toleratedFailurePercentage", tolerated.percentage);
}

function newChildren(
  list: Items,
  limit: number,
  tolerated: Tolerance,
  distributed: boolean,
  lastEventId: number,
): Children {
  const total = list.values.length;
  const cap = distributed ? Number.MAX_SAFE_INTEGER : MAX_INLINE_MAP_CONCURRENCY;
  return {
    total,
    next: 0,
    running: 0,
    finished: 0,
    failed: 0,
    results: new Array<JsonValue>(total).fill(null),
    items: list.values,
    ...(list.keys === undefined ? {} : { keys: list.keys }),
    maxConcurrency: limit === 0 ? cap : Math.min(limit, cap),
    toleratedCount: tolerated.count,
    toleratedPercentage: tolerated.percentage,
    lastEventId,
  };
}

/** ItemSelector (or Parameters, its name before 2022): the input of an iteration. `$` is the Map's own input. */
function compileSelector(
  definition: JsonObject,
  compiler: Compiler,
): ((run: Run, frame: Frame, item: NonNullable<Frame["item"]>) => MaybePromise<JsonValue>) | undefined {
  const field = definition.ItemSelector ?? (compiler.language === "JSONPath" ? definition.Parameters : undefined);
  if (field === undefined) return undefined;
  const selector: Value = compileValue(field, compiler.language, "ItemSelector");
  const { prepare } = compileFlow({ ...definition, Parameters: undefined as never }, compiler.language);
  return (run, frame, item) =>
    after(prepare(run, frame), (prepared) => selector(new EvaluationScope(run, frame, prepared, { item })));
}
