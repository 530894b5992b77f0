/**
 * Timestamps as AWS reads and writes them: ISO 8601 extended, with `T` and an offset; fractions down to nanoseconds are
 * read, milliseconds kept.
 * https://states-language.net/spec.html#timestamps
 */
const TIMESTAMP =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2}(?::\d{2})?)$/;

/** Epoch milliseconds, or undefined where AWS would refuse the text. */
export function parseTimestamp(text: string): number | undefined {
  const match = TIMESTAMP.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const offsetMs = offsetOf(match[8] ?? "Z");
  if (offsetMs === undefined) return undefined;
  const fractionMs = Math.floor(Number(`0.${match[7] ?? "0"}`) * 1_000);
  const dayMs = Date.UTC(2_000, month - 1, day, hour, minute, second) + yearShiftMs(year, month, day);
  return dayMs + fractionMs - offsetMs;
}

/** Date.UTC reads years below 100 as 19xx: reckon from 2000 and shift by whole years instead. */
function yearShiftMs(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const reference = Date.UTC(2_000, month - 1, day);
  return date.getTime() - reference;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function offsetOf(text: string): number | undefined {
  if (text === "Z") return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(":").map(Number);
  if (hours > 18 || minutes > 59 || seconds > 59) return undefined;
  const size = ((hours * 60 + minutes) * 60 + seconds) * 1_000;
  return text.startsWith("-") ? -size : size;
}

/** As AWS writes the context object's times: UTC with milliseconds. */
export function formatTimestamp(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
