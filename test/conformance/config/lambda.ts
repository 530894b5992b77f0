/** What Lambda answers to calls that are wrong, or nearly. There is one function, `f`, and what a row says. */
import {
  type InvokeConfigWorld,
  invokeConfigAfter,
  type JsonObject,
  type MappingWorld,
  NO_SUCH_MAPPING,
  noInvokeConfig,
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
    const known = knownIn(precondition);
    const answer = configured(params, known);
    return known === undefined && "result" in answer ? withoutConfig(params) : answer;
  },
  "lambda:GetFunctionEventInvokeConfig": ifConfigured,
  "lambda:DeleteFunctionEventInvokeConfig": ifConfigured,
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

/** What is set of the function already: a row says it as an object, or says nothing. */
function knownIn(precondition: unknown): JsonObject | undefined {
  return typeof precondition === "object" && precondition !== null ? (precondition as JsonObject) : undefined;
}

function ifConfigured(params: JsonObject, { precondition }: Case): ConfigAnswer {
  const known = knownIn(precondition);
  return known === undefined ? withoutConfig(params) : { result: invokeConfigAfter(known) };
}

function withoutConfig({ FunctionName = "f", Qualifier }: JsonObject): Refusal {
  const name = String(FunctionName);
  const arn = name.startsWith("arn:") ? name : `${ARN}${name}`;
  return Qualifier === undefined ? noInvokeConfig(arn) : noInvokeConfig(arn, String(Qualifier));
}

function configured(params: JsonObject, known: JsonObject | undefined): Refusal | { readonly result: JsonObject } {
  const refused = refuseInvokeConfig({ FunctionName: "f", ...params }, INVOKED);
  return refused ?? { result: invokeConfigAfter(params, known) };
}
