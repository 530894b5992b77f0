/** Finds the node that a value of a property names: by ARN, by what `Ref` gives, by name or logical id. */
import type { JsonValue } from "../../json.ts";
import type { TopologyNode } from "../topology.ts";

/** Types by the service of an ARN, for what is not in the template. */
const TYPE_BY_SERVICE: Readonly<Record<string, string>> = {
  sqs: "AWS::SQS::Queue",
  sns: "AWS::SNS::Topic",
  lambda: "AWS::Lambda::Function",
  kinesis: "AWS::Kinesis::Stream",
  firehose: "AWS::KinesisFirehose::DeliveryStream",
  dynamodb: "AWS::DynamoDB::Table",
  events: "AWS::Events::EventBus",
  states: "AWS::StepFunctions::StateMachine",
  s3: "AWS::S3::Bucket",
  kafka: "AWS::MSK::Cluster",
  mq: "AWS::AmazonMQ::Broker",
};

/** Edges go to the function itself. */
const NAMES_OF_FUNCTIONS: ReadonlySet<string> = new Set(["AWS::Lambda::Alias", "AWS::Lambda::Version"]);

export class NodeIndex {
  readonly external: TopologyNode[] = [];
  readonly #byKey = new Map<string, TopologyNode>();
  readonly #externals = new Map<string, TopologyNode>();

  constructor(resources: readonly TopologyNode[]) {
    const nodes = resources.filter(({ type }) => !NAMES_OF_FUNCTIONS.has(type));
    // What is more telling wins: an ARN over what Ref gives, that over a name that two types may share.
    for (const node of nodes) this.#byKey.set(node.arn, node);
    for (const keyOf of [(node: TopologyNode) => node.ref, ({ id }: TopologyNode) => id]) {
      for (const node of nodes) if (!this.#byKey.has(keyOf(node))) this.#byKey.set(keyOf(node), node);
    }
  }

  own(value: JsonValue | undefined): TopologyNode | undefined {
    if (typeof value !== "string") return undefined;
    const known = this.#byKey.get(value);
    if (known !== undefined) return known;
    // Of a version, an alias, a stream of a table, a part of a bucket: the resource itself.
    const whole =
      /^arn:aws:lambda:[^:]*:[^:]*:function:[^:]+/.exec(value) ??
      /^arn:aws:dynamodb:[^:]*:[^:]*:table\/[^/]+/.exec(value);
    if (whole !== null && whole[0] !== value) return this.#byKey.get(whole[0]);
    return value.startsWith("arn:aws:s3:::") ? this.#byKey.get(value.split("/")[0] ?? value) : undefined;
  }

  find(value: JsonValue | undefined, by: TopologyNode, type?: string): TopologyNode | undefined {
    if (typeof value !== "string" || value === "") return undefined;
    const own = this.own(value);
    if (own !== undefined) return own;
    let external = this.#externals.get(value);
    if (external === undefined) {
      external = externalNode(value, by, type);
      this.#externals.set(value, external);
      this.external.push(external);
    }
    return external;
  }
}

function externalNode(value: string, { start, end }: TopologyNode, type: string | undefined): TopologyNode {
  const service = /^arn:[^:]*:([^:]*):/.exec(value)?.[1] ?? "";
  const name = value.split(/[:/]/).at(-1) ?? value;
  const marker = /^\$\{(.+)\}$/.exec(value)?.[1];
  return {
    id: marker ?? value,
    type: TYPE_BY_SERVICE[service] ?? type ?? "",
    arn: value,
    name: marker ?? name,
    ref: value,
    properties: {},
    start,
    end,
    external: true,
  };
}
