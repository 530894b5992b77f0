/** Judges what subscribers get of what is published, through the simulated services. */
import {
  effectiveDeliveryPolicy,
  type FlowRecord,
  isRefusal,
  type JsonObject,
  type NodeSpec,
  nodeFactoryOf,
  type Ports,
  queueArnOf,
  queueUrlOf,
  runSimulation,
  type SimNode,
  Simulation,
  SqsApi,
  worldOf,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";
import { compareHttp, TOPIC_ARN } from "./compare-http.ts";
import { same } from "./recording-target.ts";

interface Publish {
  readonly at?: number;
  readonly message?: string;
  readonly subject?: string;
  readonly structure?: string;
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly groupId?: string;
  readonly dedupId?: string;
  readonly id?: string;
  readonly batch?: readonly Publish[];
  readonly deleteQueue?: string;
  readonly setRedrivePolicy?: JsonObject;
}

interface Subscribed {
  readonly protocol: string;
  readonly raw?: boolean;
  readonly queue?: string;
  readonly filterPolicy?: JsonObject;
  readonly filterPolicyScope?: string;
  readonly deliveryPolicy?: JsonObject;
  readonly redrivePolicy?: { readonly deadLetterTargetArn: string };
  readonly endpoint?: string;
  readonly queueContentBasedDeduplication?: boolean;
}

interface Delivered {
  readonly queue: string;
  readonly body?: string;
  readonly envelope?: { readonly keys: readonly string[]; readonly fields: JsonObject };
  readonly messageAttributes?: JsonObject | null;
  readonly systemAttributes?: Readonly<Record<string, string>>;
  readonly systemAttributesAbsent?: readonly string[];
}

/** Longer than SNS tries at any endpoint. */
const LONGEST_RETRIES_MS = 30 * 86_400_000;

/** Their endpoints answer no status: they can be reached or not. */
const AWS_PROTOCOLS: ReadonlySet<string> = new Set(["sqs", "lambda", "firehose"]);

const FUNCTION_ARN = "arn:aws:lambda:us-east-1:123456789012:function:f";

/** Takes the place of a function: keeps what it is invoked with. */
class Function implements SimNode {
  readonly events: string[] = [];
  readonly ports: Partial<Ports> = {
    target: {
      deliver: (cause, { body = cause?.body ?? "" }) => {
        this.events.push(body);
        return undefined;
      },
    },
  };

  handle(): void {}

  view(): JsonObject {
    return {};
  }

  save(): object {
    return {};
  }

  restore(): void {}
}

export async function judgeSnsDelivery(row: Case): Promise<Verdict> {
  const why = await differences(row);
  return verdict({ pass: why === undefined }, why);
}

async function differences(row: Case): Promise<string | undefined> {
  const { topic, publishes, expect } = row as unknown as {
    topic: JsonObject;
    publishes: readonly Publish[];
    expect: JsonObject;
  };
  const subscriptions = ([row.subscription, row.subscriptions].flat() as (Subscribed | null | undefined)[]).filter(
    (each) => each != null,
  );
  const lambda = new Function();
  const records: FlowRecord[] = [];
  const simulation = new Simulation(
    specsOf(topic, subscriptions),
    (spec) => (spec.type === "function" ? () => lambda : nodeFactoryOf(spec)),
    { trace: { keep: "all", max: 200_000 }, onRecord: (record) => void records.push(record) },
  );
  for (const [index, { protocol, endpoint }] of subscriptions.entries())
    if (isFailing(endpoint) && AWS_PROTOCOLS.has(protocol))
      simulation.setFaults(`subscription${index}`, { outage: true });
  for (const step of publishes) await publish(simulation, step);
  // No longer than that: what has come is looked at before its queue throws it away.
  await runSimulation(simulation, { untilQuiet: true, untilMs: simulation.timeMs + LONGEST_RETRIES_MS });
  return (
    compareDeliveries(simulation, expect) ??
    compareAttempts(records, expect) ??
    compareLambda(lambda, expect) ??
    compareHttp(publishes[0]?.message ?? "", subscriptions[0]?.raw === true, expect) ??
    compareSettings(simulation, topic, expect)
  );
}

function specsOf(topic: JsonObject, subscriptions: readonly Subscribed[]): readonly NodeSpec[] {
  const { fifo, contentBasedDeduplication, deliveryPolicy } = topic;
  const queues = new Map<string, JsonObject>();
  const add = (name: string | undefined, properties: JsonObject = {}): void => {
    if (name !== undefined && !queues.has(name))
      queues.set(name, { ...(name.endsWith(".fifo") && { FifoQueue: true }), ...properties });
  };
  for (const { queue, endpoint, redrivePolicy, queueContentBasedDeduplication: content } of subscriptions) {
    if (endpoint !== "deleted") add(queue, content === true ? { ContentBasedDeduplication: true } : {});
    add(redrivePolicy?.deadLetterTargetArn);
  }
  add("dlq");
  return [
    {
      id: "topic",
      type: "AWS::SNS::Topic",
      arn: TOPIC_ARN,
      properties: {
        FifoTopic: fifo ?? false,
        ContentBasedDeduplication: contentBasedDeduplication ?? false,
        ...(deliveryPolicy !== undefined && { DeliveryPolicy: deliveryPolicy }),
      },
    },
    ...[...queues].map(([name, properties]) => ({
      id: name,
      type: "AWS::SQS::Queue",
      arn: queueArnOf(name),
      properties: { ...properties, QueueUrl: queueUrlOf(name) },
    })),
    { id: "function", type: "function", arn: FUNCTION_ARN, properties: {} },
    ...subscriptions.map((subscription, index) => subscriptionSpec(subscription, index)),
  ];
}

function subscriptionSpec(
  { protocol, raw, queue = "", filterPolicy, filterPolicyScope, deliveryPolicy, redrivePolicy, endpoint }: Subscribed,
  index: number,
): NodeSpec {
  const status = /^\d{3}/.exec(endpoint ?? "")?.[0] ?? 503;
  const dlq = redrivePolicy && { deadLetterTargetArn: queueArnOf(redrivePolicy.deadLetterTargetArn) };
  return {
    id: `subscription${index}`,
    type: "AWS::SNS::Subscription",
    arn: `${TOPIC_ARN}:${index}`,
    properties: {
      TopicArn: TOPIC_ARN,
      Protocol: protocol,
      Endpoint: endpointOf(protocol, queue, endpoint),
      RawMessageDelivery: raw ?? false,
      ...(filterPolicy && { FilterPolicy: filterPolicy }),
      ...(filterPolicyScope !== undefined && { FilterPolicyScope: filterPolicyScope }),
      ...(deliveryPolicy && { DeliveryPolicy: deliveryPolicy }),
      ...(dlq && { RedrivePolicy: dlq }),
    },
    ...(isFailing(endpoint) && { behavior: { failureRate: 1, failureStatus: Number(status) } }),
  };
}

/** "500-forever", "throttled-forever". */
function isFailing(endpoint: string | undefined): boolean {
  return endpoint?.endsWith("-forever") === true;
}

function endpointOf(protocol: string, queue: string, endpoint: string | undefined): string {
  if (protocol === "sqs") return queueArnOf(queue);
  if (protocol === "lambda" && endpoint !== "deleted") return FUNCTION_ARN;
  return `${protocol}://example.com`;
}

async function publish(simulation: Simulation, step: Publish): Promise<void> {
  if (step.at !== undefined) await runSimulation(simulation, { untilMs: Math.max(simulation.timeMs, step.at * 1_000) });
  const ports = simulation.ports("topic") as Ports;
  if (step.deleteQueue !== undefined) simulation.remove(step.deleteQueue);
  else if (step.setRedrivePolicy !== undefined) {
    const arn = queueArnOf(String(step.setRedrivePolicy.deadLetterTargetArn));
    const { subscription } = simulation.ports("subscription0") as Ports;
    subscription.setAttribute("RedrivePolicy", JSON.stringify({ deadLetterTargetArn: arn }));
  } else if (step.batch !== undefined) {
    ports.topic.publishBatch(step.batch.map((entry) => ({ ...requestOf(entry), id: entry.id ?? "" })));
  } else ports.topic.publish(requestOf(step));
}

function requestOf({ message = "", subject, structure, attributes, groupId, dedupId }: Publish) {
  return {
    message,
    ...(subject !== undefined && { subject }),
    ...(structure !== undefined && { structure }),
    ...(attributes && { attributes: attributesOf(attributes) as never }),
    ...(groupId !== undefined && { groupId }),
    ...(dedupId !== undefined && { deduplicationId: dedupId }),
  };
}

/** The cases write binary values as BinaryBase64. */
function attributesOf(attributes: NonNullable<Publish["attributes"]>): JsonObject {
  const entries = Object.entries(attributes).map(([name, { DataType = "", StringValue, BinaryBase64 }]) => {
    return [
      name,
      { DataType, ...(StringValue === undefined ? { BinaryValue: BinaryBase64 ?? "" } : { StringValue }) },
    ] as const;
  });
  return Object.fromEntries(entries);
}

// --- what came

interface ReceivedMessage {
  readonly Body: string;
  readonly Attributes: Readonly<Record<string, string>>;
  readonly MessageAttributes?: Readonly<Record<string, JsonObject>>;
}

function everythingIn(simulation: Simulation, queue: string): readonly ReceivedMessage[] {
  const api = new SqsApi(worldOf(simulation));
  const all: ReceivedMessage[] = [];
  for (;;) {
    const answer = api.call("ReceiveMessage", {
      QueueUrl: queueUrlOf(queue),
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    });
    const messages = isRefusal(answer) ? [] : ((answer.Messages ?? []) as unknown as readonly ReceivedMessage[]);
    if (messages.length === 0) return all;
    all.push(...messages);
  }
}

function compareDeliveries(simulation: Simulation, expect: JsonObject): string | undefined {
  const inEvery = expect.bodiesInEveryQueue as readonly string[] | undefined;
  if (inEvery !== undefined) {
    for (const { id, type } of simulation.specs) {
      if (type !== "AWS::SQS::Queue" || id === "dlq") continue;
      const bodies = everythingIn(simulation, id).map(({ Body }) => Body);
      if (JSON.stringify(bodies) !== JSON.stringify(inEvery)) return `${id}: ${bodies.join(",")}`;
    }
  }
  const wanted = (expect.deliveries ?? (expect.finally === "dlq" ? undefined : [])) as readonly Delivered[] | undefined;
  if (expect.finally === "dlq") return everythingIn(simulation, "dlq").length === 1 ? undefined : "nothing came to dlq";
  for (const queue of new Set((wanted ?? []).map((each) => each.queue))) {
    // A deleted queue keeps what had come: it is only not found any more.
    const found = simulation.ports(queue) === undefined ? undefined : everythingIn(simulation, queue);
    const ofQueue = (wanted ?? []).filter((each) => each.queue === queue);
    if (found === undefined) continue;
    if (found.length !== ofQueue.length) return `${queue}: ${found.length} messages, not ${ofQueue.length}`;
    for (const [index, each] of ofQueue.entries()) {
      const why = compareDelivered(each, found[index] as ReceivedMessage);
      if (why !== undefined) return `${queue}[${index}]: ${why}`;
    }
  }
  return undefined;
}

function compareDelivered(
  wanted: Delivered,
  { Body, Attributes, MessageAttributes }: ReceivedMessage,
): string | undefined {
  if (wanted.body !== undefined && wanted.body !== Body) return `body ${Body}`;
  if (wanted.envelope !== undefined) {
    const envelope = JSON.parse(Body) as JsonObject;
    if (JSON.stringify(Object.keys(envelope)) !== JSON.stringify(wanted.envelope.keys))
      return `keys ${Object.keys(envelope)}`;
    for (const [name, value] of Object.entries(wanted.envelope.fields))
      if (!same(value, envelope[name])) return `${name} ${JSON.stringify(envelope[name])}`;
  }
  if (wanted.messageAttributes === null && MessageAttributes !== undefined) return "it has message attributes";
  if (
    wanted.messageAttributes &&
    !same(attributesOf(wanted.messageAttributes as never), MessageAttributes as JsonObject)
  ) {
    return `attributes ${JSON.stringify(MessageAttributes)}`;
  }
  for (const [name, value] of Object.entries(wanted.systemAttributes ?? {}))
    if (Attributes[name] !== value) return `${name} ${Attributes[name]}`;
  const there = wanted.systemAttributesAbsent?.find((name) => Attributes[name] !== undefined);
  return there === undefined ? undefined : `it has ${there}`;
}

function compareAttempts(records: readonly FlowRecord[], expect: JsonObject): string | undefined {
  const begins = records.filter(
    ({ what, node }) =>
      node.startsWith("subscription") && ["retried", "delivered", "deadLettered", "lost"].includes(what),
  );
  if (expect.retries !== undefined && begins.filter(({ what }) => what === "retried").length !== expect.retries)
    return "retried";
  if (expect.attempts !== undefined && begins.length !== expect.attempts) return `${begins.length} attempts`;
  for (const [index, seconds] of ((expect.startSeconds ?? []) as readonly number[]).entries()) {
    const at = (begins[index]?.timeMs ?? Number.NaN) / 1_000;
    if (!(Math.abs(at - seconds) <= 0.1 * seconds)) return `attempt ${index + 1} at ${at} s`;
  }
  return undefined;
}

function compareLambda({ events }: Function, { lambdaEvent }: JsonObject): string | undefined {
  if (lambdaEvent === undefined) return undefined;
  const { recordKeys, snsKeys, sns } = lambdaEvent as unknown as {
    recordKeys: string[];
    snsKeys: string[];
    sns: JsonObject;
  };
  const record = (JSON.parse(events[0] ?? "{}") as { Records?: JsonObject[] }).Records?.[0] ?? {};
  const got = (record.Sns ?? {}) as JsonObject;
  if (!same(recordKeys.toSorted(), Object.keys(record).sort()) || !same(snsKeys.toSorted(), Object.keys(got).sort()))
    return "keys of the event";
  const wrong = Object.entries(sns).find(([name, value]) => !same(value, got[name]));
  return wrong && `${wrong[0]} ${JSON.stringify(got[wrong[0]])}`;
}

function compareSettings(simulation: Simulation, topic: JsonObject, expect: JsonObject): string | undefined {
  const { effectiveDeliveryPolicy: wanted, subscriptionAttributes } = expect as Readonly<
    Record<string, JsonObject | undefined>
  >;
  if (wanted !== undefined) {
    const own = (topic.deliveryPolicy as JsonObject).http as JsonObject;
    const got = effectiveDeliveryPolicy(own).http as JsonObject;
    const wrong = Object.entries(wanted.http as JsonObject).find(([name, value]) => !same(value, got[name]));
    if (wrong !== undefined) return `${wrong[0]} ${JSON.stringify(got[wrong[0]])}`;
  }
  if (subscriptionAttributes === undefined) return undefined;
  const attributes = (simulation.ports("subscription0") as Ports).subscription.attributes();
  const wrong = Object.entries(subscriptionAttributes).find(([name, value]) => attributes[name] !== value);
  return wrong && `${wrong[0]} ${attributes[wrong[0]]}`;
}
