import { describe, expect, it } from "vitest";
import { isRejection, readScheduleExpression, type ScheduleService } from "../../../engine/src/schedules/expression.ts";
import { nextTimesMs } from "../../../engine/src/schedules/recurrence.ts";
import { timeZoneOf } from "../../../engine/src/schedules/time-zone.ts";

/** The next times of an expression, as ISO texts without seconds that are 0. */
function due(text: string, after: string, count: number, zone = "UTC", service: ScheduleService = "scheduler") {
  const read = readScheduleExpression(text, service);
  if (isRejection(read)) throw new Error(read.message);
  const times = nextTimesMs(read, Date.parse(after), count, timeZoneOf(zone));
  return times.map((ms) => new Date(ms).toISOString().replace(/(:00)?\.000Z$/, "Z"));
}

describe("schedule expressions", () => {
  it.each([
    ["cron(0 0 31 * ? *)", "2026-03-31T00:00:00Z", ["2026-05-31T00:00Z", "2026-07-31T00:00Z"]],
    ["cron(0 0 31W * ? *)", "2026-01-01T00:00:00Z", ["2026-01-30T00:00Z", "2026-03-31T00:00Z"]],
    ["cron(0 0 LW * ? *)", "2026-01-01T00:00:00Z", ["2026-01-30T00:00Z", "2026-02-27T00:00Z"]],
    ["cron(0 22-1 ? * FRI *)", "2026-01-02T00:30:00Z", ["2026-01-02T01:00Z", "2026-01-02T22:00Z"]],
    ["cron(0 0 ? * fri-mon *)", "2026-01-02T00:00:00Z", ["2026-01-03T00:00Z", "2026-01-04T00:00Z"]],
    ["cron(*/20 12 ? JAN MONL *)", "2026-01-01T00:00:00Z", ["2026-01-26T12:00Z"]],
    ["cron(59 23 31 12 ? 2026)", "2026-01-01T00:00:00Z", ["2026-12-31T23:59Z"]],
    ["cron(0 0 30 2 ? *)", "2026-01-01T00:00:00Z", []],
    ["rate(90 minutes)", "2026-01-01T00:10:00Z", ["2026-01-01T01:40Z", "2026-01-01T03:10Z"]],
    ["rate(1 hours)", "2026-01-01T00:00:00Z", ["2026-01-01T01:00Z"]],
    ["at(2026-02-28T10:00:30)", "2026-01-01T00:00:00Z", ["2026-02-28T10:00:30Z"]],
    ["at(2026-02-28T10:00:30)", "2026-02-28T10:00:30Z", []],
  ])("%s", (text, after, wanted) => {
    expect(due(text, after, Math.max(1, wanted.length))).toEqual(wanted);
  });

  it.each([
    [
      "a time that clocks leave out is skipped",
      "cron(30 2 * * ? *)",
      "Europe/Berlin",
      "2026-03-28T12:00:00Z",
      ["2026-03-30T00:30Z"],
    ],
    [
      "a time that clocks show twice counts once",
      "cron(0/30 2 * * ? *)",
      "Europe/Berlin",
      "2026-10-24T12:00:00Z",
      ["2026-10-25T00:00Z", "2026-10-25T00:30Z", "2026-10-26T01:00Z"],
    ],
    [
      "every hour is every hour of the clock",
      "cron(0 * * * ? *)",
      "America/New_York",
      "2026-11-01T04:30:00Z",
      ["2026-11-01T05:00Z", "2026-11-01T07:00Z"],
    ],
    [
      "half hours",
      "cron(0 9 * * ? *)",
      "Australia/Lord_Howe",
      "2026-04-04T00:00:00Z",
      ["2026-04-04T22:30Z", "2026-04-05T22:30Z"],
    ],
    [
      "once, by the clock of a place",
      "at(2026-07-01T12:00:00)",
      "Asia/Kolkata",
      "2026-01-01T00:00:00Z",
      ["2026-07-01T06:30Z"],
    ],
    ["once, at a time that is left out: never", "at(2026-03-29T02:30:00)", "Europe/Berlin", "2026-01-01T00:00:00Z", []],
    [
      "a rate does not mind clocks",
      "rate(1 day)",
      "Europe/Berlin",
      "2026-03-28T12:00:00Z",
      ["2026-03-29T12:00Z", "2026-03-30T12:00Z"],
    ],
  ])("%s", (_, text, zone, after, wanted) => {
    expect(due(text, after, Math.max(1, wanted.length), zone)).toEqual(wanted);
  });

  const refused: readonly [ScheduleService, string][] = [
    ["events", "rate(1 minutes)"],
    ["events", "rate(2 minute)"],
    ["events", "rate(0 minutes)"],
    ["events", "at(2026-01-01T00:00:00)"],
    ["events", "cron(0 12 * * * *)"],
    ["events", "cron(0 12 ? * ? *)"],
    ["events", "cron(0 12 * * ?)"],
    ["events", "cron(0 12 * * ? * *)"],
    ["events", "cron(60 12 * * ? *)"],
    ["events", "cron(0 24 * * ? *)"],
    ["events", "cron(0 0 0 * ? *)"],
    ["events", "cron(0 0 32 * ? *)"],
    ["events", "cron(0 0 * 13 ? *)"],
    ["events", "cron(0 0 ? * 8 *)"],
    ["events", "cron(0 0 ? * MON#6 *)"],
    ["events", "cron(0 0 ? * MON#1,TUE#2 *)"],
    ["events", "cron(0 0 ? * 2L,3L *)"],
    ["events", "cron(0 0 1,15W * ? *)"],
    ["events", "cron(0 0 * * ? 1969)"],
    ["events", "cron(0 0 * * ? 2200)"],
    ["events", "cron(0/0 0 * * ? *)"],
    ["events", "cron(1-2-3 0 * * ? *)"],
    ["events", "cron(, 0 * * ? *)"],
    ["events", "cron(0 12 * * ? *) "],
    ["scheduler", "at(2026-02-30T00:00:00)"],
    ["scheduler", "at(2026-01-01T24:00:00)"],
    ["scheduler", "at(2026-01-01T00:00:60)"],
    ["scheduler", "at(2026-01-01T00:00)"],
    ["scheduler", "rate(5 MINUTES)"],
    ["scheduler", ""],
  ];
  it.each(refused)("%s refuses %s", (service, text) => {
    const message =
      service === "events" ? "Parameter ScheduleExpression is not valid." : `Invalid Schedule Expression ${text}.`;
    expect(readScheduleExpression(text, service)).toEqual({ code: "ValidationException", message });
  });

  it("knows time zones by name only", () => {
    expect(timeZoneOf("Europe/Berlin")?.name).toBe("Europe/Berlin");
    for (const name of ["Mars/Olympus", "+01:00", "", "Europe/"]) expect(timeZoneOf(name)).toBeUndefined();
  });
});
