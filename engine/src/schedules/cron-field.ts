/**
 * One field of a cron expression of EventBridge: the values that it allows, in Quartz's notation.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */

export interface FieldRange {
  readonly min: number;
  readonly max: number;
  /** Names of the values from `min` on. */
  readonly names?: readonly string[];
  /** The greatest step. Quartz refuses more. */
  readonly maxStep: number;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

export const MINUTES: FieldRange = { min: 0, max: 59, maxStep: 59 };
export const HOURS: FieldRange = { min: 0, max: 23, maxStep: 23 };
export const DAYS_OF_MONTH: FieldRange = { min: 1, max: 31, maxStep: 31 };
export const MONTHS_OF_YEAR: FieldRange = { min: 1, max: 12, names: MONTHS, maxStep: 12 };
/** 1 is Sunday. */
export const DAYS_OF_WEEK: FieldRange = { min: 1, max: 7, names: DAYS, maxStep: 7 };
export const YEARS: FieldRange = { min: 1970, max: 2199, maxStep: 229 };

/** Ascending, each once. Undefined where AWS refuses the field. */
export function valuesOf(text: string, range: FieldRange): readonly number[] | undefined {
  const values = new Set<number>();
  for (const part of text.split(",")) {
    const some = partOf(part, range);
    if (some === undefined) return undefined;
    for (const value of some) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

/** `*`, `5`, `5-10`, each with a step behind `/`. A range may run over the end: `20-2`, `FRI-MON`. */
function partOf(part: string, range: FieldRange): readonly number[] | undefined {
  const [base = "", stepText, ...more] = part.split("/");
  if (more.length > 0) return undefined;
  const step = stepText === undefined ? 1 : wholeNumber(stepText);
  if (step === undefined || step < 1 || step > range.maxStep) return undefined;
  const [first = "", last, ...rest] = base.split("-");
  if (rest.length > 0) return undefined;
  if (base === "*") return stepped(range.min, range.max, step, range);
  const from = valueOf(first, range);
  if (from === undefined) return undefined;
  if (last === undefined) return stepped(from, stepText === undefined ? from : range.max, step, range);
  const to = valueOf(last, range);
  return to === undefined ? undefined : stepped(from, to, step, range);
}

function stepped(from: number, to: number, step: number, { min, max }: FieldRange): readonly number[] {
  const size = max - min + 1;
  const end = to < from ? to + size : to;
  const values: number[] = [];
  for (let value = from; value <= end; value += step) values.push(value > max ? value - size : value);
  return values;
}

/** A number or a name of the field. */
export function valueOf(text: string, { min, max, names = [] }: FieldRange): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return min + named;
  const value = wholeNumber(text);
  return value !== undefined && value >= min && value <= max ? value : undefined;
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}
