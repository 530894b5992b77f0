/**
 * What the optimized integrations add to a service's response: the HTTP headers that it came with, and the id of the
 * request. A job that `.sync` waited for, events and plain HTTP come without.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
 */
import type { JsonObject } from "../../json.ts";
import { DEFAULT_START_MS, nameUuid } from "../identity.ts";
import { jsonBytes } from "../payload-size.ts";
import { taskResource } from "../resources.ts";
import type { TaskCall } from "../types.ts";

/** Their answer is put together by Step Functions. */
const WITHOUT = new Set(["apigateway", "events", "http"]);

/** By service; all others speak JSON by REST. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["dynamodb", "sqs", "states"].map((service) => [service, "application/x-amz-json-1.0"])),
  ...Object.fromEntries(
    ["athena", "codebuild", "ecs", "elasticmapreduce", "glue", "sagemaker"].map((service) => [
      service,
      "application/x-amz-json-1.1",
    ]),
  ),
  sns: "text/xml",
};

/** What is asked of a call: the service, and what tells its requests apart. */
export type CallOfService = Pick<TaskCall, "resource" | "stateName" | "attempt" | "invocation" | "timeMs">;

/** The response as the task gets it; `body` alone where nothing is added. Fields in AWS's order: by name. */
export function withSdkMetadata(call: CallOfService, body: JsonObject): JsonObject {
  const { kind, resourceType, resource: action } = taskResource(call.resource);
  const isOptimized = kind === "service" && !resourceType.startsWith("aws-sdk:");
  if (!isOptimized || WITHOUT.has(resourceType) || action === "call") return body;
  const { stateName, attempt, invocation, timeMs = DEFAULT_START_MS } = call;
  const requestId = nameUuid(`${stateName}/${invocation}/${attempt}/${timeMs}`);
  const headers: Record<string, string> = {
    Connection: "keep-alive",
    "Content-Length": String(jsonBytes(body)),
    "Content-Type": CONTENT_TYPES[resourceType] ?? "application/json",
    Date: new Date(timeMs).toUTCString(),
    ...(resourceType === "lambda" && { "X-Amz-Executed-Version": "$LATEST" }),
    "x-amzn-RequestId": requestId,
  };
  const all = {
    ...body,
    SdkHttpMetadata: {
      AllHttpHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      HttpHeaders: headers,
      HttpStatusCode: typeof body.StatusCode === "number" ? body.StatusCode : 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
  };
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}
