import type { Fix } from "../../problem.ts";
import { encodedProperties, javaProperties } from "../../text/java-properties.ts";
import type { TopologyNode } from "../topology.ts";
import { nodeOf } from "./dead-letters.ts";
import type { TemplateContext, TemplateRule } from "./rule.ts";
import { nameOf, numberOf, placeOf, setFix } from "./settings.ts";

const USUAL_REPLICAS = 3;

const MINIMUM = "min.insync.replicas";

/** `min.insync.replicas=2` and `min.insync.replicas=3`, as CloudFormation takes them. */
const TWO_IN_SYNC = "bWluLmluc3luYy5yZXBsaWNhcz0y";
const THREE_IN_SYNC = "bWluLmluc3luYy5yZXBsaWNhcz0z";

const template = (replicas: string, configs: string): string => `Resources:
  Events:
    Type: AWS::MSK::Cluster
    Properties:
      ClusterName: events
      KafkaVersion: 3.7.x.kraft
      NumberOfBrokerNodes: 3
      BrokerNodeGroupInfo:
        InstanceType: kafka.m7g.large
        ClientSubnets: [subnet-1, subnet-2, subnet-3]
  Orders:
    Type: AWS::MSK::Topic
    Properties:
      ClusterArn: !GetAtt Events.Arn
      TopicName: orders
      PartitionCount: 6
      ReplicationFactor: ${replicas}
      Configs: ${configs}
`;

export const kafkaReplicas: TemplateRule = {
  id: "kafka-replicas",
  kind: "template",
  severity: "warning",
  summary: "A topic of Kafka that one broker can stop or lose, or that wants more brokers than there are.",
  reason:
    "Brokers of MSK are restarted one by one for patches, so each is gone now and then. With one replica the topic goes with its broker; with min.insync.replicas as high as the replication factor every writer with acks=all stops. More replicas than brokers Kafka refuses, which is an error.",
  bad: [template("«1»", TWO_IN_SYNC), template("«3»", THREE_IN_SYNC), template("«4»", TWO_IN_SYNC)],
  good: [template("3", TWO_IN_SYNC)],
  docs: "https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html",
  check(context) {
    const { nodes } = context.topology;
    for (const topic of nodes) {
      if (topic.type !== "AWS::MSK::Topic" || topic.external === true) continue;
      const cluster = nodes.find(({ arn }) => arn === topic.properties.ClusterArn);
      checkTopic(context, topic, cluster === undefined ? undefined : nodeOf(nodes, cluster.id));
    }
  },
};

/** Why it is wrong, and what mends it. */
interface Mistake {
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly fixes: readonly Fix[];
}

function checkTopic(context: TemplateContext, topic: TopologyNode, cluster: TopologyNode | undefined): void {
  const replicas = numberOf(topic.properties.ReplicationFactor);
  const brokers = numberOf(cluster?.properties.NumberOfBrokerNodes);
  const mistake = replicas === undefined ? undefined : mistakeOf(context, topic, replicas, brokers);
  if (mistake === undefined) return;
  const message = `${cluster?.id} has ${brokers} brokers`;
  const related = cluster === undefined || brokers === undefined ? [] : [{ ...nameOf(context, cluster), message }];
  context.report({ at: placeOf(context, topic, "ReplicationFactor"), related, ...mistake });
}

function mistakeOf(
  context: TemplateContext,
  topic: TopologyNode,
  replicas: number,
  brokers: number | undefined,
): Mistake | undefined {
  const { id } = topic;
  const wanted = Math.min(brokers ?? USUAL_REPLICAS, USUAL_REPLICAS);
  const fixes = setFix(context, topic, "ReplicationFactor", wanted, `Keep ${wanted} replicas`);
  if (brokers !== undefined && replicas > brokers) {
    const message = `Kafka cannot keep ${replicas} replicas of ${id} on ${brokers} brokers.`;
    return { severity: "error", message, fixes };
  }
  if (replicas === 1) {
    const message = `The records of ${id} are on one broker: while it restarts nobody reads or writes them.`;
    return { severity: "warning", message, fixes };
  }
  const configs = javaProperties(topic.properties.Configs);
  const minimum = numberOf(configs[MINIMUM], 1) ?? 1;
  if (minimum < replicas) return undefined;
  const message = `${id} wants ${minimum} of its ${replicas} replicas in sync: one broker that restarts stops every writer.`;
  const mended = encodedProperties({ ...configs, [MINIMUM]: String(replicas - 1) });
  return {
    severity: "warning",
    message,
    fixes: setFix(context, topic, "Configs", mended, `Ask for ${replicas - 1} in sync`),
  };
}
