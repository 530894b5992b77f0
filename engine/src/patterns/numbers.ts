/**
 * Numbers as AWS's engine compares them. EventBridge compares doubles, and only numbers that a double holds exactly; any
 * other is compared by its text. SNS compares five digits behind the point, between -10^9 and 10^9.
 * https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
import { SNS_NUMBER_DECIMALS, SNS_NUMBER_MAX } from "../limits.ts";
import type { Scalar, WideNumber } from "./types.ts";

export type NumberRules = "double" | "sns";

/** A double holds every number of that many characters exactly. */
const SURELY_EXACT_LENGTH = 15;
const SNS_SCALE = 10 ** SNS_NUMBER_DECIMALS;

export function isWide(value: Scalar): value is WideNumber {
  return typeof value === "object" && value !== null;
}

/** The number of a JSON number's text, or the text where it cannot be compared as one. */
export function readNumber(text: string, rules: NumberRules): number | WideNumber {
  const value = Number(text);
  const holds = text.length <= SURELY_EXACT_LENGTH || holdsExactly(value, text);
  // Exponents make short texts of numbers that are too great or too small.
  if (!Number.isFinite(value) || !holds || (value === 0 && /[1-9]/.test(text.replace(/e.*/i, "")))) return { text };
  return rules === "double" ? value : snsNumber(value, text);
}

/** Digits beyond SNS's five do not count. */
function snsNumber(value: number, text: string): number | WideNumber {
  if (Math.abs(value) > SNS_NUMBER_MAX) return { text };
  if (Number.isInteger(value)) return value;
  // Fifteen digits take off what binary fractions add: 1.00005 times 100,000 is not quite 100,005.
  return Math.trunc(Number((value * SNS_SCALE).toPrecision(SURELY_EXACT_LENGTH))) / SNS_SCALE;
}

function holdsExactly(value: number, text: string): boolean {
  return Number.isFinite(value) && decimal(String(value)) === decimal(text);
}

/** Sign, digits without zeros at their ends, and the power of ten of the last one. */
function decimal(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
