/**
 * What a subscription goes by.
 * https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html
 */
import { isObject, type JsonObject } from "../../json.ts";
import { compilePattern } from "../../patterns/compile.ts";
import type { CompiledPattern } from "../../patterns/types.ts";
import { documentOf, isTrue } from "./topic-settings.ts";

export interface SubscriptionSettings {
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly rawMessageDelivery: boolean;
  readonly filterPolicyScope: "MessageAttributes" | "MessageBody";
  readonly filter: CompiledPattern | undefined;
  readonly deadLetterTargetArn: string | undefined;
  /** As it is written; for HTTP and HTTPS only. */
  readonly deliveryPolicy: JsonObject | undefined;
  /** Where a replay of the topic's archive begins, epoch milliseconds. */
  readonly replayFromMs: number | undefined;
}

export function subscriptionSettingsOf(properties: JsonObject): SubscriptionSettings {
  const scope = properties.FilterPolicyScope === "MessageBody" ? "MessageBody" : "MessageAttributes";
  const policy = documentOf(properties.FilterPolicy);
  const redrive = documentOf(properties.RedrivePolicy);
  const replay = documentOf(properties.ReplayPolicy);
  const startingPoint = replay === undefined ? Number.NaN : Date.parse(String(replay.StartingPoint));
  return {
    topicArn: String(properties.TopicArn),
    protocol: String(properties.Protocol),
    endpoint: String(properties.Endpoint),
    rawMessageDelivery: isTrue(properties.RawMessageDelivery),
    filterPolicyScope: scope,
    filter:
      policy === undefined || Object.keys(policy).length === 0
        ? undefined
        : compilePattern(policy, scope === "MessageBody" ? "sns-body" : "sns-attributes"),
    deadLetterTargetArn: redrive === undefined ? undefined : String(redrive.deadLetterTargetArn),
    deliveryPolicy: deliveryPolicyOf(properties),
    replayFromMs: Number.isNaN(startingPoint) ? undefined : startingPoint,
  };
}

/** Written with `http` around it or without. */
function deliveryPolicyOf({ DeliveryPolicy }: JsonObject): JsonObject | undefined {
  const policy = documentOf(DeliveryPolicy);
  return policy !== undefined && isObject(policy.http) ? policy.http : policy;
}
