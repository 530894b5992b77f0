/**
 * Functions at the end of a path: `$.items.length()`, `$.prices.sum()`.
 * https://github.com/json-path/JsonPath#functions
 */
import { isObject, type JsonValue } from "../json.ts";

/** Gives undefined where there is nothing to give; throws nothing. */
type PathFunction = (value: JsonValue, parameters: readonly JsonValue[]) => JsonValue | undefined;

const FUNCTIONS: ReadonlyMap<string, PathFunction> = new Map<string, PathFunction>([
  ["min", aggregate((numbers) => numbers.reduce((least, number) => Math.min(least, number)))],
  ["max", aggregate((numbers) => numbers.reduce((most, number) => Math.max(most, number)))],
  ["avg", aggregate((numbers) => sum(numbers) / numbers.length)],
  ["sum", aggregate(sum)],
  ["stddev", aggregate(deviation)],
  ["length", lengthOf],
  ["size", lengthOf],
  ["keys", (value) => (isObject(value) ? Object.keys(value) : undefined)],
  ["concat", (value, parameters) => [...itemsOf(value), ...parameters.flatMap(itemsOf)].filter(isText).join("")],
  ["append", (value, parameters) => (Array.isArray(value) ? [...value, ...parameters] : value)],
  ["first", (value) => itemsOf(value)[0]],
  ["last", (value) => itemsOf(value).at(-1)],
  ["index", (value, [index]) => (typeof index === "number" ? itemsOf(value).at(index) : undefined)],
]);

export const PATH_FUNCTION_NAMES: readonly string[] = [...FUNCTIONS.keys()];

export function isPathFunction(name: string): boolean {
  return FUNCTIONS.has(name);
}

/** Applies a function that `isPathFunction` knows. */
export function callPathFunction(
  name: string,
  value: JsonValue,
  parameters: readonly JsonValue[],
): JsonValue | undefined {
  return FUNCTIONS.get(name)?.(value, parameters);
}

/** Over the numbers of a list and of the parameters; nothing where there is no number. */
function aggregate(fold: (numbers: readonly number[]) => number): PathFunction {
  return (value, parameters) => {
    const numbers = [...(Array.isArray(value) ? value : []), ...parameters.flatMap(itemsOf)].filter(isNumber);
    return numbers.length === 0 ? undefined : fold(numbers);
  };
}

function lengthOf(value: JsonValue): JsonValue | undefined {
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

function itemsOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [value];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Of the whole population, as Jayway computes it. */
function deviation(numbers: readonly number[]): number {
  const mean = sum(numbers) / numbers.length;
  return Math.sqrt(sum(numbers.map((number) => (number - mean) ** 2)) / numbers.length);
}

function isNumber(value: JsonValue): value is number {
  return typeof value === "number";
}

function isText(value: JsonValue): value is string {
  return typeof value === "string";
}
