/**
 * Writing through a reference path, as ResultPath does: objects on the way are made where they are missing, and only
 * the spine is copied.
 * https://states-language.net/spec.html#reference-paths
 */
import { isObject, type JsonObject, type JsonValue, setOwn } from "../json.ts";
import { isPathMistake, parsePath } from "./parse.ts";
import type { CompiledPath, PathFailure } from "./types.ts";

/** `root` with `value` at `path` (text or parsed); an index must be one that the array has. */
export function setAtPath(
  root: JsonValue,
  path: string | CompiledPath,
  value: JsonValue,
): { readonly value: JsonValue } | PathFailure {
  const compiled = typeof path === "string" ? parsePath(path) : path;
  if (isPathMistake(compiled)) return { failure: "error", cause: `Invalid path '${path}': ${compiled.message}` };
  const changed =
    compiled.reference && compiled.root === "input" ? setFrom(root, stepsOf(compiled), 0, value) : undefined;
  return changed === undefined
    ? { failure: "error", cause: `Unable to apply ReferencePath ${compiled.text} to input ${JSON.stringify(root)}` }
    : { value: changed };
}

type Step = string | number;

function stepsOf(path: CompiledPath): readonly Step[] {
  return path.segments.flatMap((segment): Step[] =>
    segment.kind === "name" ? [segment.name] : segment.kind === "index" ? [segment.index] : [],
  );
}

/** Undefined where a step does not fit what is there. */
function setFrom(
  target: JsonValue | undefined,
  steps: readonly Step[],
  at: number,
  value: JsonValue,
): JsonValue | undefined {
  const step = steps[at];
  if (step === undefined) return value;
  if (typeof step === "number") return setItem(target, step, steps, at, value);
  if (target !== undefined && !isObject(target)) return undefined;
  const field = target !== undefined && Object.hasOwn(target, step) ? target[step] : undefined;
  const changed = setFrom(field, steps, at + 1, value);
  if (changed === undefined) return undefined;
  return withField(target ?? {}, step, changed);
}

function setItem(
  target: JsonValue | undefined,
  index: number,
  steps: readonly Step[],
  at: number,
  value: JsonValue,
): JsonValue | undefined {
  if (!Array.isArray(target)) return undefined;
  const item: JsonValue | undefined = target.at(index);
  if (item === undefined) return undefined;
  const changed = setFrom(item, steps, at + 1, value);
  return changed === undefined ? undefined : target.with(index, changed);
}

function withField(target: JsonObject, name: string, value: JsonValue): JsonValue {
  const copy: Record<string, JsonValue> = { ...target };
  setOwn(copy, name, value);
  return copy;
}
