import { carries, loopsIn, roundOf } from "../message-loops.ts";
import { nodeOf } from "./dead-letters.ts";
import { lambdaGuide, type TemplateRule } from "./rule.ts";
import { nameOf } from "./settings.ts";

export const messageLoop: TemplateRule = {
  id: "message-loop",
  kind: "template",
  severity: "warning",
  summary: "Messages come back to where they were.",
  reason:
    "A message that goes round does so until something expires or somebody notices the bill. AWS stops some loops of Lambda, SQS, SNS and S3 after 16 rounds, others never: two queues that are each other's dead-letter queue pass on what fails for as long as it is kept.",
  bad: [
    `Resources:
  «Orders»:
    Type: AWS::SNS::Topic
  Worker:
    Type: AWS::Lambda::Function
    Properties: {Role: "arn:aws:iam::123456789012:role/worker", Runtime: nodejs24.x, Handler: index.handler, Code: {ZipFile: ""}}
  ToWorker:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Orders, Protocol: lambda, Endpoint: !GetAtt Worker.Arn}
  Invoked:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref Worker
      Qualifier: $LATEST
      DestinationConfig: {OnSuccess: {Destination: !Ref Orders}}
`,
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::SNS::Topic
  Done:
    Type: AWS::SNS::Topic
  Worker:
    Type: AWS::Lambda::Function
    Properties: {Role: "arn:aws:iam::123456789012:role/worker", Runtime: nodejs24.x, Handler: index.handler, Code: {ZipFile: ""}}
  ToWorker:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Orders, Protocol: lambda, Endpoint: !GetAtt Worker.Arn}
  Invoked:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref Worker
      Qualifier: $LATEST
      DestinationConfig: {OnSuccess: {Destination: !Ref Done}}
`,
  ],
  docs: lambdaGuide("invocation-recursion.html"),
  check(context) {
    const { nodes, edges } = context.topology;
    for (const loop of loopsIn(edges.filter(carries))) {
      const around = loop.flatMap(({ from }) => nodeOf(nodes, from) ?? []);
      // Rules choose by patterns: whether what comes back matches again, only the events tell.
      if (around.some(({ type }) => type === "AWS::Events::EventBus")) continue;
      const [first, ...others] = around.filter(({ external }) => external !== true);
      // A queue that is its own dead-letter queue has a rule of its own.
      if (first === undefined || loop.length === 1) continue;
      context.report({
        at: nameOf(context, first),
        message: `Messages can go round: ${roundOf(loop)}.`,
        related: others.map((node) => ({ ...nameOf(context, node), message: `on the way: ${node.id}` })),
      });
    }
  },
};
