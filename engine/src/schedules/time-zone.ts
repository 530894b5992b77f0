/**
 * Time zones, by the IANA data that the platform has.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#time-zones
 */
import { asUtcMs, type LocalTime, localTimeOf } from "./calendar.ts";

export interface TimeZone {
  readonly name: string;
  /** What its clocks show. */
  localTime(epochMs: number): LocalTime;
  /** When its clocks show a time, epoch milliseconds: the first time of two; undefined where they leave it out. */
  epochMs(local: LocalTime): number | undefined;
}

export const UTC: TimeZone = { name: "UTC", localTime: localTimeOf, epochMs: asUtcMs };

const zones = new Map<string, TimeZone>([["UTC", UTC]]);

/** Undefined: there is no such time zone. */
export function timeZoneOf(name: string): TimeZone | undefined {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = newTimeZone(name);
    if (zone !== undefined) zones.set(name, zone);
  }
  return zone;
}

/** Names only: an offset such as +01:00 is none for AWS. */
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

function newTimeZone(name: string): TimeZone | undefined {
  if (!NAME.test(name)) return undefined;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
  } catch {
    return undefined;
  }
  const localTime = (epochMs: number): LocalTime => {
    const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, Number(value)]));
    const [year = 0, month = 0, day = 0] = [parts.get("year"), parts.get("month"), parts.get("day")];
    return { year, month, day, hour: parts.get("hour") ?? 0, minute: parts.get("minute") ?? 0 };
  };
  const minuteMs = (epochMs: number): number => Math.floor(epochMs / 60_000) * 60_000;
  const offsetMs = (epochMs: number): number => asUtcMs(localTime(epochMs)) - minuteMs(epochMs);
  return {
    name,
    localTime,
    epochMs(local) {
      const wanted = asUtcMs(local);
      // Clocks change at most once in two days: the offset is that of a day before, or of a day after.
      const candidates = [-DAY_MS, DAY_MS].map((shift) => wanted - offsetMs(wanted + shift));
      const right = candidates.filter((epochMs) => asUtcMs(localTime(epochMs)) === wanted);
      return right.length === 0 ? undefined : Math.min(...right);
    },
  };
}

const DAY_MS = 86_400_000;
