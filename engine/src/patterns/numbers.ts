/**
 * Numbers as AWS's engine compares them. EventBridge compares doubles, and only numbers that a double holds exactly; any
 * other is compared by its text. SNS compares five digits behind the point, between -10^9 and 10^9.
 * https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
import { SNS_NUMBER_DECIMALS, SNS_NUMBER_MAX } from "../limits.ts";
import type { Scalar, WideNumber } from "./types.ts";

export type NumberRules = "double" | "sns";

const MINUS = 45;
const DOT = 46;
const ZERO = 48;
/** A double holds every number of that many digits exactly. */
const SURELY_EXACT_DIGITS = 15;
const SNS_SCALE = 10 ** SNS_NUMBER_DECIMALS;

export function isWide(value: Scalar): value is WideNumber {
  return typeof value === "object" && value !== null;
}

/** The number of a JSON number's text, or the text where it cannot be compared as one. */
export function readNumber(text: string, rules: NumberRules): number | WideNumber {
  return readNumberIn(text, 0, text.length, rules);
}

/** The same for a number inside of a text. Most are short and have no exponent: those are read without more ado. */
export function readNumberIn(text: string, start: number, end: number, rules: NumberRules): number | WideNumber {
  const negative = text.charCodeAt(start) === MINUS;
  let digits = 0;
  let value = 0;
  let decimals = -1;
  for (let at = negative ? start + 1 : start; at < end; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = 10 * value + digit;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (digit === DOT - ZERO && decimals < 0) {
      decimals = 0;
    } else {
      return readUnusual(text.slice(start, end), rules);
    }
  }
  if (digits > SURELY_EXACT_DIGITS || digits === 0) return readUnusual(text.slice(start, end), rules);
  // A quotient of two numbers that doubles hold exactly is the double nearest to it.
  if (decimals > 0) value /= POWERS_OF_TEN[decimals] as number;
  if (negative) value = -value;
  const canonical =
    rules === "double" || (decimals <= SNS_NUMBER_DECIMALS && value <= SNS_NUMBER_MAX && value >= -SNS_NUMBER_MAX);
  return canonical ? value : snsNumber(value, text.slice(start, end));
}

const POWERS_OF_TEN = Array.from({ length: SURELY_EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

/** Many digits, an exponent, or no number at all. */
function readUnusual(text: string, rules: NumberRules): number | WideNumber {
  const value = Number(text);
  // Exponents make short texts of numbers that are too great or too small.
  const vanished = value === 0 && /[1-9]/.test(text.replace(/e.*/i, ""));
  if (!Number.isFinite(value) || vanished || !holdsExactly(value, text)) return { text };
  return rules === "double" ? value : snsNumber(value, text);
}

/** Digits beyond SNS's five do not count. */
function snsNumber(value: number, text: string): number | WideNumber {
  if (Math.abs(value) > SNS_NUMBER_MAX) return { text };
  const scaled = value * SNS_SCALE;
  const whole = Math.round(scaled);
  // Binary fractions come close only: 1.00005 times 100,000 is not quite 100,005.
  const isWhole = Math.abs(scaled - whole) <= Math.abs(scaled) * Number.EPSILON;
  return (isWhole ? whole : Math.trunc(scaled)) / SNS_SCALE;
}

function holdsExactly(value: number, text: string): boolean {
  return decimal(String(value)) === decimal(text);
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
