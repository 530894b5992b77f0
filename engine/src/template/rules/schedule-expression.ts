import { isRejection, readScheduleExpression, type ScheduleService } from "../../schedules/expression.ts";
import { replaceFix } from "../../schema/fixes.ts";
import { alternatives, everyField, type Owner } from "../fields.ts";
import type { TemplateRule } from "./rule.ts";

export const scheduleExpression: TemplateRule = {
  id: "schedule-expression",
  kind: "template",
  severity: "error",
  summary: "A schedule is none that EventBridge can read.",
  reason:
    "EventBridge refuses the rule or schedule. A rate is a whole number of minutes, hours or days, of which a rule wants `rate(1 hour)` but `rate(2 hours)`; cron has six fields, and either the day of the month or that of the week is `?`; `at(...)` is only for EventBridge Scheduler.",
  bad: [
    `Resources:
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: «cron(0 2 * * *)»
`,
    `Resources:
  Often:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: «rate(1 minutes)»
`,
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: cron(0 2 * * ? *)
`,
    `Resources:
  Once:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: at(2027-01-01T12:00:00)
      FlexibleTimeWindow: {Mode: "OFF"}
      Target: {Arn: arn:aws:sqs:us-east-1:123456789012:jobs, RoleArn: arn:aws:iam::123456789012:role/scheduler}
`,
  ],
  docs: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html",
  check({ template, report }) {
    everyField(template, {
      property({ key, value }, field, owner) {
        const service = field === undefined ? undefined : serviceOf(key.value, owner);
        if (service === undefined) return;
        for (const node of alternatives(value)) {
          if (node.kind !== "string" || node.sub === true || isUnsure(node.value)) continue;
          const read = readScheduleExpression(node.value, service);
          if (!isRejection(read)) continue;
          const { start, end } = node;
          const message = `${wrongBecause(node.value, service)} AWS says: ${read.message}`;
          const meant = meantBy(node.value, service);
          const fixes = meant === undefined ? [] : [replaceFix(`Write ${meant}`, node, JSON.stringify(meant))];
          report({ at: { start, end }, message, fixes });
        }
      },
    });
  },
};

/** What is filled in later; and commas between fields, with which templates have been deployed that no page explains. */
function isUnsure(text: string): boolean {
  return text.includes("${") || text.includes(", ");
}

/** Whose schedule a property holds. */
function serviceOf(property: string, { resource, name: kind }: Owner): ScheduleService | undefined {
  switch (`${kind === "" ? resource.type : kind}.${property}`) {
    case "AWS::Events::Rule.ScheduleExpression":
    case "ScheduleEvent.Schedule":
      return "events";
    case "AWS::Scheduler::Schedule.ScheduleExpression":
    case "ScheduleV2Event.ScheduleExpression":
      return "scheduler";
    default:
      return undefined;
  }
}

/** What AWS would take instead, of what people bring along: cron of Unix, a wrong plural. */
function meantBy(text: string, service: ScheduleService): string | undefined {
  const [, word, inner = ""] = /^(rate|cron)\((.*)\)$/.exec(text.trim()) ?? [];
  const meant = word === "rate" ? rateMeant(inner) : word === "cron" ? cronMeant(inner) : undefined;
  return meant === undefined || isRejection(readScheduleExpression(meant, service)) ? undefined : meant;
}

function rateMeant(inner: string): string | undefined {
  const [, digits, unit] = /^(\d+) *(minute|hour|day)s?$/i.exec(inner.trim()) ?? [];
  return unit && `rate(${Number(digits)} ${unit.toLowerCase()}${Number(digits) === 1 ? "" : "s"})`;
}

function cronMeant(inner: string): string | undefined {
  const [minute, hour, dayOfMonth, month, dayOfWeek, year = "*", ...more] = inner.trim().split(/ +/);
  if (dayOfWeek === undefined || more.length > 0) return undefined;
  // Days of the week have other numbers in Unix.
  if (dayOfWeek === "*") return `cron(${minute} ${hour} ${dayOfMonth} ${month} ? ${year})`;
  if (dayOfMonth !== "*" || /\d/.test(dayOfWeek)) return undefined;
  return `cron(${minute} ${hour} ? ${month} ${dayOfWeek.toUpperCase()} ${year})`;
}

const CRON_FIELDS = 6;

/** AWS only says that it is wrong. */
function wrongBecause(text: string, service: ScheduleService): string {
  const [, word, inner = ""] = /^(\w+)\((.*)\)$/.exec(text) ?? [];
  if (word === "cron") {
    const fields = inner.split(" ");
    if (fields.length !== CRON_FIELDS) {
      return `cron has six fields, minutes, hours, day of month, month, day of week and year, not ${fields.length}.`;
    }
    const isDecided = fields[2] === "?" || fields[4] === "?";
    return isDecided ? "A field of cron is out of range." : "The day of the month or that of the week must be `?`.";
  }
  if (word === "rate") return rateMistake(inner, service);
  if (word === "at" && service === "events") return "Only schedules of EventBridge Scheduler have `at(...)`.";
  return `A schedule is \`rate(5 minutes)\` or \`cron(0 12 * * ? *)\`${service === "scheduler" ? " or `at(2027-01-01T12:00:00)`" : ""}.`;
}

function rateMistake(inner: string, service: ScheduleService): string {
  const [, digits, unit] = /^(\d+) (minute|hour|day)s?$/.exec(inner) ?? [];
  if (unit === undefined || digits === "0") return "A rate is a whole number from 1 of minutes, hours or days.";
  return service === "events" ? `A rule wants \`rate(1 ${unit})\`, and \`${unit}s\` for more.` : "";
}
