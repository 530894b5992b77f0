/** A topic, a filter that leaves one message in ten out, a queue, and a function that fails now and then. */
import { type JsonObject, type NodeSpec, queueArnOf } from "@sluice/engine";

const TOPIC = "arn:aws:sns:us-east-1:123456789012:Events";
const BATCH = 10;
/** The last one is left out. */
const KINDS = [...Array.from({ length: 9 }, () => "order"), "draft"];

/** So many messages are published, 2,000 a second of virtual time. */
export function fanOut(messages: number): readonly NodeSpec[] {
  const templates = KINDS.map((kind) => ({
    body: `{"id":\${sequence},"kind":"${kind}"}`,
    attributes: { kind: { DataType: "String", StringValue: kind } },
  }));
  const behavior = { arrivals: { constant: { perSecond: 2_000 } }, count: messages, messages: templates };
  return [
    { id: "LambdaAccount", type: "Sluice::LambdaAccount", arn: "account", properties: {} },
    { id: "Events", type: "AWS::SNS::Topic", arn: TOPIC, properties: {} },
    ...branch("order"),
    { id: "Shop", type: "Sluice::Producer", arn: "shop", properties: { TargetArn: TOPIC, BatchSize: BATCH }, behavior },
  ];
}

function branch(kind: string): readonly NodeSpec[] {
  const [queue, dead] = [queueArnOf(kind), queueArnOf(`${kind}-dead`)];
  const invoked = `arn:aws:lambda:us-east-1:123456789012:function:${kind}`;
  const named = (id: string, type: string, arn: string, properties: JsonObject): NodeSpec => ({
    id: `${kind}${id}`,
    type,
    arn,
    properties,
  });
  return [
    named("Dead", "AWS::SQS::Queue", dead, {}),
    named("Queue", "AWS::SQS::Queue", queue, { RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 3 } }),
    named("Subscription", "AWS::SNS::Subscription", `${TOPIC}:${kind}`, {
      TopicArn: TOPIC,
      Protocol: "sqs",
      Endpoint: queue,
      RawMessageDelivery: true,
      FilterPolicy: { kind: [kind] },
    }),
    {
      ...named("Function", "AWS::Lambda::Function", invoked, {}),
      behavior: { durationMs: { exponential: { mean: 20 } }, itemFailureRate: 0.05, failureRate: 0.01 },
    },
    named("Mapping", "AWS::Lambda::EventSourceMapping", `${kind}-mapping`, {
      EventSourceArn: queue,
      FunctionName: invoked,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    }),
  ];
}
