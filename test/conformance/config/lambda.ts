/** What Lambda answers to calls that are wrong, or nearly. There is one function, `f`, and what a row says. */
import {
  type InvokeConfigWorld,
  invokeConfigAfter,
  type JsonObject,
  type MappingWorld,
  NO_SUCH_MAPPING,
  type Refusal,
  refuseInvokeConfig,
  refuseMapping,
} from "@sluice/engine";
import type { Case } from "../cases.ts";
import type { ConfigAnswer, Operation } from "./operation.ts";

const ARN = "arn:aws:lambda:us-east-1:123456789012:function:";

/** Sources that rows name by their kind alone; they are there. */
const SOURCES: Readonly<Record<string, JsonObject>> = {
  kinesis: { EventSourceArn: "arn:aws:kinesis:us-east-1:123456789012:stream/s", StartingPosition: "LATEST" },
  dynamodb: {
    EventSourceArn: "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/2026-01-01T00:00:00.000",
    StartingPosition: "LATEST",
  },
  sqs: { EventSourceArn: "arn:aws:sqs:us-east-1:123456789012:q" },
  "sqs-fifo": { EventSourceArn: "arn:aws:sqs:us-east-1:123456789012:q.fifo" },
};

export const LAMBDA_OPERATIONS: Readonly<Record<string, Operation>> = {
  "lambda:CreateEventSourceMapping": (params, row) => {
    const source = SOURCES[String(row.eventSource)];
    return refuseMapping({ FunctionName: "f", ...source, ...params }, mappingWorld(source !== undefined, row));
  },
  "lambda:GetEventSourceMapping": unknownMapping,
  "lambda:UpdateEventSourceMapping": unknownMapping,
  "lambda:DeleteEventSourceMapping": unknownMapping,
  "lambda:PutFunctionEventInvokeConfig": (params) => configured(params, undefined),
  "lambda:UpdateFunctionEventInvokeConfig": (params, { precondition }) => {
    return configured(params, precondition as JsonObject | undefined);
  },
};

function unknownMapping({ UUID }: JsonObject): Refusal | undefined {
  return UUID === "<unknown>" ? NO_SUCH_MAPPING : undefined;
}

function mappingWorld(hasSource: boolean, { precondition }: Case): MappingWorld {
  return {
    sourceExists: () => hasSource,
    functionExists: (name) => name === "f",
    mappingOf: () => (precondition === undefined ? undefined : "<uuid>"),
    visibilityTimeoutOf: () => undefined,
    timeoutOf: () => undefined,
  };
}

const INVOKED: InvokeConfigWorld = {
  functionExists: (name, qualifier) => {
    return (name === "f" || name === `${ARN}f`) && (qualifier === undefined || qualifier === "$LATEST");
  },
};

function configured(params: JsonObject, known: JsonObject | undefined): ConfigAnswer {
  const refused = refuseInvokeConfig({ FunctionName: "f", ...params }, INVOKED);
  return refused ?? { result: invokeConfigAfter(params, known) };
}
