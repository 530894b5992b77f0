/** The tables of the language by name: error names, functions, the context object, `$states`, comparison operators. */
import {
  CONTEXT_FIELDS,
  ERRORS,
  INTRINSICS,
  JSONATA_FUNCTIONS,
  OBJECTS,
  SERVICE_INTEGRATIONS,
  STATES_MEMBERS,
} from "./generated/tables.ts";
import type {
  ChoiceOperator,
  ContextEntry,
  ErrorEntry,
  FieldDoc,
  FieldEntry,
  FunctionEntry,
  StatesMember,
} from "./types.ts";

export { CONTEXT_FIELDS, INTRINSICS, JSONATA_FUNCTIONS, SERVICE_INTEGRATIONS, STATES_MEMBERS };

/** The error names that Step Functions itself gives. */
export const STATES_ERRORS: readonly ErrorEntry[] = ERRORS;

/** The 39 comparison operators of JSONPath Choice rules. */
export const CHOICE_OPERATORS: readonly ChoiceOperator[] = Object.entries(
  OBJECTS["nested-choice-rule"]?.fields ?? {},
).flatMap(([name, field]) => operatorOf(name, field) ?? []);

function operatorOf(name: string, field: FieldEntry): ChoiceOperator | undefined {
  const { operand, text, link } = field;
  if (operand === undefined) return undefined;
  return { name, operand, path: name.endsWith("Path"), test: field.test === true, text, link };
}

/** Finds by name in constant time. */
function byName<T extends { readonly name: string }>(rows: readonly T[]): (name: string) => T | undefined {
  const map = new Map(rows.map((row) => [row.name, row]));
  return (name) => map.get(name);
}

/** `States.Timeout`, ...; undefined for names that are not Step Functions' own. */
export const errorNamed: (name: string) => ErrorEntry | undefined = byName(STATES_ERRORS);
/** `States.Format`, ... */
export const intrinsicNamed: (name: string) => FunctionEntry | undefined = byName(INTRINSICS);
/** `$sum`, ..., with the dollar sign. */
export const jsonataFunctionNamed: (name: string) => FunctionEntry | undefined = byName(JSONATA_FUNCTIONS);
/** `NumericEquals`, ... */
export const choiceOperatorNamed: (name: string) => ChoiceOperator | undefined = byName(CHOICE_OPERATORS);
/** `input`, `context`, `result`, `errorOutput`: the members of `$states`. */
export const statesMemberNamed: (name: string) => StatesMember | undefined = byName(STATES_MEMBERS);

/** `Execution.Input`, ...: without `$$.`; undefined for what lies inside a value of the user's. */
export function contextFieldAt(path: string): ContextEntry | undefined {
  return CONTEXT_FIELDS.find((entry) => entry.path === path);
}

export function errorDoc(name: string): FieldDoc | undefined {
  const entry = errorNamed(name);
  return entry && { name, text: entry.text, link: entry.link, type: "error name", required: false };
}

export function intrinsicDoc(name: string): FieldDoc | undefined {
  return functionDoc(intrinsicNamed(name), "JSONPath");
}

export function jsonataFunctionDoc(name: string): FieldDoc | undefined {
  return functionDoc(jsonataFunctionNamed(name), "JSONata");
}

export function contextDoc(path: string): FieldDoc | undefined {
  const entry = contextFieldAt(path);
  if (entry === undefined) return undefined;
  const text = `${entry.text}\n\nExample: \`${entry.example}\``;
  return { name: path, text, link: entry.link, type: entry.type, required: false };
}

export function statesMemberDoc(name: string): FieldDoc | undefined {
  const entry = statesMemberNamed(name);
  if (entry === undefined) return undefined;
  const { text, link, type } = entry;
  return { name: `$states.${name}`, text, link, type, queryLanguage: "JSONata", required: false };
}

/** "States.MathRandom(start, end, [seed])". */
export function signatureOf({ name, parameters }: FunctionEntry): string {
  const words = parameters.map((parameter) => {
    if (parameter.variadic) return `${parameter.name}...`;
    return parameter.optional ? `[${parameter.name}]` : parameter.name;
  });
  return `${name}(${words.join(", ")})`;
}

function functionDoc(entry: FunctionEntry | undefined, queryLanguage: "JSONPath" | "JSONata"): FieldDoc | undefined {
  if (entry === undefined) return undefined;
  const parameters = entry.parameters.map(({ name, type, text }) => `- \`${name}\` (${type}): ${text}`);
  const example = entry.result === "" ? `\`${entry.example}\`` : `\`${entry.example}\` gives \`${entry.result}\``;
  const text = [`\`${signatureOf(entry)}\``, entry.text, parameters.join("\n"), `Example: ${example}`]
    .filter((part) => part !== "")
    .join("\n\n");
  return { name: entry.name, text, link: entry.link, type: entry.returns, queryLanguage, required: false };
}
