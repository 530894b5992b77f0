/** Judges event source mappings: what functions are invoked with, and what becomes of the records. */
import {
  isRefusal,
  type JsonObject,
  type NodeSpec,
  nodeFactoryOf,
  type Ports,
  queueArnOf,
  queueUrlOf,
  runSimulation,
  Simulation,
  SqsApi,
  worldOf,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";
import { codeOf, type FunctionKind, type Invoked, type RecordNames } from "./mapping-functions.ts";

interface MappingCase {
  readonly eventSource: JsonObject & { readonly kind: string };
  readonly records: readonly SourceRecord[];
  readonly timeline: readonly Step[];
  readonly consumers: readonly Consumer[];
  readonly expect: Expectation;
}

interface SourceRecord {
  readonly id: string;
  readonly body: string;
  readonly groupId?: string;
  readonly dedupId?: string;
  readonly messageAttributes?: JsonObject;
}

interface Step {
  readonly at: number;
  readonly put?: readonly string[];
  readonly setEnabled?: boolean;
  readonly update?: { readonly consumer?: string; readonly function?: string } & JsonObject;
  readonly end?: true;
}

interface Consumer {
  readonly name: string;
  readonly createAt: number;
  readonly mapping: JsonObject;
  readonly function: FunctionKind;
}

interface Expectation {
  readonly invocations?: readonly ExpectedInvocation[];
  readonly invocationCount?: number | { readonly min: number; readonly max: number };
  readonly deliveries?: Readonly<Record<string, number>>;
  readonly totalDeliveries?: Readonly<Record<string, number>>;
  readonly minGapSeconds?: number;
  readonly maxConcurrent?: number;
  readonly maxBatch?: number;
  readonly firstInvocationNotBefore?: number;
  readonly recordShape?: JsonObject;
  readonly queueEmpty?: boolean;
  readonly final?: Readonly<Record<string, string>>;
}

interface ExpectedInvocation {
  readonly records: readonly string[];
  readonly receiveCounts?: readonly number[];
  readonly consumer?: string;
  readonly target?: string;
}

const QUEUE = "source";
const DLQ = "dlq";
/** Long enough for everything to come to its end where a case does not say when to look. */
const PATIENCE_SECONDS = 3_600;

export async function judgeMapping(row: Case): Promise<Verdict> {
  const given = row as unknown as MappingCase;
  if (!given.eventSource.kind.startsWith("sqs")) return { levels: {}, leftOut: "streams are not simulated" };
  const why = await new MappingRun(given).differences();
  return verdict({ pass: why === undefined }, why);
}

class MappingRun {
  readonly #case: MappingCase;
  readonly #queueName: string;
  readonly #simulation: Simulation;
  readonly #api: SqsApi;
  /** By message id. */
  readonly #recordIds = new Map<string, string>();
  readonly #log: Invoked[] = [];
  readonly #filtered = new Set<string>();

  constructor(given: MappingCase) {
    this.#case = given;
    this.#queueName = given.eventSource.kind === "sqs-fifo" ? `${QUEUE}.fifo` : QUEUE;
    this.#simulation = new Simulation(this.#queues(), nodeFactoryOf, {
      trace: { keep: "all", max: 100_000 },
      onRecord: ({ what, message }) => {
        if (what === "filtered" && message !== undefined) this.#filtered.add(String(message));
      },
    });
    this.#api = new SqsApi(worldOf(this.#simulation));
  }

  #queues(): readonly NodeSpec[] {
    const { kind, RedrivePolicy: policy, ...own } = this.#case.eventSource;
    const isFifo = kind === "sqs-fifo";
    const redrive = policy as JsonObject | undefined;
    const dlq = isFifo ? `${DLQ}.fifo` : DLQ;
    return [this.#queueName, dlq].map((name, index) => ({
      id: name,
      type: "AWS::SQS::Queue",
      arn: queueArnOf(name),
      properties: {
        QueueUrl: queueUrlOf(name),
        ...(isFifo && { FifoQueue: true }),
        ...(index === 0 && own),
        ...(index === 0 && redrive && { RedrivePolicy: { ...redrive, deadLetterTargetArn: queueArnOf(dlq) } }),
      },
    }));
  }

  async differences(): Promise<string | undefined> {
    await this.#run();
    const { expect } = this.#case;
    return (
      compareInvocations(this.#log, expect) ??
      compareTimes(this.#log, expect) ??
      compareShape(this.#log[0], expect.recordShape) ??
      this.#compareFinal(expect)
    );
  }

  async #run(): Promise<void> {
    const creations = this.#case.consumers.map((consumer) => {
      return { at: consumer.createAt, act: () => this.#create(consumer) };
    });
    const steps = this.#case.timeline.map((step) => ({ at: step.at, act: () => this.#step(step) }));
    // What is created at the time of a put is there before it.
    const all = [...creations, ...steps].toSorted((a, b) => a.at - b.at);
    for (const { at, act } of all) {
      await runSimulation(this.#simulation, { untilMs: at * 1_000 });
      act();
    }
    if (this.#case.timeline.at(-1)?.end !== true) {
      await runSimulation(this.#simulation, { untilMs: this.#simulation.timeMs + PATIENCE_SECONDS * 1_000 });
    }
  }

  #create({ name, mapping, function: given }: Consumer): void {
    this.#addFunction(name, given, name);
    this.#simulation.add({
      id: `${name}Mapping`,
      type: "AWS::Lambda::EventSourceMapping",
      arn: `arn:aws:lambda:us-east-1:123456789012:event-source-mapping:${name}`,
      properties: { ...mapping, EventSourceArn: queueArnOf(this.#queueName), FunctionName: name },
    });
  }

  #addFunction(id: string, given: FunctionKind, consumer: string): void {
    const names: RecordNames = {
      idOf: ({ messageId }) => this.#recordIds.get(String(messageId)) ?? `? ${messageId}`,
      itemIdentifier: ({ messageId }) => String(messageId),
    };
    const startMs = this.#simulation.epochMs - this.#simulation.timeMs;
    this.#simulation.add({
      id,
      type: "AWS::Lambda::Function",
      arn: `arn:aws:lambda:us-east-1:123456789012:function:${id}`,
      properties: { Timeout: given.timeoutSeconds ?? 30 },
      code: codeOf(consumer, given, names, startMs, this.#log),
    });
  }

  #step({ put, setEnabled, update }: Step): void {
    if (put !== undefined) this.#put(put);
    if (setEnabled !== undefined) this.#updateMapping(undefined, { Enabled: setEnabled });
    if (update !== undefined) {
      const { consumer, function: version, ...properties } = update;
      const of = this.#case.consumers.find(({ name }) => name === consumer) ?? (this.#case.consumers[0] as Consumer);
      if (version !== undefined) {
        this.#addFunction(`${of.name}-${version}`, { ...of.function, version }, of.name);
      }
      this.#updateMapping(of.name, {
        ...properties,
        ...(version !== undefined && { FunctionName: `${of.name}-${version}` }),
      });
    }
  }

  #updateMapping(consumer: string | undefined, properties: JsonObject): void {
    const name = consumer ?? (this.#case.consumers[0] as Consumer).name;
    (this.#simulation.ports(`${name}Mapping`) as Ports).mapping.update(properties);
  }

  /** One call. */
  #put(ids: readonly string[]): void {
    const records = ids.map((id) => this.#case.records.find((each) => each.id === id) as SourceRecord);
    const answer = this.#api.call("SendMessageBatch", {
      QueueUrl: queueUrlOf(this.#queueName),
      Entries: records.map(({ id, body, groupId, dedupId, messageAttributes }) => ({
        Id: id,
        MessageBody: body,
        ...(groupId !== undefined && { MessageGroupId: groupId }),
        ...(dedupId !== undefined && { MessageDeduplicationId: dedupId }),
        ...(groupId !== undefined && dedupId === undefined && { MessageDeduplicationId: id }),
        ...(messageAttributes && { MessageAttributes: messageAttributes }),
      })),
    });
    if (isRefusal(answer)) throw new Error(answer.message);
    for (const { Id: id, MessageId: messageId } of (answer.Successful ?? []) as unknown as readonly JsonObject[]) {
      this.#recordIds.set(String(messageId), String(id));
    }
  }

  #compareFinal({ final = {}, queueEmpty }: Expectation): string | undefined {
    const inSource = this.#idsIn(this.#queueName);
    const inDlq = this.#idsIn(this.#queueName.replace(QUEUE, DLQ));
    if (queueEmpty === true && this.#size(this.#queueName) > 0) return "the queue is not empty";
    const delivered = new Set(this.#log.flatMap(({ records }) => records));
    for (const [id, wanted] of Object.entries(final)) {
      const left = inSource.has(id) ? (delivered.has(id) ? "blocked" : "undelivered") : undefined;
      const got = left ?? (inDlq.has(id) ? "dlq" : delivered.has(id) ? "processed" : "filtered");
      if (got !== wanted) return `${id}: ${got}`;
    }
    return undefined;
  }

  /** Visible, delayed and in flight. */
  #size(queue: string): number {
    const { visible, inFlight, delayed } = (this.#simulation.ports(queue) as Ports).queue;
    return visible + inFlight + delayed;
  }

  /** Receives what can be received. */
  #idsIn(queue: string): ReadonlySet<string> {
    const ids = new Set<string>();
    for (;;) {
      const answer = this.#api.call("ReceiveMessage", { QueueUrl: queueUrlOf(queue), MaxNumberOfMessages: 10 });
      const messages = isRefusal(answer) ? [] : ((answer.Messages ?? []) as unknown as readonly JsonObject[]);
      if (messages.length === 0) return ids;
      for (const { MessageId: id } of messages) ids.add(this.#recordIds.get(String(id)) ?? String(id));
    }
  }
}

// --- comparisons

function compareInvocations(log: readonly Invoked[], expect: Expectation): string | undefined {
  const { invocations, invocationCount, deliveries, totalDeliveries, maxBatch } = expect;
  if (invocations !== undefined) {
    const got = log.map(({ records }) => records.join(",")).join(" | ");
    if (invocations.length !== log.length) return `invocations: ${got}`;
    const isOther = invocations.some((wanted, index) => !isLike(wanted, log[index] as Invoked));
    if (isOther) return `invocations: ${got}`;
  }
  if (invocationCount !== undefined) {
    const { min, max } =
      typeof invocationCount === "number" ? { min: invocationCount, max: invocationCount } : invocationCount;
    if (log.length < min || log.length > max) return `${log.length} invocations`;
  }
  const counts = new Map<string, number>();
  for (const id of log.flatMap(({ records }) => records)) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, count] of Object.entries({ ...deliveries, ...totalDeliveries })) {
    if ((counts.get(id) ?? 0) !== count) return `${id} was delivered ${counts.get(id) ?? 0} times`;
  }
  const largest = Math.max(0, ...log.map(({ records }) => records.length));
  return maxBatch !== undefined && largest > maxBatch ? `a batch of ${largest}` : undefined;
}

function isLike({ records, receiveCounts, consumer, target }: ExpectedInvocation, got: Invoked): boolean {
  return (
    records.join() === got.records.join() &&
    (receiveCounts === undefined || receiveCounts.join() === got.receiveCounts.join()) &&
    (consumer === undefined || consumer === got.consumer) &&
    (target === undefined || target === got.target)
  );
}

function compareTimes(log: readonly Invoked[], expect: Expectation): string | undefined {
  const { minGapSeconds, maxConcurrent, firstInvocationNotBefore } = expect;
  const starts = log.map(({ start }) => start);
  if (minGapSeconds !== undefined) {
    const gap = Math.min(...starts.slice(1).map((start, index) => start - (starts[index] as number)));
    if (gap < minGapSeconds) return `only ${gap} s between starts`;
  }
  if (firstInvocationNotBefore !== undefined && (starts[0] ?? 0) < firstInvocationNotBefore) return `at ${starts[0]} s`;
  if (maxConcurrent === undefined) return undefined;
  const most = Math.max(
    ...log.map(({ start }) => log.filter((other) => other.start <= start && start < other.end).length),
  );
  return most > maxConcurrent ? `${most} at the same time` : undefined;
}

function compareShape(first: Invoked | undefined, shape: JsonObject | undefined): string | undefined {
  if (shape === undefined) return undefined;
  const record = ((first?.event.Records ?? []) as readonly JsonObject[])[0] ?? {};
  const { keys, attributeNames, messageAttributes } = shape;
  if (keys !== undefined && Object.keys(record).sort().join() !== (keys as string[]).join())
    return `keys ${Object.keys(record)}`;
  const names = Object.keys((record.attributes ?? {}) as JsonObject).sort();
  if (attributeNames !== undefined && names.join() !== (attributeNames as string[]).join())
    return `attributes ${names}`;
  const got = (record.messageAttributes ?? {}) as JsonObject;
  const wrong = Object.entries((messageAttributes ?? {}) as JsonObject).find(
    ([name, value]) => JSON.stringify(sorted(value)) !== JSON.stringify(sorted(got[name])),
  );
  return wrong && `message attribute ${wrong[0]}: ${JSON.stringify(got[wrong[0]])}`;
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort());
}
