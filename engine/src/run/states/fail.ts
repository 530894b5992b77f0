/**
 * Fail: ends its scope with an error. Error and Cause may be constants, paths or string intrinsics (JSONPath) or
 * expressions (JSONata); what is left out is absent from the history, too.
 * https://states-language.net/spec.html#fail-state
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { Behavior, Compiler } from "../behavior.ts";
import { runtimeFailure } from "../errors.ts";
import { after } from "../maybe-promise.ts";
import { EvaluationScope } from "../scope.ts";
import { compileJsonataValue, compilePayload, unexpectedType, type Value } from "../values.ts";

export function compileFail(definition: JsonObject, compiler: Compiler): Behavior {
  const error = compileText(definition, "Error", compiler);
  const cause = compileText(definition, "Cause", compiler);
  return {
    start: (run, frame) => {
      const scope = new EvaluationScope(run, frame, frame.input);
      return after(error(scope), (errorText) =>
        after(cause(scope), (causeText) => run.fail(frame, text(errorText), text(causeText))),
      );
    },
  };
}

function text(value: JsonValue): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Gives null where the definition says nothing. */
function compileText(definition: JsonObject, name: "Error" | "Cause", compiler: Compiler): Value {
  const { [name]: field, [`${name}Path`]: path } = definition;
  if (compiler.language === "JSONata") {
    if (field === undefined) return () => null;
    const value = compileJsonataValue(field, name);
    return (scope) =>
      after(value(scope), (given) =>
        typeof given === "string" ? given : unexpectedType(field, name, "string", given),
      );
  }
  if (typeof path !== "string") return () => field ?? null;
  const template = compilePayload({ [`${name}.$`]: path });
  return (scope) => {
    const given = (template(scope) as JsonObject)[name];
    if (typeof given === "string") return given;
    throw runtimeFailure(`The ${name}Path parameter does not reference a string: ${path}`);
  };
}
