/**
 * Map: runs its processor once an item, not more than MaxConcurrency at a time; results come in the order of the items.
 * Inline iterations are part of the execution; those of a Distributed Map are executions of their own, which the
 * history does not show.
 * https://states-language.net/spec.html#map-state
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import type { Behavior, Compiler } from "../behavior.ts";
import { plainError, StateFailure } from "../errors.ts";
import { compileFlow } from "../flow.ts";
import type { Children, Frame, MapItem, MapRun } from "../frame.ts";
import { abortRuns, childFailed, childSucceeded, mapItemAt, newChildren, plainInput } from "../map-children.ts";
import { compileItems, type ItemSelector, type Items } from "../map-items.ts";
import { compileConcurrency, compileTolerance, type Tolerance } from "../map-limits.ts";
import { compileResultWriter } from "../map-results.ts";
import { after, eachInTurn, type MaybePromise } from "../maybe-promise.ts";
import { checkResult } from "../quotas.ts";
import { resumeChildren } from "../redrive/resume-children.ts";
import type { Run } from "../run-port.ts";
import { EvaluationScope } from "../scope.ts";
import type { TaskOutcome } from "../types.ts";
import { compileValue, type Value } from "../values.ts";
import { leave, transition } from "./transition.ts";

export function compileMap(definition: JsonObject, compiler: Compiler): Behavior {
  const processor = [definition.ItemProcessor, definition.Iterator].find(isObject) ?? {};
  const config = objectOf(processor.ProcessorConfig);
  const distributed = config.Mode === "DISTRIBUTED";
  const express = config.ExecutionType === "EXPRESS";
  const label = typeof definition.Label === "string" ? definition.Label : undefined;
  const scope = compiler.scope(processor, distributed);
  const flow = compileFlow(definition, compiler.language);
  const selector = compileSelector(definition, compiler);
  const items = compileItems(definition, compiler.language, distributed, selector);
  const concurrency = compileConcurrency(definition, compiler.language);
  const tolerance = compileTolerance(definition, compiler.language);
  const writer = distributed ? compileResultWriter(definition, compiler.language) : undefined;
  const next = transition(definition);

  /** `read` is what an ItemReader's dataset was answered with. */
  function start(run: Run, frame: Frame, read?: TaskOutcome): MaybePromise<void> {
    return after(flow.prepare(run, frame), (prepared) => {
      const view = new EvaluationScope(run, frame, prepared);
      return after(concurrency(view), (limit) => {
        run.observe?.(frame, "maxConcurrency", limit);
        return after(items(run, frame, view, read), (list) => {
          if (list === undefined) return;
          if (frame.saved === undefined)
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
    const mapRun = distributed ? beginMapRun(run, frame) : undefined;
    if (list.failure !== undefined) throw list.failure;
    const children = newChildren(list, limit, tolerated, frame.lastEventId, mapRun);
    frame.children = children;
    const { saved } = frame;
    if (saved !== undefined && !distributed) {
      const source = {
        scopeOf: () => scope,
        itemOf: (index: number) => mapItemAt(children, index),
        inputOf: (index: number) => inputOf(run, frame, children, mapItemAt(children, index)),
      };
      return after(resumeChildren(run, frame, children, saved, source), () => {
        const free = Math.min(children.total - children.next, children.maxConcurrency - children.running);
        return eachInTurn(Math.max(free, 0), () => startNext(run, frame, frame.lastEventId));
      });
    }
    delete frame.saved;
    run.wait(frame);
    if (children.total === 0) run.wakeAt(frame, run.timeMs, { kind: "children" });
    const first = Math.min(children.total, children.maxConcurrency);
    return eachInTurn(first, () => startNext(run, frame, frame.lastEventId));
  }

  /** A redrive goes on with the Map run; its child executions are all run again, since no history shows them. */
  function beginMapRun(run: Run, frame: Frame): MapRun {
    const { mapRunArn, redriveCount = 0 } = frame.saved ?? {};
    const arn = mapRunArn ?? run.mapRunArn(frame, label);
    if (mapRunArn === undefined) run.record(frame, "MapRunStarted", { mapRunArn: arn });
    else run.record(frame, "MapRunRedriven", { mapRunArn: arn, redriveCount });
    return { arn, express, runs: [] };
  }

  function inputOf(run: Run, frame: Frame, children: Children, item: MapItem): MaybePromise<JsonValue> {
    return selector === undefined || children.selected === true ? plainInput(item) : selector(run, frame, item);
  }

  /** The next item's iteration, behind `lastEventId`. */
  function startNext(run: Run, frame: Frame, lastEventId: number): MaybePromise<void> {
    const children = frame.children as Children;
    const index = children.next;
    children.next += 1;
    children.running += 1;
    const item = mapItemAt(children, index);
    return after(inputOf(run, frame, children, item), (input) => {
      children.mapRun?.runs.push({ input, startTimeMs: run.timeMs, status: "RUNNING" });
      run.spawn(frame, scope, index, input, lastEventId, item);
    });
  }

  /** What the Map gives: its children's results, or where they were written. */
  function resultOf(run: Run, frame: Frame, children: Children): MaybePromise<JsonValue> {
    if (writer === undefined) return children.results;
    return writer(run, frame, children, (index) => inputOf(run, frame, children, mapItemAt(children, index)));
  }

  return {
    start: (run, frame) => start(run, frame),

    childEnded: (run, frame, child, ended) => {
      const { children } = frame;
      if (children === undefined) return;
      children.running -= 1;
      if (!distributed) children.lastEventId = child.lastEventId;
      if ("failure" in ended) {
        if (!distributed) run.note(child, "MapIterationFailed", { name: frame.state, index: child.index });
        if (childFailed(children, child.index, ended.failure, run.timeMs)) return end(run, frame, children);
      } else {
        childSucceeded(children, child.index, ended.output, run.timeMs);
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
      const { failure } = children;
      if (failure !== undefined) {
        // What has been done is written all the same.
        return after(writer === undefined ? null : resultOf(run, frame, children), () => {
          throw new StateFailure(failure.error, failure.cause);
        });
      }
      const given = signal?.kind === "children" ? signal.result : undefined;
      return after(given === undefined ? resultOf(run, frame, children) : given, (result) => {
        checkResult(frame.state, result);
        // AWS chains MapStateSucceeded to the end of the run, but what follows to its start.
        if (distributed) run.noteChain(frame, ["MapRunSucceeded", "MapStateSucceeded"]);
        else run.note(frame, "MapStateSucceeded", {});
        delete frame.children;
        return leave(run, frame, flow.complete(run, frame, result, result), next);
      });
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
  abortRuns(children, run.timeMs);
  run.wait(frame);
  run.wakeAt(frame, run.timeMs, { kind: "children" });
}

/** AWS shows only the thresholds that the definition sets. */
function observeTolerance(run: Run, frame: Frame, definition: JsonObject, tolerated: Tolerance): void {
  const sets = (name: string) => definition[name] !== undefined || definition[`${name}Path`] !== undefined;
  if (sets("ToleratedFailureCount")) run.observe?.(frame, "toleratedFailureCount", tolerated.count);
  if (sets("ToleratedFailurePercentage")) run.observe?.(frame, "toleratedFailurePercentage", tolerated.percentage);
}

/** ItemSelector (or Parameters, its name before 2022): the input of an iteration. `$` is the Map's own input. */
function compileSelector(definition: JsonObject, compiler: Compiler): ItemSelector | undefined {
  const field = definition.ItemSelector ?? (compiler.language === "JSONPath" ? definition.Parameters : undefined);
  if (field === undefined) return undefined;
  const selector: Value = compileValue(field, compiler.language, "ItemSelector");
  const flow = compileFlow({ ...definition, Parameters: undefined as never }, compiler.language);
  return (run, frame, item) =>
    after(flow.prepare(run, frame), (prepared) => selector(new EvaluationScope(run, frame, prepared, { item })));
}
