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
  const test = identical(wanted);
  const address = typeof wanted === "string" ? canonicalIp(wanted) : undefined;
  if (address === undefined) return test;
  return {
    ...test,
    lookup: { by: "scan" },
    passes: (value) => typeof value === "string" && (value === wanted || canonicalIp(value) === address),
  };
}

/** The value as it is written, IP addresses too. */
export function identical(wanted: Scalar): Test {
  return {
    operator: "equals",
    lookup: { by: "value", value: wanted },
    passes: (value) => same(value, wanted),
    asks: `be ${show(wanted)}`,
    nearest: () => wanted,
  };
}
