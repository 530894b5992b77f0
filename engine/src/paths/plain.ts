/**
 * Paths of names and indexes only, which nearly all are: compiled to a loop over their steps that allocates nothing but
 * the answer.
 */
import type { JsonObject, JsonValue } from "../json.ts";
import type { Segment } from "./ast.ts";
import { type Evaluated, evaluateSegments } from "./evaluate.ts";

export function isPlain(segments: readonly Segment[]): boolean {
  return segments.every((segment) => segment.kind === "name" || segment.kind === "index");
}

/** For segments that are plain. Fails exactly as `evaluateSegments` does: the slow way says why. */
export function compilePlain(segments: readonly Segment[]): (root: JsonValue) => Evaluated {
  const steps = segments.map((segment) =>
    segment.kind === "name" ? segment.name : segment.kind === "index" ? segment.index : 0,
  );
  // A name such as `constructor` is found on any object: only then must it be the object's own.
  const inherited = steps.some((step) => typeof step === "string" && step in Object.prototype);
  if (inherited || steps.some((step) => typeof step === "number" && step < 0)) {
    return (root) => evaluateSegments(segments, root, root);
  }
  return (root) => {
    let value: JsonValue | undefined = root;
    for (const step of steps) {
      if (typeof value !== "object" || value === null || Array.isArray(value) !== (typeof step === "number")) {
        return evaluateSegments(segments, root, root);
      }
      value = (value as JsonObject)[step];
      if (value === undefined) return evaluateSegments(segments, root, root);
    }
    return { value };
  };
}
