/**
 * Intrinsic functions at work. A failure names the whole call, as AWS does, however deep inside it lies.
 * https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
import type { JsonValue } from "../json.ts";
import type { PathFailure, PathScope } from "../paths/types.ts";
import type { Random } from "../random.ts";
import type { CompiledIntrinsic, IntrinsicArgument, IntrinsicCall } from "./ast.ts";
import { Complaint, INTRINSIC_FUNCTIONS } from "./table.ts";

/** Leaves the nested calls with what AWS says; caught in `evaluateIntrinsic`. */
class CallFailure {
  readonly failure: PathFailure["failure"];
  readonly reason: string;

  constructor(failure: PathFailure["failure"], reason: string) {
    this.failure = failure;
    this.reason = reason;
  }
}

/** `random` feeds MathRandom and UUID. */
export function evaluateIntrinsic(
  compiled: CompiledIntrinsic,
  scope: PathScope,
  random: Random,
): { readonly value: JsonValue } | PathFailure {
  try {
    return { value: call(compiled.call, scope, random) };
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    return {
      failure: error.failure,
      cause: `The function '${compiled.text}' had the following error: ${error.reason}`,
    };
  }
}

function call(node: IntrinsicCall, scope: PathScope, random: Random): JsonValue {
  const intrinsic = INTRINSIC_FUNCTIONS.get(node.name);
  if (intrinsic === undefined) throw new CallFailure("error", `Unknown function ${node.name}`);
  const given = node.arguments.map((argument, index) =>
    node.name === "States.Format" && index === 0
      ? template(argument, scope, random)
      : argumentValue(argument, scope, random),
  );
  const value = intrinsic.apply(given, random);
  if (!(value instanceof Complaint)) return value;
  const reason = value.reason === "" ? "" : `: ${value.reason}`;
  throw new CallFailure("error", `Invalid arguments in ${node.name}${reason}`);
}

/** States.Format reads the escapes of its template itself. */
function template(argument: IntrinsicArgument, scope: PathScope, random: Random): JsonValue {
  return argument.kind === "literal" && argument.raw !== undefined
    ? argument.raw
    : argumentValue(argument, scope, random);
}

function argumentValue(argument: IntrinsicArgument, scope: PathScope, random: Random): JsonValue {
  if (argument.kind === "literal") return argument.value;
  if (argument.kind === "call") return call(argument, scope, random);
  const { path } = argument;
  const evaluated = path.evaluate(scope);
  if ("value" in evaluated) return evaluated.value;
  if (evaluated.failure === "error") throw new CallFailure("error", evaluated.cause);
  // AWS names a path into the context object as if it started at `$`, and the state's input all the same.
  const named = path.root === "context" ? path.text.slice(1) : path.text;
  throw new CallFailure(
    "not-found",
    `The JsonPath argument for the field '${named}' could not be found in the input '${JSON.stringify(scope.input)}'`,
  );
}
