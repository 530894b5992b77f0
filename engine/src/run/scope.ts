/**
 * What paths and expressions of one state can see: its input, the context object, the variables of its scope and of the
 * scopes around it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
import type { JsonObject, JsonValue } from "../json.ts";
import type { JsonataScope } from "../jsonata/evaluate.ts";
import type { PathScope } from "../paths/types.ts";
import type { Random } from "../random.ts";
import type { Frame, MapItem } from "./frame.ts";
import type { Run } from "./run-port.ts";
import { formatTimestamp } from "./timestamp.ts";

/** What some places see besides. */
export interface ScopeExtras {
  readonly result?: JsonValue;
  readonly errorOutput?: JsonValue;
  /** The item that an ItemSelector selects from. */
  readonly item?: MapItem;
}

/** One evaluation's view; made anew wherever `$` changes, which is cheap: nothing is computed before it is read. */
export class EvaluationScope implements PathScope, JsonataScope {
  readonly input: JsonValue;
  readonly #run: Run;
  readonly #frame: Frame;
  readonly #more: ScopeExtras | undefined;
  #context: JsonObject | undefined;

  constructor(run: Run, frame: Frame, input: JsonValue, more?: ScopeExtras) {
    this.#run = run;
    this.#frame = frame;
    this.input = input;
    this.#more = more;
  }

  get random(): Random {
    return this.#run.random;
  }

  get nowMs(): number {
    return this.#run.timeMs;
  }

  get context(): JsonObject {
    this.#context ??= contextObject(this.#run, this.#frame, this.#more?.item);
    return this.#context;
  }

  /** `$states`: `result` and `errorOutput` are there only where AWS has them. */
  states(withContext: boolean): object {
    const states: Record<string, JsonValue> = { input: this.input };
    if (withContext) states.context = this.context;
    const { result, errorOutput } = this.#more ?? {};
    if (result !== undefined) states.result = result;
    if (errorOutput !== undefined) states.errorOutput = errorOutput;
    return states;
  }

  variable(name: string): JsonValue | undefined {
    return this.#run.variable(this.#frame, name);
  }
}

/** `$$` and `$states.context`. */
function contextObject(run: Run, frame: Frame, selected: MapItem | undefined): JsonObject {
  const child = run.childContext?.(frame);
  const context: Record<string, JsonValue> =
    run.givenContext === undefined
      ? {
          Execution: child?.Execution ?? run.executionContext,
          StateMachine: child?.StateMachine ?? run.machineContext,
          State: {
            Name: frame.state,
            EnteredTime: formatTimestamp(frame.enteredTimeMs),
            ...(frame.retryCount === undefined ? {} : { RetryCount: frame.retryCount }),
          },
        }
      : { ...run.givenContext };
  const item = selected ?? run.mapItem(frame);
  if (item !== undefined) context.Map = { Item: item as unknown as JsonObject };
  if (frame.taskToken !== undefined) context.Task ??= { Token: frame.taskToken };
  return context;
}
