/**
 * Walks a definition as an execution would, with parts of unknown values for the input and the results of tasks, and
 * notes what every state reads of them.
 */
import { isObject, type JsonObject, type JsonValue, objectOf, objectsIn } from "../../json.ts";
import { isPathMistake, parsePath } from "../../paths/parse.ts";
import { readChoices } from "./choice-reads.ts";
import { type JsonataView, readJsonataValue } from "./jsonata-reads.ts";
import { type PathView, readDynamic, readPath, readTemplate } from "./path-reads.ts";
import { any, keyOf, type Reads, type Symbolic, SymbolicData, UNKNOWN, type Use } from "./reads.ts";
import { costsFrom } from "./routes.ts";

export interface Findings {
  readonly input: Reads;
  /** By the name of the Task; of a Map with an ItemReader: what is read of its dataset. */
  readonly results: ReadonlyMap<string, Reads>;
}

/** How often one state is walked: data that loops change grows without end. */
const MAX_VISITS = 12;
/** Variables are read in places that the walk passes before it comes to where they are assigned. */
const PASSES = 2;

interface Scope {
  readonly states: JsonObject;
  readonly jsonata: boolean;
  /** `$$` and `$states.context` */
  readonly context: Symbolic;
}

type View = PathView & JsonataView;

export function findReads(definition: JsonObject): Findings {
  const walk = new Walk(definition.QueryLanguage === "JSONata");
  for (let pass = 0; pass < PASSES; pass++) walk.run(definition);
  return { input: walk.input.reads, results: walk.results };
}

class Walk {
  readonly data = new SymbolicData();
  readonly input = this.data.part();
  readonly results = new Map<string, Reads>();
  readonly #variables = new Map<string, Symbolic>();
  readonly #jsonata: boolean;

  constructor(jsonata: boolean) {
    this.#jsonata = jsonata;
  }

  run(definition: JsonObject): void {
    const context: Symbolic = {
      kind: "object",
      fields: { Execution: { kind: "object", fields: { Input: this.input } } },
    };
    this.#scope(definition, this.input, context);
  }

  /** Gives what the scope's ends put out. */
  #scope(definition: JsonObject, input: Symbolic, context: Symbolic): Symbolic {
    const states = objectOf(definition.States);
    const scope: Scope = { states, jsonata: this.#jsonata, context };
    const seen = new Map<string, Set<string>>();
    const outputs: Symbolic[] = [];
    const open: { readonly name: string; readonly input: Symbolic }[] = [];
    const go = (name: JsonValue | undefined, output: Symbolic): void => {
      if (typeof name === "string") open.push({ name, input: output });
    };
    go(definition.StartAt, input);
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      const state = Object.hasOwn(states, step.name) ? states[step.name] : undefined;
      const keys = seen.get(step.name) ?? new Set();
      seen.set(step.name, keys);
      const key = keyOf(step.input);
      if (!isObject(state) || keys.has(key) || keys.size >= MAX_VISITS) continue;
      keys.add(key);
      const output = this.#state(scope, step.name, state, step.input, go);
      if (state.End === true || state.Type === "Succeed") outputs.push(output);
      go(state.Next, output);
    }
    return any(outputs);
  }

  #view(scope: Scope, input: Symbolic, result?: Symbolic, context = scope.context): View {
    const states: Record<string, Symbolic> = { input, context, ...(result === undefined ? {} : { result }) };
    return {
      data: this.data,
      input,
      context,
      states: { kind: "object", fields: states },
      variable: (name) => this.#variables.get(name) ?? UNKNOWN,
    };
  }

  #state(scope: Scope, name: string, state: JsonObject, input: Symbolic, go: Go): Symbolic {
    const jsonata = state.QueryLanguage === undefined ? scope.jsonata : state.QueryLanguage === "JSONata";
    const inner = { ...scope, jsonata };
    const given = jsonata ? input : this.#inPath(inner, state.InputPath, input);
    const view = this.#view(inner, given);
    this.#limits(view, state, jsonata);
    if (state.Type === "Choice") return this.#choice(inner, name, state, view, go);
    for (const catcher of objects(state.Catch)) go(catcher.Next, this.#caught(catcher, input, jsonata));
    const effective = this.#effective(view, state, jsonata);
    const result = this.#result(inner, name, state, view, effective);
    return this.#complete(inner, state, input, given, result);
  }

  #inPath(scope: Scope, path: JsonValue | undefined, input: Symbolic): Symbolic {
    if (path === undefined || path === "$") return input;
    return path === null ? { kind: "object", fields: {} } : readPath(this.#view(scope, input), path);
  }

  #effective(view: View, state: JsonObject, jsonata: boolean): Symbolic {
    if (jsonata) return state.Arguments === undefined ? view.input : readJsonataValue(view, state.Arguments);
    return state.Parameters === undefined || state.Type === "Map" ? view.input : readTemplate(view, state.Parameters);
  }

  /** Undefined: the state has no result of its own. */
  #result(scope: Scope, name: string, state: JsonObject, view: View, effective: Symbolic): Symbolic | undefined {
    switch (state.Type) {
      case "Task":
        return this.#resultOf(name);
      case "Parallel":
        return {
          kind: "list",
          items: objects(state.Branches).map((branch) => this.#scope(branch, effective, scope.context)),
        };
      case "Map":
        return this.#map(scope, name, state, view);
      case "Pass":
        if (state.Result !== undefined) return { kind: "constant", value: state.Result };
        return scope.jsonata ? undefined : effective;
      default:
        return undefined;
    }
  }

  #resultOf(name: string): Symbolic {
    const known = this.results.get(name);
    if (known !== undefined) return { kind: "part", reads: known };
    const part = this.data.part();
    this.results.set(name, part.reads);
    return part;
  }

  #map(scope: Scope, name: string, state: JsonObject, view: View): Symbolic {
    const processor = [state.ItemProcessor, state.Iterator].find(isObject) ?? {};
    const items = this.#items(scope, name, state, view);
    const item = this.data.item(items);
    const context: Symbolic = {
      kind: "object",
      fields: { Map: { kind: "object", fields: { Item: { kind: "object", fields: { Value: item } } } } },
      rest: scope.context,
    };
    const selector = state.ItemSelector ?? (scope.jsonata ? undefined : state.Parameters);
    const inner = this.#view(scope, view.input, undefined, context);
    const selected =
      selector === undefined ? item : scope.jsonata ? readJsonataValue(inner, selector) : readTemplate(inner, selector);
    const batched: Symbolic = isObject(state.ItemBatcher)
      ? { kind: "object", fields: { Items: { kind: "list", items: [selected] } } }
      : selected;
    const output = this.#scope(processor, batched, context);
    return isObject(state.ResultWriter) && state.ResultWriter.Resource !== undefined
      ? UNKNOWN
      : { kind: "list", items: [output] };
  }

  #items(scope: Scope, name: string, state: JsonObject, view: View): Symbolic {
    if (isObject(state.ItemReader)) {
      const { Arguments: given, Parameters: template } = state.ItemReader;
      if (given !== undefined) readJsonataValue(view, given);
      if (template !== undefined) readTemplate(view, template);
      return this.#resultOf(name);
    }
    const items = scope.jsonata
      ? state.Items === undefined
        ? view.input
        : readJsonataValue(view, state.Items)
      : readPath(view, state.ItemsPath ?? "$");
    this.data.use(items, "array");
    return items;
  }

  #choice(scope: Scope, name: string, state: JsonObject, view: View, go: Go): Symbolic {
    readChoices(state, view, scope.jsonata, costsFrom(scope.states, name));
    const output = scope.jsonata ? view.input : this.#inPath(scope, state.OutputPath, view.input);
    for (const rule of objects(state.Choices)) {
      this.#assign(view, rule.Assign, scope.jsonata);
      const replaced = scope.jsonata && rule.Output !== undefined ? readJsonataValue(view, rule.Output) : output;
      go(rule.Next, replaced);
    }
    this.#assign(view, state.Assign, scope.jsonata);
    go(state.Default, scope.jsonata && state.Output !== undefined ? readJsonataValue(view, state.Output) : output);
    return output;
  }

  #caught(catcher: JsonObject, input: Symbolic, jsonata: boolean): Symbolic {
    const { ResultPath: resultPath } = catcher;
    if (jsonata || resultPath === undefined) return UNKNOWN;
    return this.#atResultPath(resultPath, input, UNKNOWN);
  }

  #complete(scope: Scope, state: JsonObject, input: Symbolic, given: Symbolic, result: Symbolic | undefined): Symbolic {
    const view = this.#view(scope, scope.jsonata ? input : (result ?? given), result);
    this.#assign(view, state.Assign, scope.jsonata);
    if (scope.jsonata) return state.Output === undefined ? (result ?? input) : readJsonataValue(view, state.Output);
    const selected =
      state.ResultSelector === undefined || result === undefined ? result : readTemplate(view, state.ResultSelector);
    const combined = selected === undefined ? given : this.#atResultPath(state.ResultPath, input, selected);
    return this.#inPath(scope, state.OutputPath, combined);
  }

  #atResultPath(path: JsonValue | undefined, input: Symbolic, result: Symbolic): Symbolic {
    if (path === null) return input;
    if (typeof path !== "string" || path === "$") return result;
    const parsed = parsePath(path);
    if (isPathMistake(parsed)) return UNKNOWN;
    const names = parsed.segments.map((segment) => (segment.kind === "name" ? segment.name : ""));
    return this.data.withAt(input, names, result);
  }

  #assign(view: View, assign: JsonValue | undefined, jsonata: boolean): void {
    if (assign === undefined) return;
    const made = jsonata ? readJsonataValue(view, assign) : readTemplate(view, assign);
    if (made.kind !== "object") return;
    for (const [name, value] of Object.entries(made.fields)) {
      this.#variables.set(name, any([this.#variables.get(name) ?? UNKNOWN, value]));
    }
  }

  /** Fields that hold one value of a known type. */
  #limits(view: View, state: JsonObject, jsonata: boolean): void {
    for (const [field, use] of LIMITS) {
      if (jsonata && state[field] !== undefined) this.data.use(readJsonataValue(view, state[field]), use);
      const path = state[`${field}Path`];
      if (!jsonata && path !== undefined) this.data.use(readDynamic(view, path), use);
    }
    if (isObject(state.Credentials)) {
      const role = jsonata
        ? readJsonataValue(view, state.Credentials.RoleArn ?? null)
        : readDynamic(view, state.Credentials["RoleArn.$"] ?? null);
      this.data.use(role, "string");
    }
  }
}

type Go = (name: JsonValue | undefined, output: Symbolic) => void;

const LIMITS: readonly (readonly [field: string, use: Use])[] = [
  ["Seconds", "number"],
  ["Timestamp", "timestamp"],
  ["TimeoutSeconds", "number"],
  ["HeartbeatSeconds", "number"],
  ["MaxConcurrency", "number"],
  ["ToleratedFailureCount", "number"],
  ["ToleratedFailurePercentage", "number"],
  ["Error", "string"],
  ["Cause", "string"],
];

function objects(list: JsonValue | undefined): readonly JsonObject[] {
  return objectsIn(list);
}
