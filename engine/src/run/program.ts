/**
 * A definition made ready to run: every state compiled once (paths to getters, templates to constructors, rules to
 * predicates), shared by all executions of it.
 * https://states-language.net/spec.html
 */
import type { QueryLanguage, StateType } from "../asl/model.ts";
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import type { Frame } from "./frame.ts";
import { compileHandlers, type Handlers } from "./handlers.ts";
import type { MaybePromise } from "./maybe-promise.ts";
import type { Run } from "./run-port.ts";
import { compileChoice } from "./states/choice.ts";
import { compileFail } from "./states/fail.ts";
import { compileMap } from "./states/map.ts";
import { compileParallel } from "./states/parallel.ts";
import { compilePass } from "./states/pass.ts";
import { compileSucceed } from "./states/succeed.ts";
import { compileTask } from "./states/task.ts";
import { compileWait } from "./states/wait.ts";
import type { StateError } from "./types.ts";

/** What a state type does; one file each in `states/`. */
export interface Behavior {
  /** The state was entered, or is tried again. Throws StateFailure. */
  start(run: Run, frame: Frame): MaybePromise<void>;
  /** What it waited for has come: `frame.signal`. */
  resume?(run: Run, frame: Frame): MaybePromise<void>;
  /** No retrier takes the error: AWS records the failure of a Map or Parallel only now. */
  failed?(run: Run, frame: Frame, failure: StateError): void;
  /** A branch or iteration has ended. */
  childEnded?(run: Run, frame: Frame, child: Frame, ended: ChildEnd): MaybePromise<void>;
}

/** How a branch or iteration ended. */
export type ChildEnd = { readonly output: JsonValue } | { readonly failure: StateError };

export interface CompiledState {
  readonly name: string;
  readonly type: StateType;
  readonly language: QueryLanguage;
  readonly entered: string;
  readonly exited: string;
  readonly behavior: Behavior;
  readonly handlers: Handlers;
}

export interface CompiledScope {
  readonly index: number;
  readonly startAt: string;
  readonly states: ReadonlyMap<string, CompiledState>;
  /** Children of a Distributed Map: executions of their own, invisible in the history, blind to outer variables. */
  readonly distributed: boolean;
}

export interface Program {
  readonly scopes: readonly CompiledScope[];
  readonly timeoutSeconds: number | undefined;
}

/** What compiling a state may ask for. */
export interface Compiler {
  readonly language: QueryLanguage;
  /** Compiles a branch or processor and answers its scope's index. */
  scope(definition: JsonObject, distributed: boolean): number;
}

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
  for (const [name, state] of Object.entries(isObject(definitions) ? definitions : {})) {
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
    entered: `${type}StateEntered`,
    exited: `${type}StateExited`,
    behavior: compileBehavior(definition, compiler),
    handlers: compileHandlers(definition, language),
  };
}
