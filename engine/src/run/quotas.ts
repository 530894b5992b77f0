/**
 * The service's limits on data, failing as the service fails: States.DataLimitExceeded, which States.ALL does not catch.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
import type { JsonObject, JsonValue } from "../json.ts";
import {
  MAX_EXECUTION_VARIABLE_BYTES,
  MAX_EXPRESS_DURATION_MS,
  MAX_PAYLOAD_BYTES,
  MAX_STANDARD_DURATION_MS,
  MAX_VARIABLE_BYTES,
} from "../limits.ts";
import type { MachineType } from "../vocabulary.ts";
import { ERROR, StateFailure } from "./errors.ts";
import type { Frame } from "./frame.ts";
import { exceedsBytes, jsonBytes, maxJsonBytes } from "./payload-size.ts";

/** AWS refuses to start such an execution at all. */
export const INPUT_TOO_LARGE = {
  error: ERROR.dataLimitExceeded,
  cause: "The input of the execution exceeds the maximum number of bytes service limit.",
};

/** How long an execution may take, milliseconds. `timeoutSeconds`: the machine's own. */
export function longestMs(type: MachineType | undefined, timeoutSeconds = Number.POSITIVE_INFINITY): number {
  return Math.min(type === "EXPRESS" ? MAX_EXPRESS_DURATION_MS : MAX_STANDARD_DURATION_MS, timeoutSeconds * 1_000);
}

/** What a state makes of its input for a task, a branch or an iteration. Throws StateFailure. */
export function checkInput(stateName: string, input: JsonValue): void {
  if (!exceedsBytes(input, MAX_PAYLOAD_BYTES)) return;
  throw dataLimit(
    `The state/task '${stateName}' passed on an input with a size exceeding the maximum number of bytes service limit.`,
  );
}

/** What a task, a state or all iterations together give. Throws StateFailure. */
export function checkResult(stateName: string, result: JsonValue): void {
  if (exceedsBytes(result, MAX_PAYLOAD_BYTES)) throw tooLarge(stateName, "result");
}

/** What one Assign stores; no variable can then be larger by itself. Throws StateFailure. */
export function checkAssigned(stateName: string, assigned: JsonObject): void {
  if (exceedsBytes(assigned, MAX_VARIABLE_BYTES)) throw tooLarge(stateName, "set of variables");
}

function tooLarge(stateName: string, what: string): StateFailure {
  return dataLimit(
    `The state/task '${stateName}' returned a ${what} with a size exceeding the maximum number of bytes service limit.`,
  );
}

function dataLimit(cause: string): StateFailure {
  return new StateFailure(ERROR.dataLimitExceeded, cause);
}

/**
 * The variables of whole executions: one, and each child execution of a Map run. They are counted exactly only when a
 * bound that is cheap to keep says that they might be too many.
 */
export class VariableBudget {
  readonly #frames: ReadonlyMap<number, Frame>;
  /** No less than what an execution holds, by the frame it began with. */
  readonly #bounds = new Map<number, number>();

  constructor(frames: ReadonlyMap<number, Frame>) {
    this.#frames = frames;
  }

  /** Stores what a state assigns. Throws StateFailure where there is no room for it. */
  assign(frame: Frame, assigned: JsonObject): void {
    const root = frame.hidden?.root ?? 0;
    const variables = { ...frame.variables, ...assigned };
    let bound = (this.#bounds.get(root) ?? this.#held(root, undefined)) + maxJsonBytes(assigned);
    if (bound > MAX_EXECUTION_VARIABLE_BYTES) bound = this.#held(root, frame) + jsonBytes(variables);
    if (bound > MAX_EXECUTION_VARIABLE_BYTES) {
      const cause = `The variables that the state '${frame.state}' assigns exceed the size that all variables of an execution may have.`;
      throw dataLimit(cause);
    }
    this.#bounds.set(root, bound);
    frame.variables = variables;
  }

  /** Bytes of the variables of an execution, in all frames but one. */
  #held(root: number, except: Frame | undefined): number {
    let bytes = 0;
    for (const frame of this.#frames.values()) {
      if (frame !== except && (frame.hidden?.root ?? 0) === root) bytes += jsonBytes(frame.variables);
    }
    return bytes;
  }
}
