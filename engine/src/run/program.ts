/**
 * A definition made ready to run: every state compiled once (paths to getters, templates to constructors, rules to
 * predicates), shared by all executions of it.
 * https://states-language.net/spec.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import type { QueryLanguage, StateType } from "../vocabulary.ts";
import type { Behavior, CompiledScope, CompiledState, Compiler, Program } from "./behavior.ts";
import { compileHandlers } from "./handlers.ts";
import { compileChoice } from "./states/choice.ts";
import { compileFail } from "./states/fail.ts";
import { compileMap } from "./states/map.ts";
import { compileParallel } from "./states/parallel.ts";
import { compilePass } from "./states/pass.ts";
import { compileSucceed } from "./states/succeed.ts";
import { compileTask } from "./states/task.ts";
import { compileWait } from "./states/wait.ts";

/** The definition cannot be run at all; `message` says where and why. */
export interface ProgramProblem {
  readonly message: string;
}

type BehaviorCompiler = (definition: JsonObject, compiler: Compiler) => Behavior;

const BEHAVIORS: Readonly<Record<StateType, BehaviorCompiler>> = {
  Choice: compileChoice,
  Fail: compileFail,
  Map: compileMap,
  Parallel: compileParallel,
  Pass: compilePass,
  Succeed: compileSucceed,
  Task: compileTask,
  Wait: compileWait,
};

/** Compiles a definition. A path or an expression that cannot be parsed fails its state when it is reached, not here. */
export function compileProgram(definition: JsonValue): Program | ProgramProblem {
  if (!isObject(definition) || !isObject(definition.States)) {
    return { message: "The definition is not an object with States." };
  }
  const language = definition.QueryLanguage === "JSONata" ? "JSONata" : "JSONPath";
  const scopes: CompiledScope[] = [];
  compileScope(definition, language, false, scopes);
  const { TimeoutSeconds: timeoutSeconds } = definition;
  return { scopes, timeoutSeconds: typeof timeoutSeconds === "number" ? timeoutSeconds : undefined };
}

function compileScope(
  definition: JsonObject,
  machineLanguage: QueryLanguage,
  distributed: boolean,
  scopes: CompiledScope[],
): number {
  const index = scopes.length;
  const states = new Map<string, CompiledState>();
  const { StartAt: startAt, States: definitions } = definition;
  scopes.push({ index, startAt: typeof startAt === "string" ? startAt : "", states, distributed });
  for (const [name, state] of Object.entries(objectOf(definitions))) {
    if (!isObject(state)) continue;
    const compiled = compileState(name, state, machineLanguage, scopes);
    if (compiled !== undefined) states.set(name, compiled);
  }
  return index;
}

function compileState(
  name: string,
  definition: JsonObject,
  machineLanguage: QueryLanguage,
  scopes: CompiledScope[],
): CompiledState | undefined {
  const type = definition.Type as StateType;
  const compileBehavior = Object.hasOwn(BEHAVIORS, type) ? BEHAVIORS[type] : undefined;
  if (compileBehavior === undefined) return undefined;
  const language =
    definition.QueryLanguage === "JSONata" || definition.QueryLanguage === "JSONPath"
      ? definition.QueryLanguage
      : machineLanguage;
  const compiler: Compiler = {
    language,
    scope: (inner, distributed) => compileScope(inner, machineLanguage, distributed, scopes),
  };
  return {
    name,
    type,
    language,
    entered: { type: `${type}StateEntered`, name, payload: "input" },
    exited: { type: `${type}StateExited`, name, payload: "output" },
    behavior: compileBehavior(definition, compiler),
    handlers: compileHandlers(definition, language),
    following: undefined,
  };
}
