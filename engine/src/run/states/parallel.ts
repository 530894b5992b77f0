/**
 * Parallel: every branch gets the same input; the results come in the order of the branches. The first branch that
 * fails ends the others.
 * https://states-language.net/spec.html#parallel-state
 */
import { isObject, type JsonObject } from "../../json.ts";
import type { Behavior, Compiler } from "../behavior.ts";
import { plainError, StateFailure } from "../errors.ts";
import { compileFlow } from "../flow.ts";
import { after } from "../maybe-promise.ts";
import { checkResult } from "../quotas.ts";
import { resumeChildren } from "../redrive/resume-children.ts";
import { leave, transition } from "./transition.ts";

export function compileParallel(definition: JsonObject, compiler: Compiler): Behavior {
  const flow = compileFlow(definition, compiler.language);
  const next = transition(definition);
  const branches = (Array.isArray(definition.Branches) ? definition.Branches : [])
    .filter(isObject)
    .map((branch) => compiler.scope(branch, false));
  return {
    start: (run, frame) =>
      after(flow.prepare(run, frame), (input) => {
        const { saved } = frame;
        if (saved === undefined) run.record(frame, "ParallelStateStarted", {});
        frame.children = {
          total: branches.length,
          next: branches.length,
          running: branches.length,
          finished: 0,
          failed: 0,
          results: new Array(branches.length).fill(null),
          items: [],
          maxConcurrency: branches.length,
          toleratedCount: 0,
          toleratedPercentage: 0,
          lastEventId: frame.lastEventId,
        };
        if (saved !== undefined) {
          return resumeChildren(run, frame, frame.children, saved, {
            scopeOf: (index) => branches[index] ?? 0,
            inputOf: () => input,
          });
        }
        run.wait(frame);
        branches.forEach((scope, index) => {
          run.spawn(frame, scope, index, input, frame.lastEventId);
        });
        if (branches.length === 0) run.wakeAt(frame, run.timeMs, { kind: "children" });
      }),
    resume: (run, frame) => {
      const { signal, children } = frame;
      if (children === undefined) return;
      frame.lastEventId = children.lastEventId;
      if (children.failure !== undefined) throw new StateFailure(children.failure.error, children.failure.cause);
      run.note(frame, "ParallelStateSucceeded", {});
      delete frame.children;
      const result = (signal?.kind === "children" ? signal.result : undefined) ?? children.results;
      checkResult(frame.state, result);
      return leave(run, frame, flow.complete(run, frame, result, result), next);
    },
    childEnded: (run, frame, child, ended) => {
      const { children } = frame;
      if (children === undefined) return;
      children.running -= 1;
      children.finished += 1;
      children.lastEventId = child.lastEventId;
      if ("failure" in ended) {
        children.failure = plainError(ended.failure);
        run.noteAborted(child);
        run.abortChildren(frame);
      } else {
        children.results[child.index] = ended.output;
        if (children.running > 0) return;
      }
      run.wait(frame);
      run.wakeAt(frame, run.timeMs, { kind: "children" });
    },
    failed: (run, frame) => run.record(frame, "ParallelStateFailed", {}),
  };
}
