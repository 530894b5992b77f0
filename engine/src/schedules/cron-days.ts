/**
 * The days of a month that a cron expression means: by their number, or by the day of the week.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
import { dayOfWeek, daysInMonth } from "./calendar.ts";
import { DAYS_OF_MONTH, DAYS_OF_WEEK, valueOf, valuesOf } from "./cron-field.ts";

/** Ascending. */
export type DaysOf = (year: number, month: number) => readonly number[];

const SATURDAY = 7;
const SUNDAY = 1;

/** One of the two fields must be `?`, the other one not. Undefined where AWS refuses them. */
export function daysOf(dayOfMonthField: string, dayOfWeekField: string): DaysOf | undefined {
  if (dayOfWeekField === "?") return dayOfMonthField === "?" ? undefined : byNumber(dayOfMonthField);
  return dayOfMonthField === "?" ? byWeekday(dayOfWeekField) : undefined;
}

function byNumber(field: string): DaysOf | undefined {
  if (field === "L") return (year, month) => [daysInMonth(year, month)];
  if (field === "LW") return (year, month) => [nearestWeekday(year, month, daysInMonth(year, month))];
  if (field.endsWith("W")) {
    const day = valueOf(field.slice(0, -1), DAYS_OF_MONTH);
    if (day === undefined) return undefined;
    return (year, month) => (day > daysInMonth(year, month) ? [] : [nearestWeekday(year, month, day)]);
  }
  const days = valuesOf(field, DAYS_OF_MONTH);
  return days && ((year, month) => days.filter((day) => day <= daysInMonth(year, month)));
}

/** Monday to Friday, nearest to a day and in the same month. */
function nearestWeekday(year: number, month: number, day: number): number {
  const weekday = dayOfWeek(year, month, day);
  if (weekday === SATURDAY) return day === 1 ? 3 : day - 1;
  if (weekday === SUNDAY) return day === daysInMonth(year, month) ? day - 2 : day + 1;
  return day;
}

function byWeekday(field: string): DaysOf | undefined {
  if (field === "L") return byWeekday("SAT");
  const [last] = /^(?:\w+)(?=L$)/.exec(field) ?? [];
  if (last !== undefined) return single(last, (days) => days.slice(-1));
  const [, name, place] = /^(\w+)#([1-5])$/.exec(field) ?? [];
  if (name !== undefined) return single(name, (days) => days.slice(Number(place) - 1, Number(place)));
  const weekdays = valuesOf(field, DAYS_OF_WEEK);
  return weekdays && ((year, month) => onWeekdays(year, month, new Set(weekdays)));
}

/** Some of the days of one weekday. */
function single(name: string, choose: (days: readonly number[]) => readonly number[]): DaysOf | undefined {
  const weekday = valueOf(name, DAYS_OF_WEEK);
  return weekday === undefined ? undefined : (year, month) => choose(onWeekdays(year, month, new Set([weekday])));
}

function onWeekdays(year: number, month: number, weekdays: ReadonlySet<number>): readonly number[] {
  const first = dayOfWeek(year, month, 1);
  const days: number[] = [];
  for (let day = 1; day <= daysInMonth(year, month); day++) {
    if (weekdays.has(((first + day - 2) % 7) + 1)) days.push(day);
  }
  return days;
}
