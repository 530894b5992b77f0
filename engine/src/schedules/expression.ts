/**
 * Schedule expressions: `rate(5 minutes)`, `cron(0 12 * * ? *)`, and for EventBridge Scheduler `at(2027-01-01T12:00:00)`.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
import { asUtcMs, type LocalTime, localTimeOf } from "./calendar.ts";
import { type Cron, cronOf } from "./cron.ts";

/** Whose schedule it is: a rule's, or one of EventBridge Scheduler. */
export type ScheduleService = "events" | "scheduler";

export type ScheduleExpression =
  | { readonly kind: "rate"; readonly everyMs: number }
  | { readonly kind: "cron"; readonly cron: Cron }
  /** Once. Seconds are kept: `at` is the only kind that has them. */
  | { readonly kind: "at"; readonly local: LocalTime; readonly second: number };

/** What AWS answers to an expression that it does not take. */
export interface ScheduleRejection {
  readonly code: string;
  readonly message: string;
}

/** `text` as it is written. A rejection is told apart by `isRejection`. */
export function readScheduleExpression(text: string, service: ScheduleService): ScheduleExpression | ScheduleRejection {
  const [, word, inner = ""] = /^(rate|cron|at)\((.*)\)$/.exec(text) ?? [];
  const read = word === undefined ? undefined : READERS[word as keyof typeof READERS](inner, service);
  return read ?? rejectionOf(text, service);
}

export function isRejection(read: ScheduleExpression | ScheduleRejection): read is ScheduleRejection {
  return "message" in read;
}

function rejectionOf(text: string, service: ScheduleService): ScheduleRejection {
  const message =
    service === "events" ? "Parameter ScheduleExpression is not valid." : `Invalid Schedule Expression ${text}.`;
  return { code: "ValidationException", message };
}

type Reader = (inner: string, service: ScheduleService) => ScheduleExpression | undefined;

const READERS: Readonly<Record<"rate" | "cron" | "at", Reader>> = { rate: rateOf, cron: cronExpression, at: atOf };

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Rules want `1 hour` and `2 hours`; Scheduler does not mind. */
function rateOf(inner: string, service: ScheduleService): ScheduleExpression | undefined {
  const [, digits, unit, plural] = /^(\d+) (minute|hour|day)(s?)$/.exec(inner) ?? [];
  const count = Number(digits);
  if (unit === undefined || count < 1) return undefined;
  if (service === "events" && (count === 1) !== (plural === "")) return undefined;
  return { kind: "rate", everyMs: count * (UNIT_MS[unit] as number) };
}

function cronExpression(inner: string): ScheduleExpression | undefined {
  const cron = cronOf(inner);
  return cron && { kind: "cron", cron };
}

function atOf(inner: string, service: ScheduleService): ScheduleExpression | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d):(\d\d)$/.exec(inner);
  if (match === null || service === "events") return undefined;
  const utcMs = Date.parse(`${match[1]}:00Z`);
  const second = Number(match[2]);
  if (Number.isNaN(utcMs) || second > 59) return undefined;
  const local = localTimeOf(utcMs);
  // JavaScript takes February 30 for March 2.
  const isDate = new Date(asUtcMs(local)).toISOString().startsWith(match[1] as string);
  return isDate ? { kind: "at", local, second } : undefined;
}
