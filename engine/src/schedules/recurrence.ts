/**
 * When a schedule is due, one time after the other. A local time that clocks leave out in spring is skipped, one that they
 * show twice in autumn counts once.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#daylist-savings-time
 */
import type { LocalTime } from "./calendar.ts";
import { type Cron, nextCronTime } from "./cron.ts";
import type { ScheduleExpression } from "./expression.ts";
import { type TimeZone, UTC } from "./time-zone.ts";

/**
 * The first time after another one, epoch milliseconds; undefined where it is never due again. `anchorMs`: where a rate
 * begins to count; it is due one interval after that.
 */
export function nextDueMs(
  expression: ScheduleExpression,
  afterMs: number,
  zone: TimeZone = UTC,
  anchorMs = 0,
): number | undefined {
  switch (expression.kind) {
    case "rate": {
      const { everyMs } = expression;
      return anchorMs + (Math.max(0, Math.floor((afterMs - anchorMs) / everyMs)) + 1) * everyMs;
    }
    case "at": {
      const dueMs = zone.epochMs(expression.local);
      const exactMs = dueMs === undefined ? undefined : dueMs + expression.second * 1_000;
      return exactMs !== undefined && exactMs > afterMs ? exactMs : undefined;
    }
    case "cron":
      return nextCronMs(expression.cron, afterMs, zone);
  }
}

function nextCronMs(cron: Cron, afterMs: number, zone: TimeZone): number | undefined {
  let local: LocalTime | undefined = zone.localTime(afterMs);
  for (;;) {
    local = nextCronTime(cron, local);
    if (local === undefined) return undefined;
    const dueMs = zone.epochMs(local);
    if (dueMs !== undefined && dueMs > afterMs) return dueMs;
  }
}

/** The next few times. */
export function nextTimesMs(
  expression: ScheduleExpression,
  afterMs: number,
  count: number,
  zone: TimeZone = UTC,
): readonly number[] {
  const times: number[] = [];
  for (let at = nextDueMs(expression, afterMs, zone, afterMs); at !== undefined && times.length < count; ) {
    times.push(at);
    at = nextDueMs(expression, at, zone, afterMs);
  }
  return times;
}
