/** Cron schedules against a walk through every minute, which knows nothing of how the next time is found. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRejection, readScheduleExpression } from "../../../engine/src/schedules/expression.ts";
import { nextTimesMs } from "../../../engine/src/schedules/recurrence.ts";
import { timeZoneOf } from "../../../engine/src/schedules/time-zone.ts";

/** A field as text, and whether it has a value. */
interface Field {
  readonly text: string;
  has(value: number): boolean;
}

function field(min: number, max: number): fc.Arbitrary<Field> {
  const value = fc.integer({ min, max });
  return fc.oneof(
    fc.constant<Field>({ text: "*", has: () => true }),
    value.map((only): Field => ({ text: String(only), has: (each) => each === only })),
    fc.tuple(value, value).map(([a, b]): Field => ({ text: `${a},${b}`, has: (each) => each === a || each === b })),
    fc.tuple(value, value).map(([from, to]): Field => {
      return {
        text: `${from}-${to}`,
        has: (each) => (from <= to ? each >= from && each <= to : each >= from || each <= to),
      };
    }),
    fc.tuple(value, fc.integer({ min: 1, max: 7 })).map(([from, step]): Field => {
      return { text: `${from}/${step}`, has: (each) => each >= from && (each - from) % step === 0 };
    }),
  );
}

/** Day of month and day of week as texts, and whether a date is meant. */
interface Days {
  readonly month: string;
  readonly week: string;
  has(date: Date): boolean;
}

const DAY_MS = 86_400_000;
const daysLeft = (date: Date): number => {
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return last - date.getUTCDate();
};
const isWorkday = (date: Date): boolean => date.getUTCDay() % 6 !== 0;

/** The workday nearest to a day of the same month, found by looking around. */
function nearestWorkday(date: Date, day: number): number | undefined {
  const of = (each: number): Date => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), each));
  if (of(day).getUTCMonth() !== date.getUTCMonth()) return undefined;
  const candidates = [0, -1, 1, -2, 2].map((shift) => day + shift);
  return candidates.find((each) => of(each).getUTCMonth() === date.getUTCMonth() && isWorkday(of(each)));
}

const days: fc.Arbitrary<Days> = fc.oneof(
  field(1, 31).map(({ text, has }): Days => ({ month: text, week: "?", has: (date) => has(date.getUTCDate()) })),
  field(1, 7).map(({ text, has }): Days => ({ month: "?", week: text, has: (date) => has(date.getUTCDay() + 1) })),
  fc.constant<Days>({ month: "L", week: "?", has: (date) => daysLeft(date) === 0 }),
  fc.integer({ min: 1, max: 31 }).map((day): Days => {
    return { month: `${day}W`, week: "?", has: (date) => nearestWorkday(date, day) === date.getUTCDate() };
  }),
  fc.integer({ min: 1, max: 7 }).map((weekday): Days => {
    return { month: "?", week: `${weekday}L`, has: (date) => date.getUTCDay() + 1 === weekday && daysLeft(date) < 7 };
  }),
  fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 })).map(([weekday, place]): Days => {
    const has = (date: Date): boolean => date.getUTCDay() + 1 === weekday && Math.ceil(date.getUTCDate() / 7) === place;
    return { month: "?", week: `${weekday}#${place}`, has };
  }),
);

const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"];

/** What the clocks of a zone show, as a date whose UTC is that; made once for a walk. */
function clockOf(zone: string): (ms: number) => Date {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  return (ms) => new Date(`${format.format(ms).replace(" ", "T")}:00Z`);
}

describe("cron schedules", () => {
  it("are due when a walk through all minutes says so", () => {
    const start = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
    // Around the changes of clocks, half of the time.
    const changes = fc.constantFrom("2026-03-28T20:00Z", "2026-10-24T20:00Z", "2026-03-08T02:00Z", "2026-11-01T00:00Z");
    const after = fc.oneof(start, changes.map(Date.parse), fc.constant(Date.parse("2026-04-04T10:00Z")));
    const expression = fc.tuple(field(0, 59), field(0, 23), days, field(1, 12));
    fc.assert(
      fc.property(expression, fc.constantFrom(...ZONES), after, ([minutes, hours, of, months], zone, afterMs) => {
        const text = `cron(${minutes.text} ${hours.text} ${of.month} ${months.text} ${of.week} *)`;
        const read = readScheduleExpression(text, "scheduler");
        if (isRejection(read)) throw new Error(read.message);
        const endMs = afterMs + 2 * DAY_MS;
        const clock = clockOf(zone);
        const wanted: number[] = [];
        let latest = clock(afterMs).getTime();
        for (let ms = (Math.floor(afterMs / 60_000) + 1) * 60_000; ms <= endMs; ms += 60_000) {
          const local = clock(ms);
          // What clocks show for the second time does not count.
          if (local.getTime() <= latest) continue;
          latest = local.getTime();
          const [minute, hour, month] = [local.getUTCMinutes(), local.getUTCHours(), local.getUTCMonth() + 1];
          if (minutes.has(minute) && hours.has(hour) && months.has(month) && of.has(local)) wanted.push(ms);
        }
        const got = nextTimesMs(read, afterMs, wanted.length + 1, timeZoneOf(zone)).filter((ms) => ms <= endMs);
        expect({ text, zone, got }).toEqual({ text, zone, got: wanted });
      }),
      { numRuns: 120, seed: 20 },
    );
  }, 60_000);
});
