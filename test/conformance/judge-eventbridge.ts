/** Judges what targets of rules get of events, through a simulated bus. */
import {
  type JsonObject,
  type NodeContext,
  type NodeSpec,
  nodeFactoryOf,
  type Ports,
  putEvents,
  refuseTargets,
  runSimulation,
  type SimNode,
  Simulation,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";
import { RecordingTarget, refusalOfEndpoint, same } from "./recording-target.ts";

interface Target extends JsonObject {
  readonly Id: string;
  /** `deleted`, `500-forever`, ... */
  readonly endpoint: string;
  readonly type: string;
}

interface Expected {
  readonly delivered?: boolean | null;
  readonly text?: string;
  readonly json?: JsonObject;
  readonly error?: { readonly code: string; readonly message: string };
  readonly perTarget?: Readonly<Record<string, Expected>>;
  readonly putEvents?: { readonly FailedEntryCount: number };
  readonly deliveries?: number;
  readonly sameEventId?: boolean;
  readonly deliveredSources?: readonly string[];
  readonly snsEnvelopeKeys?: readonly string[];
  readonly snsMessageJson?: JsonObject;
  readonly retries?: number;
  readonly attempts?: number;
  readonly finally?: string;
}

const ARN = "arn:aws:events:us-east-1:123456789012:";
const EVERYTHING = { source: [{ exists: true }] };

export async function judgeEventBridgeTransform(row: Case): Promise<Verdict> {
  const { event, expect } = row as unknown as { event: JsonObject | readonly JsonObject[] | null; expect: Expected };
  const targets = ([row.target].flat() as Partial<Target>[]).map(withDefaults);
  const refused = refuseTargets(targets.map(apiTarget));
  if (expect.error !== undefined || refused !== undefined) {
    const pass = refused?.code === expect.error?.code && refused?.message === plain(expect.error?.message ?? "");
    return verdict({ pass }, `got ${JSON.stringify(refused)}`);
  }
  if (expect.delivered === null) return { levels: {}, leftOut: "uncertain: AWS does not say what comes" };
  const why = await differences([event ?? []].flat() as readonly JsonObject[], targets, expect);
  return verdict({ pass: why === undefined }, why);
}

/** Names of the test's own stand in angle brackets. */
function plain(text: string): string {
  return text.replace(/<([\w-]+)>/g, "$1");
}

function withDefaults(target: Partial<Target>, index: number): Target {
  return {
    ...target,
    Id: plain(target.Id ?? `target-${index + 1}`),
    endpoint: target.endpoint ?? "",
    type: target.type ?? "sqs",
  };
}

/** The case's own words are left out. */
function apiTarget({ Id, Input, InputPath, InputTransformer, RetryPolicy }: Target): JsonObject {
  const given = { Input, InputPath, InputTransformer, RetryPolicy };
  const set = Object.entries(given).filter((entry): entry is [string, JsonObject[string]] => entry[1] !== undefined);
  return { Id, Arn: arnOf(Id), ...Object.fromEntries(set) };
}

const arnOf = (id: string): string => `arn:aws:sqs:us-east-1:123456789012:${id}`;

async function differences(
  events: readonly JsonObject[],
  targets: readonly Target[],
  expect: Expected,
): Promise<string | undefined> {
  const recorders = new Map(
    targets.map(({ Id, endpoint }) => [Id, new RecordingTarget(refusalOfEndpoint(endpoint))] as const),
  ).set("dlq", new RecordingTarget());
  const [first] = targets;
  const bus = typeof first?.bus === "string" ? first.bus : "default";
  let context: NodeContext | undefined;
  const simulation = new Simulation(
    specsOf(targets, bus),
    (spec) => {
      const recorder = recorders.get(spec.id);
      if (recorder !== undefined) return () => recorder;
      if (spec.type !== "client") return nodeFactoryOf(spec);
      return (own): SimNode => {
        context = own;
        return new RecordingTarget();
      };
    },
    { startTimeMs: Date.parse(String(first?.ingestionTime ?? "2024-05-01T12:00:00Z")) },
  );
  for (const { Id, endpoint } of targets) if (endpoint === "deleted") simulation.remove(Id);
  if (expect.putEvents !== undefined && context !== undefined) {
    const answers = putEvents(
      context,
      events.map((event) => entryOf(event, bus)),
      "client",
    );
    const failed = Array.isArray(answers) ? answers.filter((answer) => "code" in answer).length : events.length;
    if (failed !== expect.putEvents.FailedEntryCount) return `PutEvents: ${JSON.stringify(answers)}`;
  }
  for (const event of expect.putEvents === undefined ? events : []) {
    const message = {
      number: 0,
      body: JSON.stringify(event),
      attributes: undefined,
      cause: undefined,
      madeBy: "client",
      madeMs: 0,
      origin: 0,
      originMs: 0,
      hops: 0,
    };
    (simulation.ports("bus") as Ports).eventBus.handOn(message, "client");
  }
  await runSimulation(simulation, { untilMs: 100_000_000 });
  return compare(simulation, recorders, targets, expect);
}

function entryOf(event: JsonObject, bus: string) {
  return {
    Source: String(event.source),
    DetailType: String(event["detail-type"]),
    Detail: JSON.stringify(event.detail),
    EventBusName: bus,
  };
}

function specsOf(targets: readonly Target[], bus: string): readonly NodeSpec[] {
  const [first] = targets;
  const patterns =
    (first?.rules as readonly JsonObject[] | undefined) ??
    Array.from(
      { length: Number(first?.rulesOnSameTarget ?? 1) },
      () => (first?.eventPattern as JsonObject) ?? EVERYTHING,
    );
  const busName = bus === "does-not-exist" ? "other" : bus;
  const bare = (id: string, type: string, arn = id): NodeSpec => ({ id, type, arn, properties: {} });
  return [
    bare("bus", "AWS::Events::EventBus", `${ARN}event-bus/${busName}`),
    ...patterns.map((EventPattern, index): NodeSpec => {
      const name = typeof first?.rule === "string" ? first.rule : `rule-${index + 1}`;
      const properties = { EventBusName: busName, EventPattern, Targets: targets.map(ruleTarget) };
      return { id: `rule${index}`, type: "AWS::Events::Rule", arn: `${ARN}rule/${name}`, properties };
    }),
    ...targets.map(({ Id }) => bare(Id, "recorder", arnOf(Id))),
    bare("dlq", "recorder", arnOf("dlq")),
    bare("client", "client"),
    ...snsSpecs(targets),
  ];
}

function ruleTarget(target: Target): JsonObject {
  const letters = typeof target.DeadLetterConfig === "string" ? { DeadLetterConfig: { Arn: arnOf("dlq") } } : {};
  const arn = target.type === "sns" ? { Arn: "topic" } : {};
  return { ...apiTarget(target), ...letters, ...arn };
}

/** A topic stands before what records, as a queue subscribes to it. */
function snsSpecs(targets: readonly Target[]): readonly NodeSpec[] {
  return targets.flatMap(({ type, Id }): NodeSpec[] => {
    if (type !== "sns") return [];
    const properties = { TopicArn: "topic", Protocol: "sqs", Endpoint: arnOf(Id) };
    return [
      { id: "topic", type: "AWS::SNS::Topic", arn: "topic", properties: {} },
      { id: "subscription", type: "AWS::SNS::Subscription", arn: "subscription", properties },
    ];
  });
}

function compare(
  simulation: Simulation,
  recorders: ReadonlyMap<string, RecordingTarget>,
  targets: readonly Target[],
  expect: Expected,
): string | undefined {
  const bodiesOf = (id: string): readonly string[] => recorders.get(id)?.bodies ?? [];
  const { deliveries, deliveredSources, retries, attempts } = expect;
  const failedAttempts = simulation.records().filter(({ what, node }) => node === "rule0" && what === "retried").length;
  if (retries !== undefined && failedAttempts !== retries) return `${failedAttempts} retries`;
  if (attempts !== undefined && failedAttempts + 1 !== attempts) return `${failedAttempts + 1} attempts`;
  if (expect.finally === "dlq" && bodiesOf("dlq").length !== 1) return "nothing came to the dead-letter queue";
  for (const [id, inner] of Object.entries(expect.perTarget ?? {})) {
    const why = compareBody(bodiesOf(id)[0], inner);
    if (why !== undefined) return `${id}: ${why}`;
  }
  const bodies = bodiesOf(targets[0]?.Id ?? "");
  const parsed = (): readonly JsonObject[] => bodies.map((body) => JSON.parse(body) as JsonObject);
  if (deliveries !== undefined && bodies.length !== deliveries) return `${bodies.length} deliveries`;
  if (expect.sameEventId === true && new Set(parsed().map(({ id }) => id)).size !== 1) return "the ids differ";
  if (deliveredSources !== undefined) {
    const sources = parsed().map(({ source }) => source);
    return same(sources, deliveredSources) ? undefined : `came from ${sources}`;
  }
  if (expect.delivered === false) return bodies.length === 0 ? undefined : `delivered ${bodies[0]}`;
  return expect.delivered === true && bodies.length === 0 ? "not delivered" : compareBody(bodies[0], expect);
}

function compareBody(body: string | undefined, expect: Expected): string | undefined {
  const { text, json, snsEnvelopeKeys, snsMessageJson } = expect;
  if (text !== undefined && body !== text) return `text ${body}`;
  if (json !== undefined && !same(JSON.parse(body ?? "null"), json)) return `JSON ${body}`;
  if (snsEnvelopeKeys === undefined) return undefined;
  const envelope = JSON.parse(body ?? "{}") as JsonObject;
  if (!same(Object.keys(envelope), snsEnvelopeKeys)) return `keys ${Object.keys(envelope)}`;
  const inner = JSON.parse(String(envelope.Message)) as JsonObject;
  return same(inner, snsMessageJson) ? undefined : `message ${envelope.Message}`;
}
