/** What JSONata's functions take as their first argument. https://docs.jsonata.org/string-functions */
import type { Use } from "./reads.ts";

/** By the function's name, without `$`. */
export const FIRST_USES: Readonly<Record<string, Use>> = {
  abs: "number",
  append: "array",
  average: "array",
  ceil: "number",
  contains: "string",
  count: "array",
  distinct: "array",
  filter: "array",
  floor: "number",
  formatNumber: "number",
  join: "array",
  keys: "object",
  length: "string",
  lowercase: "string",
  map: "array",
  max: "array",
  merge: "array",
  min: "array",
  parse: "string",
  reduce: "array",
  replace: "string",
  reverse: "array",
  round: "number",
  sort: "array",
  split: "string",
  substring: "string",
  substringAfter: "string",
  substringBefore: "string",
  sum: "array",
  toMillis: "timestamp",
  trim: "string",
  uppercase: "string",
};

/** Over a list of numbers. */
export const OVER_NUMBERS: ReadonlySet<string> = new Set(["sum", "max", "min", "average"]);
/** Calls a function for each item. */
export const OVER_ITEMS: ReadonlySet<string> = new Set(["map", "filter", "each", "single", "sort", "reduce", "sift"]);
