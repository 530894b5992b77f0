/** Definitions made to measure: the same text for the same shape and size, every time. */

export const SHAPES = {
  tasks: "chain of Task states with Retry and Catch",
  choices: "chain of Choice states, three rules each",
  jsonata: "chain of JSONata Task states with variables",
  nested: "chain of Maps and Parallels, each with a Parallel or Map of two states inside",
  variables: "chain of Pass states that set one of 200 variables and read two others",
} as const;

export type Shape = keyof typeof SHAPES;

const LAMBDA = "arn:aws:states:::lambda:invoke";

function next(i: number, size: number): object {
  return i + 1 < size ? { Next: `State${i + 1}` } : { End: true };
}

function task(i: number, size: number): object {
  return {
    Type: "Task",
    Resource: LAMBDA,
    Parameters: { FunctionName: "process", Payload: { "order.$": "$.order", "step.$": "$$.State.Name", n: i } },
    ResultPath: `$.result${i % 10}`,
    Retry: [{ ErrorEquals: ["Lambda.TooManyRequestsException"], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }],
    Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.failure", Next: "Failed" }],
    ...next(i, size),
  };
}

function choice(i: number, size: number): object {
  if (i + 1 >= size) return { Type: "Pass", End: true };
  const target = (ahead: number): string => `State${Math.min(size - 1, i + ahead)}`;
  return {
    Type: "Choice",
    Choices: [
      { Variable: "$.total", NumericGreaterThan: i, Next: target(1) },
      { Variable: "$.kind", StringEquals: `kind ${i}`, Next: target(2) },
    ],
    Default: target(1),
  };
}

function jsonata(i: number, size: number): object {
  return {
    Type: "Task",
    Resource: LAMBDA,
    Arguments: { FunctionName: "process", Payload: `{% {'items': $states.input.items[price > ${i}], 'n': $n} %}` },
    Assign: { n: "{% $n + 1 %}" },
    Output: "{% $states.result.Payload %}",
    ...next(i, size),
  };
}

function nested(i: number, size: number): object {
  const inner = {
    StartAt: `Each${i}`,
    States: {
      [`Each${i}`]: { Type: "Pass", Next: `Done${i}` },
      [`Done${i}`]: { Type: "Pass", End: true },
    },
  };
  const processor = { ItemProcessor: { ProcessorConfig: { Mode: "INLINE" }, ...inner } };
  const [outer, middle] = i % 2 === 0 ? ["Map", "Parallel"] : ["Parallel", "Map"];
  const within = (type: string | undefined, states: typeof inner): object =>
    type === "Map"
      ? { Type: "Map", ItemsPath: "$.items", ItemProcessor: { ...processor.ItemProcessor, ...states } }
      : { Type: "Parallel", Branches: [states] };
  const around = {
    StartAt: `Inside${i}`,
    States: { [`Inside${i}`]: { ...within(middle, inner), End: true } },
  } as unknown as typeof inner;
  return { ...within(outer, around), ResultPath: null, ...next(i, size) };
}

function variable(i: number, size: number): object {
  const name = (back: number): string => `v${Math.max(0, i - back) % 200}`;
  return {
    Type: "Pass",
    // One just before, one far back; the first reads none.
    ...(i === 0 ? {} : { Parameters: { "near.$": `$${name(1)}`, "far.$": `$${name(150)}` } }),
    Assign: { [name(0)]: i },
    ...next(i, size),
  };
}

const MAKERS: Readonly<Record<Shape, (i: number, size: number) => object>> = {
  tasks: task,
  choices: choice,
  jsonata,
  nested,
  variables: variable,
};

/** A definition with `size` states at its top level, indented as people indent. */
export function definitionText(shape: Shape, size: number): string {
  const states = Array.from({ length: size }, (_, i) => [`State${i}`, MAKERS[shape](i, size)] as const);
  const failed = shape === "tasks" ? { Failed: { Type: "Fail", Error: "Failed" } } : {};
  const start = shape === "jsonata" ? { Start: { Type: "Pass", Assign: { n: 0 }, Next: "State0" } } : {};
  const definition = {
    Comment: `${SHAPES[shape]}, ${size} states`,
    ...(shape === "jsonata" ? { QueryLanguage: "JSONata" } : {}),
    StartAt: shape === "jsonata" ? "Start" : "State0",
    States: { ...start, ...Object.fromEntries(states), ...failed },
  };
  return JSON.stringify(definition, null, 2);
}

/** As many states of a shape as fit into `bytes`. */
export function sizeFor(shape: Shape, bytes: number): number {
  const sample = definitionText(shape, 200).length / 200;
  let size = Math.floor(bytes / sample);
  while (definitionText(shape, size).length > bytes) size = Math.floor(size * 0.99);
  return size;
}

/** Counts to `rounds`: one Choice and one Pass a round. */
export function loopDefinition(rounds: number): object {
  return {
    StartAt: "More?",
    States: {
      "More?": {
        Type: "Choice",
        Choices: [{ Variable: "$.n", NumericLessThan: rounds, Next: "Add" }],
        Default: "Done",
      },
      Add: { Type: "Pass", Parameters: { "n.$": "States.MathAdd($.n, 1)" }, Next: "More?" },
      Done: { Type: "Succeed" },
    },
  };
}

/** What a round of the JSONata loop evaluates: its condition, then the next state of its data. */
export const LOOP_EXPRESSIONS = [
  "$states.input.n < $limit",
  "{'n': $states.input.n + 1, 'items': $states.input.items, 'total': $sum($states.input.items[price > 2].price)}",
] as const;

export const LOOP_ITEMS = [1, 2, 3, 4, 5].map((price) => ({ price }));

/** Counts to `rounds` in JSONata. */
export function jsonataLoop(rounds: number): object {
  const [condition, step] = LOOP_EXPRESSIONS;
  return {
    QueryLanguage: "JSONata",
    StartAt: "Start",
    States: {
      Start: { Type: "Pass", Assign: { limit: rounds }, Next: "More?" },
      "More?": { Type: "Choice", Choices: [{ Condition: `{% ${condition} %}`, Next: "Add" }], Default: "Done" },
      Add: { Type: "Pass", Output: `{% ${step} %}`, Next: "More?" },
      Done: { Type: "Succeed" },
    },
  };
}

/** Ten branches, each a chain of `length` Pass states. */
export function parallelDefinition(length: number): object {
  const branch = (branchIndex: number): object => {
    const states = Array.from({ length }, (_, i) => [
      `Step${branchIndex}-${i}`,
      {
        Type: "Pass",
        Parameters: { "items.$": "$.items", at: i },
        ...(i + 1 < length ? { Next: `Step${branchIndex}-${i + 1}` } : { End: true }),
      },
    ]);
    return { StartAt: `Step${branchIndex}-0`, States: Object.fromEntries(states) };
  };
  const Branches = Array.from({ length: 10 }, (_, index) => branch(index));
  return { StartAt: "All", States: { All: { Type: "Parallel", Branches, End: true } } };
}

export function mapDefinition(): object {
  return {
    StartAt: "Each",
    States: {
      Each: {
        Type: "Map",
        ItemsPath: "$.items",
        ItemProcessor: {
          ProcessorConfig: { Mode: "INLINE" },
          StartAt: "Double",
          States: { Double: { Type: "Pass", Parameters: { "value.$": "$.n" }, End: true } },
        },
        End: true,
      },
    },
  };
}
