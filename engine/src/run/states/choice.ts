/**
 * Choice: the first rule that is true decides. Its own Assign and Output are used; the state's only with Default.
 * https://states-language.net/spec.html#choice-state
 */
import { isObject, type JsonObject, type JsonValue, objectsIn } from "../../json.ts";
import type { Behavior, Compiler } from "../behavior.ts";
import { compileRule } from "../choice-rules.ts";
import { runtimeFailure } from "../errors.ts";
import { type Completed, compileFlow, compileOutput } from "../flow.ts";
import type { Frame } from "../frame.ts";
import { after, type MaybePromise } from "../maybe-promise.ts";
import type { Run } from "../run-port.ts";
import { EvaluationScope } from "../scope.ts";
import { compileJsonataValue, compilePayload, unexpectedType } from "../values.ts";
import { leave } from "./transition.ts";

interface Rule {
  readonly next: string | undefined;
  test(scope: EvaluationScope): MaybePromise<boolean>;
  complete(run: Run, frame: Frame, prepared: JsonValue): MaybePromise<Completed>;
}

const NO_NEXT_STATE = "Failed to transition out of the state. The state does not point to a next state.";

export function compileChoice(definition: JsonObject, compiler: Compiler): Behavior {
  const flow = compileFlow(definition, compiler.language);
  const choices = objectsIn(definition.Choices);
  const rules =
    compiler.language === "JSONata"
      ? choices.map(jsonataRule)
      : choices.map((choice) => jsonPathRule(choice, definition, compiler));
  const otherwise = typeof definition.Default === "string" ? definition.Default : undefined;
  return {
    start: (run, frame) =>
      after(flow.prepare(run, frame), (prepared) =>
        after(firstTrue(rules, new EvaluationScope(run, frame, prepared), 0), (rule) => {
          const next = rule === undefined ? otherwise : rule.next;
          if (next === undefined) throw runtimeFailure(NO_NEXT_STATE);
          const completed =
            rule === undefined ? flow.complete(run, frame, prepared) : rule.complete(run, frame, prepared);
          return leave(run, frame, completed, next);
        }),
      ),
  };
}

function firstTrue(rules: readonly Rule[], scope: EvaluationScope, from: number): MaybePromise<Rule | undefined> {
  for (let index = from; index < rules.length; index++) {
    const rule = rules[index] as Rule;
    const holds = rule.test(scope);
    if (holds instanceof Promise) return holds.then((yes) => (yes ? rule : firstTrue(rules, scope, index + 1)));
    if (holds) return rule;
  }
  return undefined;
}

function nextOf(choice: JsonObject): string | undefined {
  return typeof choice.Next === "string" ? choice.Next : undefined;
}

/** A rule's Assign replaces the state's; InputPath and OutputPath are the state's. */
function jsonPathRule(choice: JsonObject, definition: JsonObject, compiler: Compiler): Rule {
  const { Assign: stateAssign, ...rest } = definition;
  const flow = compileFlow(rest, compiler.language);
  const assign = choice.Assign === undefined ? undefined : compilePayload(choice.Assign);
  return {
    next: nextOf(choice),
    test: compileRule(choice),
    complete: (run, frame, prepared) =>
      after(flow.complete(run, frame, prepared), ({ output }) => {
        const assigned = assign?.(new EvaluationScope(run, frame, prepared));
        return { output, assigned: isObject(assigned) ? assigned : undefined };
      }),
  };
}

function jsonataRule(choice: JsonObject, index: number): Rule {
  const { Condition: condition } = choice;
  const field = `Choices[${index}]/Condition`;
  const evaluate = compileJsonataValue(condition ?? false, field);
  const complete = compileOutput(choice, `Choices[${index}]/`);
  return {
    next: nextOf(choice),
    test: (scope) =>
      after(evaluate(scope), (value) =>
        typeof value === "boolean" ? value : unexpectedType(condition ?? false, field, "boolean", value),
      ),
    complete: (run, frame) => complete(new EvaluationScope(run, frame, frame.input), frame.input),
  };
}
