/** Succeed: ends its scope with its input or Output. https://states-language.net/spec.html#succeed-state */
import type { JsonObject } from "../../json.ts";
import type { Behavior, Compiler } from "../behavior.ts";
import { compileFlow } from "../flow.ts";
import { after } from "../maybe-promise.ts";
import { leave } from "./transition.ts";

export function compileSucceed(definition: JsonObject, compiler: Compiler): Behavior {
  const flow = compileFlow(definition, compiler.language);
  return {
    start: (run, frame) =>
      after(flow.prepare(run, frame), (prepared) => leave(run, frame, flow.complete(run, frame, prepared), undefined)),
  };
}
