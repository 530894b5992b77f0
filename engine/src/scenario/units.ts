/** How people write times, rates and shares in a scenario: `250ms`, `10m`, `20/s`, `2%`. */

/** Milliseconds of one unit. */
const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export const DURATION_FORM = "a time: 250ms, 30s, 5m, 2h, 1d";
export const RATE_FORM = "a rate above 0: 20/s, 300/m, 1000/h";
export const SHARE_FORM = "a share: 2% or 0.02";

/** Milliseconds; a bare number is seconds, as AWS's own settings are. Undefined where the text is no time. */
export function durationMs(text: string | number): number | undefined {
  if (typeof text === "number") return text >= 0 ? text * 1_000 : undefined;
  const parts = text.trim().split(/\s+(?=\d)|(?<=[a-z])(?=\d)/);
  let sum = 0;
  for (const part of parts) {
    const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/.exec(part) ?? [];
    if (number === undefined || unit === undefined) return undefined;
    sum += Number(number) * (UNITS_MS[unit] as number);
  }
  return sum;
}

/** How many in a second. Undefined where the text is no rate above 0. */
export function perSecond(text: string | number): number | undefined {
  if (typeof text === "number") return text > 0 ? text : undefined;
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(?:\/|per\s+)\s*(ms|s|m|h|d)$/.exec(text.trim()) ?? [];
  const count = Number(number);
  return unit !== undefined && count > 0 ? (count * 1_000) / (UNITS_MS[unit] as number) : undefined;
}

/** 0 to 1. Undefined where the text is no share. */
export function share(text: string | number): number | undefined {
  const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(String(text).trim()) ?? [];
  const value = Number(number) / (percent === "%" ? 100 : 1);
  return number !== undefined && value <= 1 ? value : undefined;
}

export type Comparison = "<" | "<=" | "=" | ">=" | ">";

/** What an expectation compares with: `< 60s`, `>= 99%`, `0`. */
export interface Bound {
  readonly comparison: Comparison;
  /** In the metric's own unit: milliseconds, messages, shares, US dollars. */
  readonly value: number;
  /** As written, for the verdict. */
  readonly text: string;
}

export const BOUND_FORM = "a number or a comparison: 0, < 60s, >= 100, <= 2%";

export function boundOf(written: string | number): Bound | undefined {
  const text = String(written).trim();
  const [, sign = "", amount = ""] = /^(<=|>=|<|>|=)?\s*(.+)$/.exec(text) ?? [];
  const value = amountOf(amount);
  if (value === undefined) return undefined;
  return { comparison: sign === "" ? "=" : (sign as Comparison), value, text: sign === "" ? `= ${text}` : text };
}

function amountOf(text: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^\d+(\.\d+)?\s*%$/.test(text)) return Number.parseFloat(text) / 100;
  const money = /^(\d+(?:\.\d+)?)\s*USD$/.exec(text)?.[1];
  return money === undefined ? durationMs(text) : Number(money);
}

export function holds(value: number, { comparison, value: bound }: Bound): boolean {
  switch (comparison) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
    default:
      return value === bound;
  }
}
