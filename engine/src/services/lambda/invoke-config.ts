/** What Lambda's API answers about how a function is invoked asynchronously. */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";

/**
 * What Get, Update and Delete say to a function that has no such configuration. `functionArn`: without a qualifier.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionEventInvokeConfig.html
 */
export function noInvokeConfig(functionArn: string, qualifier = "$LATEST"): Refusal {
  const text = `The function ${functionArn}:${qualifier} doesn't have an EventInvokeConfig`;
  return refusal("ResourceNotFoundException", text);
}

/**
 * What Put (`known` left out: it replaces all) and Update answer: what is set now; null for what is not.
 * https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionEventInvokeConfig.html
 */
export function invokeConfigAfter(request: JsonObject, known: JsonObject = {}): JsonObject {
  const set = (name: string): JsonValue => request[name] ?? known[name] ?? null;
  const destinations = set("DestinationConfig");
  return {
    MaximumRetryAttempts: set("MaximumRetryAttempts"),
    MaximumEventAgeInSeconds: set("MaximumEventAgeInSeconds"),
    DestinationConfig: { OnSuccess: {}, OnFailure: {}, ...(isObject(destinations) && destinations) },
  };
}
