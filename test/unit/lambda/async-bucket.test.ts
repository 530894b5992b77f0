/** Failed asynchronous events in a bucket: what the object is called, and that retries are one request. */
import { expect, it } from "vitest";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { bodiesIn, portsOf, queue, simulationOf } from "../events/systems.ts";
import { arnOf } from "../sqs/systems.ts";

const BUCKET: NodeSpec = {
  id: "Failures",
  type: "AWS::S3::Bucket",
  arn: "arn:aws:s3:::failures",
  properties: {
    NotificationConfiguration: { QueueConfigurations: [{ Queue: arnOf("Keys"), Event: "s3:ObjectCreated:*" }] },
  },
};

it("gives the object AWS's name, with the day and the time", async () => {
  const requestIds: string[] = [];
  const resize: NodeSpec = {
    id: "Resize",
    type: "AWS::Lambda::Function",
    arn: "arn:aws:lambda:us-east-1:123456789012:function:resize",
    properties: {
      EventInvokeConfigs: [
        { MaximumRetryAttempts: 1, DestinationConfig: { OnFailure: { Destination: "arn:aws:s3:::failures" } } },
      ],
    },
    code: (_event, { requestId }) => {
      requestIds.push(requestId);
      return { error: { errorType: "Error", errorMessage: "no" } };
    },
  };
  const simulation = simulationOf([resize, BUCKET, queue("Keys")]);
  portsOf(simulation, "Resize").target.deliver(undefined, { body: "{}", from: "test" });
  await runSimulation(simulation, { untilQuiet: true });
  const [first = "", second] = requestIds;
  expect(second).toBe(first);
  const [body = "{}"] = bodiesIn(simulation, "Keys");
  const key = `aws/lambda/async/resize/2026/01/01/2026-01-01T00.01.00-${first}`;
  expect(JSON.parse(body)).toMatchObject({ Records: [{ s3: { object: { key } } }] });
});
