/** Pass: hands its input, or a fixed result, on. https://states-language.net/spec.html#pass-state */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { Behavior, Compiler } from "../behavior.ts";
import { compileFlow } from "../flow.ts";
import type { Frame } from "../frame.ts";
import type { Run } from "../run-port.ts";
import { leave, transition } from "./transition.ts";

export function compilePass(definition: JsonObject, compiler: Compiler): Behavior {
  const flow = compileFlow(definition, compiler.language);
  const next = transition(definition);
  const fixed = compiler.language === "JSONPath" ? definition.Result : undefined;
  const jsonPath = compiler.language === "JSONPath";
  const finish = (run: Run, frame: Frame, prepared: JsonValue) => {
    const result = jsonPath ? (fixed === undefined ? prepared : fixed) : undefined;
    return leave(run, frame, flow.complete(run, frame, prepared, result), next);
  };
  return {
    start: (run, frame) => {
      const prepared = flow.prepare(run, frame);
      return prepared instanceof Promise
        ? prepared.then((value) => finish(run, frame, value))
        : finish(run, frame, prepared);
    },
  };
}
