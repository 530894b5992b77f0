/** Pass: hands its input, or a fixed result, on. https://states-language.net/spec.html#pass-state */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { Behavior, Compiler } from "../behavior.ts";
import { compileFlow, type Flow } from "../flow.ts";
import type { Frame } from "../frame.ts";
import type { MaybePromise } from "../maybe-promise.ts";
import type { Run } from "../run-port.ts";
import { leave, transition } from "./transition.ts";

export function compilePass(definition: JsonObject, compiler: Compiler): Behavior {
  return new PassBehavior(definition, compiler);
}

class PassBehavior implements Behavior {
  readonly #flow: Flow;
  readonly #next: string | undefined;
  /** A JSONata Pass has no result of its own. */
  readonly #hasResult: boolean;
  readonly #fixed: JsonValue | undefined;

  constructor(definition: JsonObject, { language }: Compiler) {
    this.#flow = compileFlow(definition, language);
    this.#next = transition(definition);
    this.#hasResult = language === "JSONPath";
    this.#fixed = this.#hasResult ? definition.Result : undefined;
  }

  start(run: Run, frame: Frame): MaybePromise<void> {
    const prepared = this.#flow.prepare(run, frame);
    return prepared instanceof Promise
      ? prepared.then((value) => this.#finish(run, frame, value))
      : this.#finish(run, frame, prepared);
  }

  #finish(run: Run, frame: Frame, prepared: JsonValue): MaybePromise<void> {
    const result = this.#hasResult ? (this.#fixed === undefined ? prepared : this.#fixed) : undefined;
    return leave(run, frame, this.#flow.complete(run, frame, prepared, result), this.#next);
  }
}
