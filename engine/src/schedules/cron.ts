/**
 * Cron expressions of EventBridge: six fields, minutes to years.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
import { asUtcMs, type LocalTime, localTimeOf } from "./calendar.ts";
import { type DaysOf, daysOf } from "./cron-days.ts";
import { HOURS, MINUTES, MONTHS_OF_YEAR, valuesOf, YEARS } from "./cron-field.ts";

export interface Cron {
  /** Each ascending. */
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: readonly number[];
  readonly years: readonly number[];
  readonly days: DaysOf;
}

/** What stands in the brackets of `cron(...)`. Undefined where AWS refuses it. */
export function cronOf(text: string): Cron | undefined {
  const fields = text.split(" ").filter((field) => field !== "");
  const [minutesField, hoursField, dayOfMonth, monthsField, weekday, yearsField] = fields;
  if (fields.length !== 6 || text.trim() !== text) return undefined;
  const minutes = valuesOf(minutesField as string, MINUTES);
  const hours = valuesOf(hoursField as string, HOURS);
  const months = valuesOf(monthsField as string, MONTHS_OF_YEAR);
  const years = valuesOf(yearsField as string, YEARS);
  const days = daysOf((dayOfMonth as string).toUpperCase(), (weekday as string).toUpperCase());
  return minutes && hours && months && years && days && { minutes, hours, months, years, days };
}

/** The first time after another one that the expression means; undefined where there is none any more. */
export function nextCronTime({ minutes, hours, months, years, days }: Cron, after: LocalTime): LocalTime | undefined {
  const from = localTimeOf(asUtcMs(after) + 60_000);
  for (const year of years) {
    if (year < from.year) continue;
    for (const month of months) {
      const isFirstMonth = year === from.year && month <= from.month;
      if (isFirstMonth && month < from.month) continue;
      for (const day of days(year, month)) {
        const isFirstDay = isFirstMonth && day <= from.day;
        if (isFirstDay && day < from.day) continue;
        const time = isFirstDay ? timeFrom(hours, minutes, from) : firstTime(hours, minutes);
        if (time !== undefined) return { year, month, day, ...time };
      }
    }
  }
  return undefined;
}

type TimeOfDay = Pick<LocalTime, "hour" | "minute">;

function firstTime(hours: readonly number[], minutes: readonly number[]): TimeOfDay {
  return { hour: hours[0] as number, minute: minutes[0] as number };
}

/** The first time of a day that is not before another. */
function timeFrom(hours: readonly number[], minutes: readonly number[], from: TimeOfDay): TimeOfDay | undefined {
  for (const hour of hours) {
    if (hour < from.hour) continue;
    const minute = hour > from.hour ? minutes[0] : minutes.find((each) => each >= from.minute);
    if (minute !== undefined) return { hour, minute };
  }
  return undefined;
}
