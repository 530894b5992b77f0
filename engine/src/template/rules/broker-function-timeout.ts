import { nodeOf } from "./dead-letters.ts";
import { lambdaGuide, type TemplateRule } from "./rule.ts";
import { nameOf, numberOf, placeOf, setFix } from "./settings.ts";

/** Types of sources whose invocations Lambda ends itself. */
const BROKERS: ReadonlySet<string> = new Set([
  "AWS::AmazonMQ::Broker",
  "AWS::MSK::Cluster",
  "AWS::MSK::ServerlessCluster",
  "Sluice::KafkaCluster",
]);

const MOST_SECONDS = 840;

const template = (timeout: string): string => `Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: ${timeout}
      Events:
        Order:
          Type: MQ
          Properties:
            Broker: arn:aws:mq:us-east-1:123456789012:broker:orders:b-1
            Queues: [orders]
            SourceAccessConfigurations:
              - Type: BASIC_AUTH
                URI: arn:aws:secretsmanager:us-east-1:123456789012:secret:orders
`;

export const brokerFunctionTimeout: TemplateRule = {
  id: "broker-function-timeout",
  kind: "template",
  severity: "warning",
  summary: "A function that reads a broker may run longer than Lambda lets it.",
  reason:
    "Lambda ends invocations for Amazon MQ and Kafka after 14 minutes, whatever the function's timeout says, and hands the batch over again: what takes longer is never done, and everything behind it waits.",
  bad: [template("«900»")],
  good: [template("300")],
  docs: lambdaGuide("with-mq.html"),
  check(context) {
    const { nodes, edges } = context.topology;
    for (const { kind, from, to } of edges) {
      const [broker, invoked] = [nodeOf(nodes, from), nodeOf(nodes, to)];
      if (kind !== "event-source" || !BROKERS.has(broker?.type ?? "")) continue;
      const timeout = numberOf(invoked?.properties.Timeout);
      if (invoked === undefined || timeout === undefined || timeout <= MOST_SECONDS) continue;
      context.report({
        at: placeOf(context, invoked, "Timeout"),
        message: `${invoked.id} may run for ${timeout} seconds, but reads a broker: Lambda ends it after ${MOST_SECONDS}, and hands the batch over again.`,
        related:
          broker === undefined || broker.external === true
            ? []
            : [{ ...nameOf(context, broker), message: `${broker.id} is read here` }],
        fixes: setFix(context, invoked, "Timeout", MOST_SECONDS, `Set Timeout to ${MOST_SECONDS} seconds`),
      });
    }
  },
};
