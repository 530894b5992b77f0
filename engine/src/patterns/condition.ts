/** One key with its list, ready to be asked. */
import { isWide } from "./numbers.ts";
import { memberOf } from "./operators/member.ts";
import type { Alternative, Condition, Scalar } from "./types.ts";

export function conditionOf(
  id: number,
  path: number,
  pointer: string,
  alternatives: readonly Alternative[],
): Condition {
  const [first, ...others] = alternatives;
  return {
    id,
    path,
    pointer,
    alternatives,
    mayBeAbsent: alternatives.some(({ whenAbsent }) => whenAbsent === true),
    passes: first === undefined ? () => false : others.length === 0 ? first.passes : anyPasses(alternatives),
  };
}

function anyPasses(alternatives: readonly Alternative[]): (value: Scalar) => boolean {
  const values: Scalar[] = [];
  const scans: Alternative[] = [];
  for (const alternative of alternatives) {
    const { lookup } = alternative;
    if (lookup.by === "value" && !isWide(lookup.value)) values.push(lookup.value);
    else scans.push(alternative);
  }
  const isMember = memberOf(values);
  if (scans.length === 0) return isMember;
  return (value) => {
    if (isMember(value)) return true;
    for (let i = 0; i < scans.length; i++) if (scans[i]?.passes(value) === true) return true;
    return false;
  };
}
