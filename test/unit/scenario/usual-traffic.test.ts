/** Traffic that nobody described: what a table takes, so that those behind its stream have something to do. */
import { simulate } from "@sluice/engine";
import { expect, it } from "vitest";

const table = (stream: object) => ({
  Type: "AWS::DynamoDB::Table",
  Properties: {
    AttributeDefinitions: [{ AttributeName: "number", AttributeType: "N" }],
    KeySchema: [{ AttributeName: "number", KeyType: "HASH" }],
    ...stream,
  },
});

it("items have the table's keys, and some pass the filter behind its stream", async () => {
  const { metrics, problems } = await simulate(
    {
      Resources: {
        Orders: table({ StreamSpecification: { StreamViewType: "NEW_IMAGE" } }),
        Work: { Type: "AWS::Lambda::Function", Properties: {} },
        Mapping: {
          Type: "AWS::Lambda::EventSourceMapping",
          Properties: {
            EventSourceArn: { "Fn::GetAtt": ["Orders", "StreamArn"] },
            FunctionName: { Ref: "Work" },
            StartingPosition: "TRIM_HORIZON",
            FilterCriteria: { Filters: [{ Pattern: '{"dynamodb": {"NewImage": {"kind": {"S": ["paid"]}}}}' }] },
          },
        },
      },
    },
    {},
  );
  expect(problems).toEqual([]);
  expect(metrics.Orders).toMatchObject({ writes: { total: 60 }, refused: { total: 0 } });
  expect(metrics.Mapping).toMatchObject({ filtered: { total: 30 } });
  expect(metrics.Work).toMatchObject({ processed: { total: 30 } });
});

it("nothing is put into a table that nobody listens to", async () => {
  const queue = { Type: "AWS::SQS::Queue" };
  const { metrics } = await simulate({ Resources: { Orders: table({}), Jobs: queue } }, {});
  expect(metrics.Orders).toMatchObject({ writes: { total: 0 } });
  expect(metrics.Jobs).toMatchObject({ sent: { total: 60 } });
});

it("objects have keys of which the bucket tells somebody, and others", async () => {
  const filter = { S3Key: { Rules: [{ Name: "suffix", Value: ".pdf" }] } };
  const configuration = { Event: "s3:ObjectCreated:*", Queue: { "Fn::GetAtt": ["Jobs", "Arn"] }, Filter: filter };
  const scans = {
    Type: "AWS::S3::Bucket",
    Properties: { NotificationConfiguration: { QueueConfigurations: [configuration] } },
  };
  const { metrics } = await simulate({ Resources: { Scans: scans, Jobs: { Type: "AWS::SQS::Queue" } } }, {});
  expect(metrics.Scans).toMatchObject({ stored: { total: 60 } });
  expect(metrics.Jobs).toMatchObject({ sent: { total: 30 } });
});
