/**
 * One target of a rule: what it gets, how it is called, and what comes of failures.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type { Attribute, Attributes, Message, NodeContext } from "../../sim/types.ts";
import { type DeliveryTarget, deadLetterArnOf, type Failure, retryLimitsOf } from "../deliveries.ts";
import { type Delivery, portOf } from "../ports.ts";
import { errorCodeOf, NO_RESOURCE } from "../target-errors.ts";
import type { BusEvent } from "./event.ts";
import { type RuleNames, targetInputOf, valueAt } from "./target-input.ts";

export interface RuleTarget extends DeliveryTarget {
  /** What goes out for an event; undefined: its transformer makes no JSON of it. */
  deliveryOf(event: BusEvent): Delivery | undefined;
}

export function ruleTargetOf(context: NodeContext, target: JsonObject, rule: RuleNames): RuleTarget {
  const arn = String(target.Arn);
  const input = targetInputOf(target, rule);
  const parameters = parametersOf(target);
  return {
    arn,
    limits: retryLimitsOf(target.RetryPolicy),
    deadLetterArn: deadLetterArnOf(target.DeadLetterConfig),
    deliveryOf(event) {
      const bus = portOf(context, arn, "eventBus");
      // A bus hands events on as they are.
      if (bus !== undefined) return { from: context.id };
      const body = input(event);
      return body === undefined ? undefined : { from: context.id, body, ...parameters(event) };
    },
    deliver: (message, delivery) => call(context, arn, message, delivery),
    deadLetterAttributes: (failure) => deadLetterAttributes(failure, rule.ruleArn, arn),
  };
}

function call(context: NodeContext, arn: string, message: Message, delivery: Delivery): Refusal | undefined {
  const bus = portOf(context, arn, "eventBus");
  if (bus === undefined) {
    const target = portOf(context, arn, "target");
    return target === undefined ? NO_RESOURCE : target.deliver(message, delivery);
  }
  return cameFromBus(context, message) ? THIRD_BUS : bus.handOn(message, delivery.from);
}

/** From another one: what an archive replays comes from its own bus. */
function cameFromBus(context: NodeContext, { cause, madeBy }: Message): boolean {
  return cause !== undefined && cause.madeBy !== madeBy && portOf(context, cause.madeBy, "eventBus") !== undefined;
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-bus-to-bus.html */
const THIRD_BUS = refusal(
  "THIRD_BUS_HOP",
  "EventBridge can't route events received from a sender event bus to a third event bus.",
);

/** What goes with the input to some kinds of targets. */
function parametersOf(target: JsonObject): (event: BusEvent) => Partial<Delivery> {
  const group = memberOf(target.SqsParameters, "MessageGroupId");
  if (typeof group === "string") return () => ({ groupId: group });
  // Events are only looked into for those that want a key of them.
  if (!/^arn:[^:]*:kinesis:/.test(String(target.Arn))) return () => NOTHING;
  const path = memberOf(target.KinesisParameters, "PartitionKeyPath");
  return ({ value }) => {
    const key = typeof path === "string" ? valueAt(path, value) : undefined;
    return { partitionKey: String(key ?? value.id) };
  };
}

const NOTHING: Partial<Delivery> = {};

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) ? value[name] : undefined;
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
function deadLetterAttributes(
  { refusal, attempts, exhausted }: Failure,
  ruleArn: string,
  targetArn: string,
): Attributes {
  const text = (value: string): Attribute => ({ DataType: "String", StringValue: value });
  return {
    RULE_ARN: text(ruleArn),
    TARGET_ARN: text(targetArn),
    ERROR_CODE: text(errorCodeOf(refusal)),
    ERROR_MESSAGE: text(refusal.message),
    ...(exhausted !== undefined && {
      EXHAUSTED_RETRY_CONDITION: text(exhausted),
      RETRY_ATTEMPTS: text(String(attempts - 1)),
    }),
  };
}
