/**
 * Fills mapping templates in, with the variables that API Gateway has.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
import { MAX_TEMPLATE_STEPS } from "../../limits.ts";
import { type Expression, type Part, readVelocity } from "./velocity-tree.ts";

/** JSON, and functions that variables offer. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Value[]
  | { readonly [name: string]: Value }
  | Method;
export type Method = (...args: readonly Value[]) => Value;

/** Undefined where a template cannot be read, or does not come to an end. */
export function fillVelocity(template: string, variables: Readonly<Record<string, Value>>): string | undefined {
  const parts = readVelocity(template);
  if (parts === undefined) return undefined;
  const run = new Run(variables);
  const text = run.textOf(parts);
  return run.hasEnded ? text : undefined;
}

class Run {
  readonly #variables: Map<string, Value>;
  #steps = 0;

  constructor(variables: Readonly<Record<string, Value>>) {
    this.#variables = new Map(Object.entries(variables));
  }

  get hasEnded(): boolean {
    return this.#steps < MAX_TEMPLATE_STEPS;
  }

  textOf(parts: readonly Part[]): string {
    return parts.map((part) => this.#part(part)).join("");
  }

  #part(part: Part): string {
    this.#steps += 1;
    if (!this.hasEnded) return "";
    switch (part.kind) {
      case "text":
        return part.text;
      case "reference": {
        const value = this.#value(part.reference);
        return value === undefined || value === null ? (part.isQuiet ? "" : part.written) : written(value);
      }
      case "set":
        this.#set(part.target, this.#value(part.value));
        return "";
      case "if": {
        const branch = part.branches.find(({ test }) => test === undefined || isTrue(this.#value(test)));
        return branch === undefined ? "" : this.textOf(branch.body);
      }
      case "foreach":
        return this.#each(part);
    }
  }

  #each({ name, list, body }: Extract<Part, { readonly kind: "foreach" }>): string {
    const value = this.#value(list);
    const items = Array.isArray(value) ? (value as readonly Value[]) : isMap(value) ? Object.values(value) : [];
    return items
      .map((item, index) => {
        this.#variables.set(name, item);
        this.#variables.set("foreach", {
          index,
          count: index + 1,
          hasNext: index + 1 < items.length,
          first: index === 0,
        });
        this.#variables.set("velocityCount", index + 1);
        return this.textOf(body);
      })
      .join("");
  }

  /** What is set inside of others (`$context.requestOverride...`) changes nothing here. */
  #set(target: Expression, value: Value): void {
    if (target.kind === "name") this.#variables.set(target.name, value);
  }

  #value(expression: Expression): Value {
    switch (expression.kind) {
      case "literal":
        return expression.value;
      case "template":
        return this.textOf(expression.parts);
      case "list":
        return expression.items.map((item) => this.#value(item));
      case "map":
        return Object.fromEntries(
          expression.entries.map(([key, value]) => [written(this.#value(key)), this.#value(value)]),
        );
      case "name":
        return this.#variables.get(expression.name);
      case "index":
        return memberOf(this.#value(expression.of), written(this.#value(expression.index)));
      case "member": {
        const { of, name, args } = expression;
        const owner = this.#value(of);
        return args === undefined
          ? memberOf(owner, name)
          : call(
              owner,
              name,
              args.map((arg) => this.#value(arg)),
            );
      }
      case "not":
        return !isTrue(this.#value(expression.of));
      case "operation":
        return operate(expression.operator, this.#value(expression.left), this.#value(expression.right));
    }
  }
}

function isMap(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTrue(value: Value): boolean {
  return value !== undefined && value !== null && value !== false && value !== "" && value !== 0;
}

/** Maps are written as Java does: `{name=value}`. */
function written(value: Value): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (isMap(value))
    return `{${Object.entries(value)
      .map(([name, inner]) => `${name}=${written(inner)}`)
      .join(", ")}}`;
  return typeof value === "function" ? "" : String(value);
}

function memberOf(owner: Value, name: string): Value {
  if (Array.isArray(owner)) return (owner as readonly Value[])[Number(name)];
  return isMap(owner) && Object.hasOwn(owner, name) ? owner[name] : undefined;
}

function call(owner: Value, name: string, args: readonly Value[]): Value {
  const own = memberOf(owner, name);
  if (typeof own === "function") return own(...args);
  const kind = typeof owner === "string" ? TEXT : Array.isArray(owner) ? LIST : isMap(owner) ? MAP : undefined;
  const method = kind !== undefined && Object.hasOwn(kind, name) ? kind[name] : undefined;
  if (method !== undefined) return method(owner, ...args);
  return name === "toString" ? written(owner) : undefined;
}

type Builtin = (owner: Value, ...args: readonly Value[]) => Value;

/** Methods of Java's String: patterns are taken as plain text, in which a backslash quotes the next character. */
const TEXT: Readonly<Record<string, Builtin>> = {
  replaceAll: (text, what, by) => written(text).replaceAll(unquoted(written(what)), () => unquoted(written(by))),
  replace: (text, what, by) => written(text).replaceAll(written(what), () => written(by)),
  length: (text) => written(text).length,
  isEmpty: (text) => text === "",
  trim: (text) => written(text).trim(),
  toLowerCase: (text) => written(text).toLowerCase(),
  toUpperCase: (text) => written(text).toUpperCase(),
  contains: (text, part) => written(text).includes(written(part)),
  startsWith: (text, part) => written(text).startsWith(written(part)),
  endsWith: (text, part) => written(text).endsWith(written(part)),
  equals: (text, other) => text === other,
  substring: (text, from, to) => written(text).slice(Number(from), to === undefined ? undefined : Number(to)),
  split: (text, by) => written(text).split(unquoted(written(by))),
};

function unquoted(pattern: string): string {
  return pattern.replace(/\\([\s\S])/g, "$1");
}

const LIST: Readonly<Record<string, Builtin>> = {
  size: (list) => (list as readonly Value[]).length,
  isEmpty: (list) => (list as readonly Value[]).length === 0,
  get: (list, index) => (list as readonly Value[])[Number(index)],
  contains: (list, item) => (list as readonly Value[]).includes(item),
};

const MAP: Readonly<Record<string, Builtin>> = {
  size: (map) => Object.keys(map as object).length,
  isEmpty: (map) => Object.keys(map as object).length === 0,
  get: (map, name) => memberOf(map, written(name)),
  containsKey: (map, name) => Object.hasOwn(map as object, written(name)),
  keySet: (map) => Object.keys(map as object),
  values: (map) => Object.values(map as { readonly [name: string]: Value }),
};

function operate(operator: string, left: Value, right: Value): Value {
  const [a, b] = [Number(left), Number(right)];
  switch (operator) {
    case "||":
    case "or":
      return isTrue(left) || isTrue(right);
    case "&&":
    case "and":
      return isTrue(left) && isTrue(right);
    case "==":
    case "eq":
      return left === right || (left != null && right != null && written(left) === written(right));
    case "!=":
    case "ne":
      return operate("==", left, right) !== true;
    case "<":
    case "lt":
      return a < b;
    case ">":
    case "gt":
      return a > b;
    case "<=":
    case "le":
      return a <= b;
    case ">=":
    case "ge":
      return a >= b;
    case "+":
      return typeof left === "number" && typeof right === "number" ? left + right : written(left) + written(right);
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? null : Math.trunc(a / b);
    default:
      return b === 0 ? null : a % b;
  }
}
