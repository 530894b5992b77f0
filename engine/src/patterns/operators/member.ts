/** Whether a value is one of a few, or of many. */
import type { Scalar } from "../types.ts";

/** So many are compared one by one: a set would have to make a hash of the value first. */
const FEW = 8;

export function memberOf(values: readonly Scalar[]): (value: Scalar) => boolean {
  const set = new Set(values);
  if (set.size > FEW) return (value) => set.has(value);
  const few = [...set];
  return (value) => {
    for (let i = 0; i < few.length; i++) if (few[i] === value) return true;
    return false;
  };
}
