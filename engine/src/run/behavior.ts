/** What a compiled machine is made of: scopes of states, each with what its type does. */
import type { JsonObject, JsonValue } from "../json.ts";
import type { QueryLanguage, StateType } from "../vocabulary.ts";
import type { Frame } from "./frame.ts";
import type { Handlers } from "./handlers.ts";
import type { MaybePromise } from "./maybe-promise.ts";
import type { Run } from "./run-port.ts";
import type { StateError } from "./types.ts";
import type { StateEvent } from "./unread-events.ts";

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
  readonly entered: StateEvent;
  readonly exited: StateEvent;
  readonly behavior: Behavior;
  readonly handlers: Handlers;
  /** The state that came after it the last time, and mostly comes again: found without a search. */
  following: CompiledState | undefined;
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
