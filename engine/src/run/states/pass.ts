/** Pass: hands its input, or a fixed result, on. https://states-language.net/spec.html#pass-state */
import type { JsonObject } from "../../json.ts";
import type { Behavior, Compiler } from "../behavior.ts";
import { compileFlow } from "../flow.ts";
import { after } from "../maybe-promise.ts";
import { transition } from "./transition.ts";

export function compilePass(definition: JsonObject, compiler: Compiler): Behavior {
  const flow = compileFlow(definition, compiler.language);
  const next = transition(definition);
  const fixed = compiler.language === "JSONPath" ? definition.Result : undefined;
  const jsonPath = compiler.language === "JSONPath";
  return {
    start: (run, frame) =>
      after(flow.prepare(run, frame), (prepared) =>
        after(
          flow.complete(run, frame, prepared, jsonPath ? (fixed === undefined ? prepared : fixed) : undefined),
          (completed) => run.exit(frame, completed.output, completed.assigned, next),
        ),
      ),
  };
}
