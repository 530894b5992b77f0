/**
 * Segments applied to a value, as Jayway evaluates them: a definite path gives its one value or fails, any other gives
 * the list of its matches, which may be empty. What a definite path fails on before its first indefinite step fails the
 * whole path, with Jayway's words.
 * https://github.com/json-path/JsonPath#what-is-returned-when
 */
import { isObject, type JsonValue } from "../json.ts";
import { type FunctionParameter, isDefinite, isDefiniteSegment, type Segment } from "./ast.ts";
import { matchesFilter } from "./filter.ts";
import { callPathFunction } from "./functions.ts";
import { childrenOf, containersBelow, isContainer } from "./library.ts";
import type { PathFailure } from "./types.ts";
import { javaText } from "./values.ts";

export type Evaluated = { readonly value: JsonValue } | PathFailure;

/** `root` is what the path starts from, `document` what `$` means inside its filters. */
export function evaluateSegments(segments: readonly Segment[], root: JsonValue, document: JsonValue): Evaluated {
  try {
    return evaluateAll(segments, root, document);
  } catch (error) {
    // Values that callers build may nest deeper than the stack; a path through them fails, and nothing else does.
    if (error instanceof RangeError)
      return { failure: "error", cause: "The value is nested too deeply for this path." };
    throw error;
  }
}

function evaluateAll(segments: readonly Segment[], root: JsonValue, document: JsonValue): Evaluated {
  let current: readonly JsonValue[] = [root];
  let definite = true;
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at] as Segment;
    const last = at === segments.length - 1;
    if (definite) {
      const failure = refusal(segments, at, current[0] as JsonValue);
      if (failure !== undefined) return failure;
    }
    if (segment.kind === "function") {
      current = applyFunction(segments, segment, current, document);
      break;
    }
    if (segment.kind === "descent") {
      const next = segments[++at] as Segment;
      current = descend(next, current, at === segments.length - 1, document);
      definite = false;
    } else {
      current = current.flatMap((value) => stepsFrom(segment, value, last, document));
      definite &&= isDefiniteSegment(segment, last);
    }
  }
  if (!isDefinite(segments) && !endsInFunctionOverAll(segments)) return { value: current };
  return current.length === 0 ? notFound(segments) : { value: current[0] as JsonValue };
}

/** Why a step cannot be taken from the one value that the path has led to so far. */
function refusal(segments: readonly Segment[], at: number, value: JsonValue): PathFailure | undefined {
  const segment = segments[at] as Segment;
  const last = at === segments.length - 1;
  switch (segment.kind) {
    case "name":
    case "names": {
      const names = segment.kind === "name" ? [segment.name] : segment.names;
      if (!isObject(value)) return notAnObject(segments, at, names, value);
      if (segment.kind === "names" || Object.hasOwn(value, segment.name)) return undefined;
      return last
        ? notFound(segments)
        : { failure: "not-found", cause: `Missing property in path ${pathText(segments, at + 1)}` };
    }
    case "index":
    case "indexes":
    case "slice":
      if (value === null) return { failure: "not-found", cause: `The path ${pathText(segments, at)} is null` };
      if (!Array.isArray(value)) return notAnArray(segment, value);
      if (segment.kind !== "index" || value.at(segment.index) !== undefined) return undefined;
      return last ? { ...notFound(segments), pastEnd: true } : notFound(segments);
    case "filter":
      if (isContainer(value)) return undefined;
      return {
        failure: "error",
        cause: `Filter: ${segmentText(segment)} can not be applied to primitives. Current context is: ${javaText(value)}`,
      };
    default:
      return undefined;
  }
}

/** What one step leads to from `value`; nothing where it leads nowhere. */
function stepsFrom(segment: Segment, value: JsonValue, last: boolean, document: JsonValue): readonly JsonValue[] {
  switch (segment.kind) {
    case "name":
      return isObject(value) && Object.hasOwn(value, segment.name) ? [value[segment.name] as JsonValue] : [];
    case "names":
      return isObject(value) ? pickNames(segment.names, value, last) : [];
    case "index":
      return Array.isArray(value) ? pickIndexes([segment.index], value) : [];
    case "indexes":
      return Array.isArray(value) ? pickIndexes(segment.indexes, value) : [];
    case "slice":
      return Array.isArray(value) ? pickSlice(segment.from, segment.to, value) : [];
    case "wildcard":
      return isContainer(value) ? childrenOf(value) : [];
    case "filter":
      if (Array.isArray(value)) return value.filter((item) => matchesFilter(segment.filter, item, document));
      return isObject(value) && matchesFilter(segment.filter, value, document) ? [value] : [];
    default:
      return [];
  }
}

/** At the end of a path several names give one object of what is there; before, they go on from each value. */
function pickNames(
  names: readonly string[],
  value: { readonly [key: string]: JsonValue },
  last: boolean,
): readonly JsonValue[] {
  const present = names.filter((name) => Object.hasOwn(value, name));
  if (!last) return present.map((name) => value[name] as JsonValue);
  return [Object.fromEntries(present.map((name) => [name, value[name] as JsonValue]))];
}

function pickIndexes(indexes: readonly number[], items: readonly JsonValue[]): readonly JsonValue[] {
  return indexes.map((index) => items.at(index)).filter((item) => item !== undefined);
}

/**
 * Jayway's slices: with one end they count like everybody's; with both, each position from `from` up to `to` is taken
 * as an index of its own, so that `[1:-1]` is empty and `[-2:1]` wraps around.
 */
function pickSlice(
  from: number | undefined,
  to: number | undefined,
  items: readonly JsonValue[],
): readonly JsonValue[] {
  if (from === undefined) return items.slice(0, to);
  if (to === undefined) return items.slice(from);
  const end = Math.min(items.length, to);
  const start = Math.max(from, -items.length);
  return start < end
    ? pickIndexes(
        Array.from({ length: end - start }, (_, offset) => start + offset),
        items,
      )
    : [];
}

/** Takes a step from every object and array below. A filter tests those objects themselves, not their fields. */
function descend(next: Segment, from: readonly JsonValue[], last: boolean, document: JsonValue): readonly JsonValue[] {
  const containers = from.filter(isContainer).flatMap(containersBelow);
  if (next.kind !== "filter") return containers.flatMap((value) => stepsFrom(next, value, last, document));
  return containers.filter((value) => isObject(value) && matchesFilter(next.filter, value, document));
}

/** A function sees each match, but behind `..` the list of all of them. */
function applyFunction(
  segments: readonly Segment[],
  segment: Segment & { readonly kind: "function" },
  current: readonly JsonValue[],
  document: JsonValue,
): readonly JsonValue[] {
  const values = endsInFunctionOverAll(segments) ? [current] : current;
  return values.flatMap((value) => {
    const parameters = segment.parameters.flatMap((parameter) => parameterValue(parameter, value, document));
    const result = callPathFunction(segment.name, value, parameters);
    return result === undefined ? [] : [result];
  });
}

function parameterValue(parameter: FunctionParameter, current: JsonValue, document: JsonValue): readonly JsonValue[] {
  if (!("segments" in parameter)) return [parameter.value];
  const evaluated = evaluateAll(parameter.segments, parameter.root === "current" ? current : document, document);
  return "value" in evaluated ? [evaluated.value] : [];
}

function endsInFunctionOverAll(segments: readonly Segment[]): boolean {
  return segments.at(-1)?.kind === "function" && segments.some((segment) => segment.kind === "descent");
}

export function notFound(segments: readonly Segment[]): PathFailure {
  return { failure: "not-found", cause: `No results for path: ${pathText(segments, segments.length)}` };
}

function notAnObject(
  segments: readonly Segment[],
  at: number,
  names: readonly string[],
  value: JsonValue,
): PathFailure {
  const found = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const property = names.map((name) => `'${name}'`).join(", ");
  return {
    failure: "not-found",
    cause: `Expected to find an object with property [${property}] in path ${pathText(segments, at)} but found '${found}'.`,
  };
}

function notAnArray(segment: Segment, value: JsonValue): PathFailure {
  const cause = `Filter: ${segmentText(segment)} can only be applied to arrays. Current context is: ${javaText(value)}`;
  return { failure: "error", cause };
}

/** The first `count` segments in Jayway's spelling: `$['a'][0]`. */
function pathText(segments: readonly Segment[], count: number): string {
  return `$${segments.slice(0, count).map(segmentText).join("")}`;
}

function segmentText(segment: Segment): string {
  switch (segment.kind) {
    case "name":
      return `['${segment.name}']`;
    case "names":
      return `[${segment.names.map((name) => `'${name}'`).join(",")}]`;
    case "index":
      return `[${segment.index}]`;
    case "indexes":
      return `[${segment.indexes.join(",")}]`;
    case "slice":
      return `[${segment.from ?? ""}:${segment.to ?? ""}]`;
    case "wildcard":
      return "[*]";
    case "descent":
      return "..";
    case "filter":
      return "[?]";
    case "function":
      return `.${segment.name}()`;
  }
}
