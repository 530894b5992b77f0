/** TestState's requests as tests write them, and its answers as tests compare them. */
import {
  type JsonObject,
  type JsonValue,
  type TestStateRequest,
  type TestStateResponse,
  testState,
} from "@sluice/engine";

/** A request and what the answer must hold. */
export type Row = readonly [
  title: string,
  definition: JsonObject,
  request: Omit<TestStateRequest, "definition">,
  expected: object,
];

export const ROLE = "arn:aws:iam::123456789012:role/shop";
export const INVOKE = "arn:aws:states:::lambda:invoke";
export const parcels = { StartAt: "Pack", States: { Pack: { Type: "Pass", End: true } } };
export const farParcels = { ...parcels, ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } };
export const charge = {
  Type: "Task",
  Resource: INVOKE,
  Parameters: { FunctionName: "charge", "Payload.$": "$.order" },
  End: true,
};

/** The answer with its JSON text read, so that rows can say what it means. */
export function read(response: TestStateResponse): unknown {
  const value = (text: unknown): unknown => {
    try {
      return typeof text === "string" ? JSON.parse(text) : text;
    } catch {
      return text;
    }
  };
  if ("Error" in response) return response;
  const { output, inspectionData, ...rest } = response;
  const stages = Object.entries(inspectionData ?? {}).map(([name, text]) => [name, value(text)] as const);
  return {
    ...rest,
    ...(output === undefined ? {} : { output: value(output) }),
    ...(inspectionData === undefined ? {} : { inspectionData: Object.fromEntries(stages) }),
  };
}

export const ask = (definition: JsonValue, request: Omit<TestStateRequest, "definition"> = {}) =>
  testState({ definition: JSON.stringify(definition), ...request });
