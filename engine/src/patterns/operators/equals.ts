/** A bare value in a list: the field has to hold just that. */
import { canonicalIp } from "../ip.ts";
import { isWide } from "../numbers.ts";
import type { Scalar, Test } from "../types.ts";
import { show } from "./show.ts";

export function same(a: Scalar, b: Scalar): boolean {
  return isWide(a) ? isWide(b) && a.text === b.text : a === b;
}

/** Equality; IP addresses are equal however they are written. */
export function equals(wanted: Scalar): Test {
  const address = typeof wanted === "string" ? canonicalIp(wanted) : undefined;
  return {
    operator: "equals",
    lookup: address === undefined ? { by: "value", value: wanted } : { by: "scan" },
    passes:
      address === undefined
        ? (value) => same(value, wanted)
        : (value) => typeof value === "string" && (value === wanted || canonicalIp(value) === address),
    asks: `be ${show(wanted)}`,
    nearest: () => wanted,
  };
}
