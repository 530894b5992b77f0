/**
 * What asynchronous invocations leave behind: records for destinations, messages for a dead-letter queue.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { Attributes } from "../../sim/types.ts";
import type { InvocationResult } from "./invocation.ts";

export type Condition = "Success" | "RetriesExhausted" | "EventAgeExceeded" | "ZeroReservedConcurrency";

export interface Ended {
  readonly condition: Condition;
  readonly requestId: string;
  /** With version or alias. */
  readonly functionArn: string;
  readonly attempts: number;
  readonly payload: JsonValue;
  /** Of the last attempt; undefined where none was made. */
  readonly result: InvocationResult | undefined;
  readonly epochMs: number;
}

/** The record that a destination gets. */
export function recordOf(ended: Ended): JsonObject {
  const { condition, requestId, functionArn, attempts, payload, result, epochMs } = ended;
  return {
    version: "1.0",
    timestamp: new Date(epochMs).toISOString(),
    requestContext: { requestId, functionArn, condition, approximateInvokeCount: Math.max(1, attempts) },
    requestPayload: payload,
    ...(result && {
      responseContext: {
        statusCode: 200,
        executedVersion: result.version,
        ...(result.error !== null && { functionError: "Unhandled" }),
      },
      responsePayload: result.error ?? result.response,
    }),
  };
}

/** Whether a destination takes events and not records. */
export function isBus(arn: string): boolean {
  return arn.includes(":event-bus/");
}

/** The record as an event of EventBridge. */
export function eventOf(ended: Ended, busArn: string): JsonObject {
  const kind = ended.condition === "Success" ? "Success" : "Failure";
  return {
    source: "lambda",
    "detail-type": `Lambda Function Invocation Result - ${kind}`,
    resources: [busArn, ended.functionArn],
    detail: recordOf(ended),
  };
}

/** A destination that gets an object for each record. */
export function isBucketArn(arn: string): boolean {
  return arn.startsWith("arn:aws:s3:::");
}

/** The name of an object that tells of a failure: by day, with the time and an id. `of`: what has failed. */
export function failureObjectKey(of: string, epochMs: number, id: string): string {
  const [date = "", time = ""] = new Date(epochMs).toISOString().slice(0, 19).split("T");
  return `aws/lambda/${of}/${date.replaceAll("-", "/")}/${date}T${time.replaceAll(":", ".")}-${id}`;
}

/** The name of the object that a bucket gets of a record. */
export function recordKeyOf({ functionArn, epochMs, requestId }: Ended): string {
  return failureObjectKey(`async/${functionArn.split(":")[6]}`, epochMs, requestId);
}

/** What the dead-letter queue's message tells besides the event. */
export function deadLetterAttributes({ requestId, result }: Ended): Attributes {
  return {
    RequestID: { DataType: "String", StringValue: requestId },
    ErrorCode: { DataType: "Number", StringValue: "200" },
    ErrorMessage: { DataType: "String", StringValue: result?.error?.errorMessage ?? "Event age exceeded" },
  };
}
