/** Judges scenarios of the SQS API: each step is a call, time moves only where a step says so and in long polls. */
import {
  isRefusal,
  type JsonObject,
  type NodeContext,
  type NodeSpec,
  nodeFactoryOf,
  queueArnOf,
  queueUrlOf,
  type Refusal,
  receiveMessage,
  runSimulation,
  type SimEvent,
  type SimNode,
  Simulation,
  SqsApi,
  type SqsWorld,
  waitSecondsOf,
  worldOf,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";

type Step = Readonly<Record<string, unknown>> & { readonly op: string; readonly expect?: Expectation };

interface Expectation extends Readonly<Record<string, unknown>> {
  readonly error?: { readonly code: string; readonly message?: string };
}

interface Message {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly Attributes: Readonly<Record<string, string>>;
  readonly MessageAttributes?: JsonObject;
}

const CLIENT = "client";

/** Whoever calls: hears when a long poll may go on, and when a step that was put off is due. */
class Client implements SimNode {
  readonly ports = {};
  readonly context: NodeContext;
  called: number | undefined;
  onStep: (index: number) => void = () => undefined;

  constructor(context: NodeContext) {
    this.context = context;
  }

  handle({ kind, ref }: SimEvent): void {
    if (kind === 0) this.called = ref;
    else this.onStep(ref);
  }

  view(): JsonObject {
    return {};
  }

  save(): object {
    throw new Error("scenarios are not saved");
  }

  restore(): void {
    throw new Error("scenarios are not saved");
  }
}

class Scenario {
  readonly #simulation: Simulation;
  readonly #world: SqsWorld;
  readonly #api: SqsApi;
  readonly #put: Step[] = [];
  readonly #saved = new Map<string, readonly Message[]>();
  readonly #sent = new Map<string, string>();
  readonly #tasks = new Map<string, string>();
  #client: Client | undefined;
  #polls = 0;
  wrong: string | undefined;

  constructor() {
    const client: NodeSpec = { id: CLIENT, type: "client", arn: CLIENT, properties: {} };
    this.#simulation = new Simulation([client], (spec) => {
      if (spec.id !== CLIENT) return nodeFactoryOf(spec);
      return (context) => {
        this.#client = new Client(context);
        return this.#client;
      };
    });
    this.#world = worldOf(this.#simulation);
    this.#api = new SqsApi(this.#world);
    this.client.onStep = (index) => void this.run(this.#put[index] as Step);
  }

  get client(): Client {
    if (this.#client === undefined) throw new Error("the client was not made");
    return this.#client;
  }

  async run(step: Step): Promise<void> {
    const { op, expect = {} } = step;
    const before = this.#simulation.timeMs;
    const answer = await this.#do(op, step);
    const elapsed = (this.#simulation.timeMs - before) / 1_000;
    const why = this.#compare(step, expect, answer, elapsed);
    if (why !== undefined) this.wrong ??= `${op} ${String(step.queue ?? step.source ?? "")}: ${why}`;
    const { violations } = this.#simulation;
    if (violations.length > 0) this.wrong ??= `the simulator is wrong: ${violations[0]?.text}`;
  }

  async #do(op: string, step: Step): Promise<JsonObject | Refusal> {
    if (op === "advance") {
      const untilMs = this.#simulation.timeMs + Number(step.seconds) * 1_000;
      await runSimulation(this.#simulation, { untilMs });
      return {};
    }
    if (op === "schedule") {
      this.#put.push(step.step as Step);
      this.client.context.at(this.#simulation.timeMs + Number(step.after) * 1_000, 1, this.#put.length - 1);
      return {};
    }
    if (op === "receive") return await this.#receive(step);
    const call = this.#call(op, step);
    return call === undefined ? {} : this.#api.call(...call);
  }

  async #receive(step: Step): Promise<JsonObject | Refusal> {
    const url = queueUrlOf(String(step.queue));
    const request = given({
      QueueUrl: url,
      MaxNumberOfMessages: step.maxMessages,
      VisibilityTimeout: step.visibilityTimeout,
      WaitTimeSeconds: step.waitSeconds,
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    });
    let answer = this.#api.call("ReceiveMessage", request);
    const queue = this.#world.find(url);
    if (queue === undefined || isRefusal(answer)) return answer;
    const untilMs = this.#simulation.timeMs + waitSecondsOf(queue, request) * 1_000;
    while (!isRefusal(answer) && answer.Messages === undefined && this.#simulation.timeMs < untilMs) {
      this.#polls += 1;
      queue.wait({ node: CLIENT, kind: 0, ref: this.#polls }, untilMs);
      await runSimulation(this.#simulation, { afterEvent: () => this.client.called === this.#polls });
      answer = receiveMessage(queue, request, this.#world.epochMs, true);
    }
    return answer;
  }

  #call(op: string, step: Step): [string, JsonObject] | undefined {
    const QueueUrl = queueUrlOf(String(step.queue));
    const arn = (name: unknown): string | undefined => (typeof name === "string" ? queueArnOf(name) : undefined);
    switch (op) {
      case "createQueue":
        return ["CreateQueue", given({ QueueName: step.queue, Attributes: step.attrs })];
      case "setAttributes":
        return ["SetQueueAttributes", given({ QueueUrl, Attributes: step.attrs })];
      case "send":
        return ["SendMessage", given({ QueueUrl, ...sendParameters(step) })];
      case "sendBatch": {
        const Entries = (step.entries as Step[]).map((entry) => given({ Id: entry.id, ...sendParameters(entry) }));
        return ["SendMessageBatch", { QueueUrl, Entries }];
      }
      case "delete":
        return ["DeleteMessage", given({ QueueUrl, ReceiptHandle: this.#handle(step) })];
      case "changeVisibility": {
        const VisibilityTimeout = step.visibilityTimeout;
        return ["ChangeMessageVisibility", given({ QueueUrl, ReceiptHandle: this.#handle(step), VisibilityTimeout })];
      }
      case "counts":
        return ["GetQueueAttributes", { QueueUrl, AttributeNames: ["All"] }];
      case "purge":
        return ["PurgeQueue", { QueueUrl }];
      case "deleteQueue":
        return ["DeleteQueue", { QueueUrl }];
      case "startMoveTask": {
        const MaxNumberOfMessagesPerSecond = step.maxPerSecond;
        const DestinationArn = arn(step.destination);
        const request = { SourceArn: arn(step.source), DestinationArn, MaxNumberOfMessagesPerSecond };
        return ["StartMessageMoveTask", given(request)];
      }
      case "cancelMoveTask":
        return ["CancelMessageMoveTask", given({ TaskHandle: this.#tasks.get(String(step.task)) ?? step.task })];
      case "listMoveTasks":
        return ["ListMessageMoveTasks", given({ SourceArn: arn(step.source) })];
      default:
        return undefined;
    }
  }

  /** "r[0]": of the first message of the receive that was saved as r. */
  #handle({ handle, rawHandle }: Step): string {
    return typeof rawHandle === "string" ? rawHandle : (this.#message(handle)?.ReceiptHandle ?? "");
  }

  #message(name: unknown): Message | undefined {
    const [, saved = "", index = "0"] = /^(\w+)\[(\d+)\]$/.exec(String(name)) ?? [];
    return this.#saved.get(saved)?.[Number(index)];
  }

  #compare(step: Step, expect: Expectation, answer: JsonObject | Refusal, elapsed: number): string | undefined {
    const { op } = step;
    if (expect.error !== undefined) return this.#compareError(step, expect.error, answer);
    if (isRefusal(answer)) return `${answer.code}: ${answer.message}`;
    const name = typeof step.as === "string" ? step.as : undefined;
    if (op === "receive") return this.#compareReceived(expect, (answer.Messages ?? []) as never, elapsed, name);
    if (op === "send") {
      const id = String(answer.MessageId);
      if (name !== undefined) this.#sent.set(name, id);
      const same = expect.sameMessageIdAs;
      return typeof same === "string" && this.#sent.get(same) !== id ? `not the message of ${same}` : undefined;
    }
    if (op === "sendBatch") return compareBatch(expect, answer);
    if (op === "counts") return compareCounts(expect, answer.Attributes as Readonly<Record<string, string>>);
    if (op === "startMoveTask" && name !== undefined) this.#tasks.set(name, String(answer.TaskHandle));
    if (op === "listMoveTasks") return compareTask(expect, answer);
    if (op !== "assertHandlesDiffer") return undefined;
    const handles = (step.handles as unknown[]).map((handle) => this.#message(handle)?.ReceiptHandle);
    return new Set(handles).size === handles.length ? undefined : "the handles are the same";
  }

  #compareError(
    step: Step,
    wanted: { code: string; message?: string },
    answer: JsonObject | Refusal,
  ): string | undefined {
    if (!isRefusal(answer)) return `expected ${wanted.code}, but it was accepted`;
    if (answer.code !== wanted.code) return `expected ${wanted.code}, got ${answer.code}: ${answer.message}`;
    const message = answer.message.replace(this.#handle(step) || "\0", "<receipt-handle>");
    const isSame = wanted.message === undefined || [message, answer.message].includes(wanted.message);
    return isSame ? undefined : `expected "${wanted.message}", got "${message}"`;
  }

  #compareReceived(
    expect: Expectation,
    messages: readonly Message[],
    elapsed: number,
    name: string | undefined,
  ): string | undefined {
    if (name !== undefined) this.#saved.set(name, messages);
    const bodies = messages.map(({ Body }) => Body);
    const { bodies: wanted, bodiesAnyOf, count, systemAttributes, attributes, sameMessageIdAs } = expect;
    const shown = (list: readonly string[]): string => JSON.stringify(expect.order === "any" ? [...list].sort() : list);
    if (Array.isArray(wanted) && shown(wanted) !== shown(bodies))
      return `expected ${shown(wanted)}, got ${shown(bodies)}`;
    if (Array.isArray(bodiesAnyOf) && !bodiesAnyOf.some((each) => JSON.stringify(each) === JSON.stringify(bodies))) {
      if (!bodies.every((body) => bodiesAnyOf.includes(body)) || bodies.length === 0) {
        return `expected one of ${JSON.stringify(bodiesAnyOf)}, got ${JSON.stringify(bodies)}`;
      }
    }
    if (typeof count === "number" && messages.length !== count)
      return `expected ${count} messages, got ${messages.length}`;
    if (typeof expect.elapsed === "number" && expect.elapsed !== elapsed)
      return `took ${elapsed} s, not ${expect.elapsed}`;
    const first = messages[0];
    const missing = missingIn(systemAttributes as JsonObject | undefined, first?.Attributes);
    if (missing !== undefined) return missing;
    for (const [index, each] of ((attributes ?? []) as JsonObject[]).entries()) {
      const wrong = missingIn(each, messages[index]?.Attributes);
      if (wrong !== undefined) return wrong;
    }
    if (typeof sameMessageIdAs === "string") {
      const before = this.#sent.get(sameMessageIdAs) ?? this.#saved.get(sameMessageIdAs)?.[0]?.MessageId;
      if (before !== first?.MessageId) return `not the message of ${sameMessageIdAs}`;
    }
    const kept =
      expect.attributesKept === true && messages.every(({ MessageAttributes }) => MessageAttributes === undefined);
    return kept ? "the message attributes were lost" : undefined;
  }
}

function missingIn(
  wanted: JsonObject | undefined,
  found: Readonly<Record<string, string>> | undefined,
): string | undefined {
  for (const [name, value] of Object.entries(wanted ?? {})) {
    if (found?.[name] !== value)
      return `${name}: expected ${JSON.stringify(value)}, got ${JSON.stringify(found?.[name])}`;
  }
  return undefined;
}

function compareBatch({ successful, failed }: Expectation, { Successful, Failed }: JsonObject): string | undefined {
  const ids = (list: unknown): string => JSON.stringify(((list ?? []) as { Id: string }[]).map(({ Id }) => Id).sort());
  if (Array.isArray(successful) && JSON.stringify([...successful].sort()) !== ids(Successful)) {
    return `successful: expected ${JSON.stringify(successful)}, got ${ids(Successful)}`;
  }
  const found = ((Failed ?? []) as { Id: string; Code: string }[]).map(({ Id, Code }) => `${Id} ${Code}`).sort();
  const wanted = (failed as { id: string; code: string }[] | undefined)?.map(({ id, code }) => `${id} ${code}`).sort();
  const isSame = wanted === undefined || JSON.stringify(wanted) === JSON.stringify(found);
  return isSame ? undefined : `failed: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(found)}`;
}

function compareCounts(expect: Expectation, found: Readonly<Record<string, string>>): string | undefined {
  const counts: Readonly<Record<string, number>> = {
    visible: Number(found.ApproximateNumberOfMessages),
    inflight: Number(found.ApproximateNumberOfMessagesNotVisible),
    delayed: Number(found.ApproximateNumberOfMessagesDelayed),
  };
  for (const [name, count] of Object.entries(counts)) {
    if (typeof expect[name] === "number" && expect[name] !== count)
      return `${name}: expected ${expect[name]}, got ${count}`;
  }
  const most = expect.visibleAtMost;
  return typeof most === "number" && (counts.visible ?? 0) > most ? `more than ${most} are visible` : undefined;
}

function compareTask(
  { status, moved, toMove, failureReason }: Expectation,
  { Results }: JsonObject,
): string | undefined {
  const [task = {}] = Results as readonly JsonObject[];
  const wanted = given({
    Status: status,
    ApproximateNumberOfMessagesMoved: moved,
    ApproximateNumberOfMessagesToMove: toMove,
    FailureReason: failureReason,
  });
  return missingIn(wanted, task as Readonly<Record<string, string>>);
}

function sendParameters({ body, bodyRepeat, attributes, groupId, dedupId, delaySeconds }: Step): object {
  const { char, count } = (bodyRepeat ?? {}) as { char?: string; count?: number };
  return {
    MessageBody: char === undefined ? body : char.repeat(count ?? 0),
    MessageAttributes: attributes,
    MessageGroupId: groupId,
    MessageDeduplicationId: dedupId,
    DelaySeconds: delaySeconds,
  };
}

/** Without what is undefined. */
function given(fields: object): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonObject;
}

export async function judgeSqs(row: Case): Promise<Verdict> {
  const scenario = new Scenario();
  for (const [index, step] of (row.steps as Step[]).entries()) {
    await scenario.run(step);
    if (scenario.wrong !== undefined) return verdict({ pass: false }, `step ${index}: ${scenario.wrong}`);
  }
  return verdict({ pass: true }, undefined);
}
