/** What optimized integrations answer: every action and pattern that exists, and what comes with a response. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withSdkMetadata } from "../../../engine/src/run/tasks/sdk-metadata.ts";
import { serviceResponse } from "../../../engine/src/run/tasks/service-responses.ts";

interface Service {
  readonly service: string;
  readonly actions: readonly { readonly name: string; readonly patterns: readonly string[] }[];
}

/** Has answers of what they start only. */
const NESTED = "states";

const services = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../schemas/asl/integrations.json"), "utf8"),
) as readonly Service[];

/** `submitJob`, `submitJob.sync`; a token is answered by whoever has it. */
const actions = services
  .filter(({ service }) => service !== NESTED)
  .flatMap(({ service, actions: all }) =>
    all.flatMap(({ name, patterns }) => [
      [service, name],
      ...patterns.filter((pattern) => pattern !== "token").map((pattern) => [service, `${name}.${pattern}`]),
    ]),
  );

test.each(actions)("%s:%s has a response", (service, action) => {
  expect(serviceResponse(service as string, action as string, {})).toBeDefined();
});

test("responses repeat what the call names", () => {
  expect(
    serviceResponse("sagemaker", "createHyperParameterTuningJob.sync", { HyperParameterTuningJobName: "t" }),
  ).toEqual({
    HyperParameterTuningJobArn: "arn:aws:sagemaker:us-east-1:123456789012:hyper-parameter-tuning-job/t",
    HyperParameterTuningJobName: "t",
    HyperParameterTuningJobStatus: "Completed",
  });
  expect(serviceResponse("eks", "createNodegroup.sync", { ClusterName: "c", NodegroupName: "n" })).toMatchObject({
    Nodegroup: { ClusterName: "c", NodegroupName: "n", Status: "ACTIVE" },
  });
});

describe("what comes with a response", () => {
  const call = (resource: string) => ({
    resource: `arn:aws:states:::${resource}`,
    stateName: "A",
    attempt: 0,
    invocation: 0,
    timeMs: Date.UTC(2026, 0, 1),
  });

  test("is headers and the request's id, in AWS's order", () => {
    const answer = withSdkMetadata(call("sqs:sendMessage"), { MessageId: "m" });
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(Object.keys(answer)).toEqual(["MessageId", "SdkHttpMetadata", "SdkResponseMetadata"]);
    expect(answer).toEqual({
      MessageId: "m",
      SdkHttpMetadata: {
        AllHttpHeaders: {
          Connection: ["keep-alive"],
          "Content-Length": ["17"],
          "Content-Type": ["application/x-amz-json-1.0"],
          Date: ["Thu, 01 Jan 2026 00:00:00 GMT"],
          "x-amzn-RequestId": [id],
        },
        HttpHeaders: {
          Connection: "keep-alive",
          "Content-Length": "17",
          "Content-Type": "application/x-amz-json-1.0",
          Date: "Thu, 01 Jan 2026 00:00:00 GMT",
          "x-amzn-RequestId": id,
        },
        HttpStatusCode: 200,
      },
      SdkResponseMetadata: { RequestId: id },
    });
  });

  test("is another request at every try", () => {
    const [first, retry] = [0, 1].map((attempt) => withSdkMetadata({ ...call("sns:publish"), attempt }, {}));
    expect(first?.SdkResponseMetadata).not.toEqual(retry?.SdkResponseMetadata);
  });

  test.each(["events:putEvents", "http:invoke", "apigateway:invoke", "eks:call", "aws-sdk:sqs:sendMessage"])(
    "is nothing with %s",
    (resource) => {
      expect(withSdkMetadata(call(resource), { a: 1 })).toEqual({ a: 1 });
    },
  );
});
