/**
 * What EventBridge says to rules and their targets.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html
 */
import type { JsonObject } from "../json.ts";
import { MAX_RULE_TARGETS } from "../limits.ts";
import { patternRejection } from "../patterns/check.ts";
import { isRejection, readScheduleExpression } from "../schedules/expression.ts";
import { type Refusal, refusal } from "./refusal.ts";
import { lengthViolations, type Violation, validationRefusal } from "./validation-errors.ts";

const NAME = /^[.\-_A-Za-z0-9]+$/;
const NAME_LENGTH = 64;

function invalid(message: string, setting?: string): Refusal {
  return refusal("ValidationException", message, setting);
}

function nameViolations(name: string, at: string): readonly Violation[] {
  const tooLong = lengthViolations(name, name.length, at, 1, NAME_LENGTH);
  const pattern = { value: name, at, must: "satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+" };
  return [...tooLong, ...(NAME.test(name) ? [] : [pattern])];
}

/** `rule`: the parameters of PutRule, which a template's properties are, too. */
export function refuseRule(rule: JsonObject): Refusal | undefined {
  const { Name, EventPattern: pattern, ScheduleExpression: expression, EventBusName } = rule;
  const named = Name === undefined ? undefined : validationRefusal(nameViolations(String(Name), "name"));
  if (named !== undefined) return named;
  if (pattern === undefined && expression === undefined) {
    return invalid("Parameter(s) EventPattern or ScheduleExpression must be specified.");
  }
  if (expression !== undefined) {
    const bus = String(EventBusName ?? "default");
    if (bus !== "default" && !bus.endsWith(":event-bus/default")) {
      return invalid("ScheduleExpression is supported only on the default event bus.", "EventBusName");
    }
    const schedule = readScheduleExpression(String(expression), "events");
    if (isRejection(schedule)) return { ...schedule, setting: "ScheduleExpression" };
  }
  if (pattern === undefined) return undefined;
  const rejected = patternRejection(typeof pattern === "string" ? pattern : JSON.stringify(pattern), "eventbridge");
  return rejected && refusal(rejected.code, rejected.message, "EventPattern");
}

/** All targets of one PutTargets. */
export function refuseTargets(targets: readonly JsonObject[]): Refusal | undefined {
  if (targets.length > MAX_RULE_TARGETS) {
    return refusal("LimitExceededException", "The requested resource exceeds the maximum number allowed.", "Targets");
  }
  const violations = targets.flatMap(({ Id }, index) => nameViolations(String(Id), `targets.${index + 1}.member.id`));
  return validationRefusal(violations) ?? targets.map(refuseTarget).find((refused) => refused !== undefined);
}

const INPUTS = ["Input", "InputPath", "InputTransformer"] as const;

/** Targets of these services get their calls by a role. */
const NEEDS_ROLE = /^arn:[^:]*:(?:states|kinesis|firehose|events|ecs|batch|ssm|codepipeline|codebuild):/;

function refuseTarget(target: JsonObject, index: number): Refusal | undefined {
  const setting = `Targets.${index}`;
  const [id, arn] = [String(target.Id), String(target.Arn)];
  if (!/^arn:[\w:/-]/.test(arn)) {
    return invalid(`Parameter ${arn} is not valid. Reason: Provided Arn is not in correct format.`, `${setting}.Arn`);
  }
  if (INPUTS.filter((name) => target[name] !== undefined).length > 1) {
    return invalid(`Only one of Input, InputPath, or InputTransformer must be provided for target ${id}.`, setting);
  }
  if (arn.includes(":sqs:") && arn.endsWith(".fifo") && target.SqsParameters === undefined) {
    return invalid(`Parameter(s) SqsParameters must be specified for target: ${id}.`, `${setting}.Arn`);
  }
  return NEEDS_ROLE.test(arn) && target.RoleArn === undefined
    ? invalid(`RoleArn is required for target ${arn}.`, "Targets")
    : undefined;
}
