/**
 * What a schedule of EventBridge Scheduler goes by.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { isRejection, readScheduleExpression, type ScheduleExpression } from "../../schedules/expression.ts";
import { type TimeZone, timeZoneOf } from "../../schedules/time-zone.ts";

export interface ScheduleSettings {
  /** Undefined where it never is due: it is disabled, or AWS refuses its expression or time zone. */
  readonly due: { readonly expression: ScheduleExpression; readonly zone: TimeZone } | undefined;
  /** Epoch milliseconds. One-time schedules do not mind them. */
  readonly startMs: number | undefined;
  readonly endMs: number | undefined;
  /** How much later than it is due it may call, milliseconds. */
  readonly windowMs: number;
  readonly target: JsonObject;
}

export function scheduleSettingsOf(properties: JsonObject): ScheduleSettings {
  const { ScheduleExpression, ScheduleExpressionTimezone: zoneName, StartDate, EndDate, State, Target } = properties;
  const expression = readScheduleExpression(String(ScheduleExpression), "scheduler");
  const zone = timeZoneOf(zoneName === undefined ? "UTC" : String(zoneName));
  const isDue = State !== "DISABLED" && !isRejection(expression) && zone !== undefined;
  return {
    due: isDue ? { expression, zone } : undefined,
    startMs: timeOf(StartDate),
    endMs: timeOf(EndDate),
    windowMs: windowMsOf(properties.FlexibleTimeWindow),
    target: objectOf(Target),
  };
}

function timeOf(value: JsonValue | undefined): number | undefined {
  const ms = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

function windowMsOf(window: JsonValue | undefined): number {
  if (!isObject(window) || window.Mode !== "FLEXIBLE") return 0;
  return Number(window.MaximumWindowInMinutes ?? 0) * 60_000;
}
