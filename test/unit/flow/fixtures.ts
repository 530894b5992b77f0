/** A small system that does all that a flow shows: fan-out, retries, dead letters, workers. */
import { type Flow, FlowRun, flowSource, openFlow } from "@sluice/engine";

export const TEMPLATE = `Resources:
  Orders: { Type: AWS::SNS::Topic }
  Billing:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 30
      RedrivePolicy: { deadLetterTargetArn: !GetAtt BillingDlq.Arn, maxReceiveCount: 2 }
  BillingDlq: { Type: AWS::SQS::Queue }
  ToBilling:
    Type: AWS::SNS::Subscription
    Properties: { TopicArn: !Ref Orders, Protocol: sqs, Endpoint: !GetAtt Billing.Arn, RawMessageDelivery: true }
  Bill:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      CodeUri: .
      Events: { Jobs: { Type: SQS, Properties: { Queue: !GetAtt Billing.Arn, BatchSize: 5 } } }
`;

export const SCENARIO = `simulate: orders.yaml
traffic:
  - { name: Shop, to: Orders, rate: 2/s, until: 30s, message: { body: { id: "\${sequence}" } } }
behavior:
  Bill: { duration: 200ms, fails: 20% }
faults:
  - { slow: Bill, times: 3, from: 10s, until: 20s }
expect:
  - { empty: BillingDlq }
`;

export function flowOf(text = SCENARIO): Flow {
  const source = flowSource("orders.scenario.yaml", text, { "orders.yaml": TEMPLATE });
  const flow = source && openFlow(source);
  if (flow === undefined || !("drawing" in flow)) throw new Error(JSON.stringify(flow));
  return flow;
}

/** A run that is at its end ahead of who watches it. */
export async function runOf(text = SCENARIO): Promise<FlowRun> {
  const run = new FlowRun(flowOf(text));
  while (!(await run.runAhead({ maxEvents: 500 }))) {
    // the next slice
  }
  return run;
}

/** Messages over each edge, by the names of its ends. */
export function overEdges({ flow: { drawing } }: FlowRun, totals: ArrayLike<number>): Record<string, number> {
  const { nodes, edges } = drawing;
  return Object.fromEntries(
    edges.map(({ from, to }, index) => [`${nodes[from]?.id} > ${nodes[to]?.id}`, totals[index] ?? 0]),
  );
}
