/** Queues at work: by their API, with producers and workers, and what a bare heap and fauxqs do of the same. */
import {
  isRefusal,
  type JsonObject,
  type NodeContext,
  type NodeFactory,
  type NodeSpec,
  nodeFactoryOf,
  type Queue,
  queueArnOf,
  runSimulation,
  type SimEvent,
  type SimNode,
  Simulation,
} from "@sluice/engine";
import { fanOut } from "./fan-out.ts";
import { importPeerFile } from "./peers.ts";

export interface QueueJob {
  readonly kind: "sqs" | "sqs-fifo" | "sqs-flow" | "sqs-nodes" | "sqs-fan-out";
  readonly who: "sluice" | "heap" | "fauxqs";
  /** Messages; of `sqs-nodes` queues, with MESSAGES_PER_QUEUE each. */
  readonly size: number;
}

const MESSAGES_PER_QUEUE = 1_000;
const BATCH = 10;

/** Sends a batch, receives one and deletes it, every millisecond. */
class Driver implements SimNode {
  readonly ports = {};
  readonly #context: NodeContext;
  readonly #count: number;
  #sent = 0;
  #deleted = 0;

  constructor(context: NodeContext, count: number) {
    this.#context = context;
    this.#count = count;
  }

  start(): void {
    this.#context.at(0, 0);
  }

  handle({ timeMs }: SimEvent): void {
    const queue = (this.#context.node("Queue")?.ports as { readonly sqs?: Queue } | undefined)?.sqs;
    if (queue === undefined) throw new Error("there is no queue");
    if (this.#sent < this.#count)
      queue.sendBatch(Array.from({ length: BATCH }, () => ({ request: this.#request(queue) })));
    const received = queue.receive(BATCH);
    if (isRefusal(received)) throw new Error(received.message);
    queue.deleteBatch(received.map(({ receipt }) => receipt));
    this.#deleted += received.length;
    if (this.#deleted < this.#count) this.#context.at(timeMs + 1, 0);
  }

  #request({ isFifo }: Queue): { body: string; groupId?: string; deduplicationId?: string } {
    this.#sent += 1;
    const body = '{"orderId": 1, "status": "placed"}';
    return isFifo ? { body, groupId: `g${this.#sent % 100}`, deduplicationId: `d${this.#sent}` } : { body };
  }

  view(): JsonObject {
    return { deleted: this.#deleted };
  }

  save(): object {
    return {};
  }

  restore(): void {
    throw new Error("not saved here");
  }
}

const FIFO = { FifoQueue: true, DeduplicationScope: "messageGroup", FifoThroughputLimit: "perMessageGroupId" };

function queue(id: string, properties: JsonObject = {}): NodeSpec {
  return {
    id,
    type: "AWS::SQS::Queue",
    arn: queueArnOf(id),
    properties: { ReceiveMessageWaitTimeSeconds: 20, ...properties },
  };
}

/** A producer, a queue and workers: each message takes 20 ms, and all come within ten seconds of virtual time. */
function flow(index: number, messages: number): readonly NodeSpec[] {
  const arn = queueArnOf(`Queue${index}`);
  const arrivals = { constant: { perSecond: Math.max(100, messages / 10) } };
  return [
    queue(`Queue${index}`),
    {
      id: `Producer${index}`,
      type: "Sluice::Producer",
      arn: `producer${index}`,
      properties: { TargetArn: arn, BatchSize: BATCH },
      behavior: { arrivals, count: messages, messages: [{ body: '{"orderId": 1}' }] },
    },
    {
      id: `Workers${index}`,
      type: "Sluice::WorkerGroup",
      arn: `workers${index}`,
      properties: { QueueArn: arn, DesiredCount: Math.max(3, Math.ceil(messages / 400)), DeleteMessages: "Batch" },
      behavior: { durationMs: 20 },
    },
  ];
}

async function simulate(specs: readonly NodeSpec[], count: number): Promise<string> {
  const factoryOf = (spec: NodeSpec): NodeFactory => {
    return spec.type === "Bench::Driver" ? (context) => new Driver(context, count) : nodeFactoryOf(spec);
  };
  const simulation = new Simulation(specs, factoryOf);
  await runSimulation(simulation, { untilQuiet: true });
  const [wrong] = simulation.audit();
  if (wrong !== undefined) throw new Error(wrong.text);
  const deleted = Object.values(simulation.metrics()).map(({ deleted }) =>
    deleted?.kind === "counter" ? deleted.total : 0,
  );
  return `${deleted.reduce((sum, each) => sum + each, 0)} messages deleted, ${simulation.events} events`;
}

const DRIVER: NodeSpec = { id: "Driver", type: "Bench::Driver", arn: "driver", properties: {} };

/** What to measure; a thunk for each run. */
export async function queueWork({ kind, who, size }: QueueJob): Promise<() => unknown> {
  if (who === "heap") return () => bareHeap(size);
  if (who === "fauxqs") return await fauxqs(size);
  switch (kind) {
    case "sqs":
      return () => simulate([queue("Queue"), DRIVER], size);
    case "sqs-fifo":
      return () => simulate([queue("Queue", FIFO), DRIVER], size);
    case "sqs-fan-out":
      return () => simulate(fanOut(size), size);
    case "sqs-flow":
      return () => simulate(flow(0, size), size);
    case "sqs-nodes":
      return () => simulate(Array.from({ length: size }, (_, index) => flow(index, MESSAGES_PER_QUEUE)).flat(), size);
  }
}

/** The limit: as many events through a binary heap that does nothing else, of 10,000 that are pending. */
function bareHeap(count: number): string {
  const heap = new Float64Array(20_000);
  let size = 0;
  let draw = 12_345;
  const next = (): number => {
    draw = (Math.imul(draw, 1_664_525) + 1_013_904_223) >>> 0;
    return draw;
  };
  const push = (time: number): void => {
    let at = size++;
    while (at > 0 && (heap[(at - 1) >> 1] as number) > time) {
      heap[at] = heap[(at - 1) >> 1] as number;
      at = (at - 1) >> 1;
    }
    heap[at] = time;
  };
  const pop = (): number => {
    const first = heap[0] as number;
    const last = heap[--size] as number;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && (heap[child + 1] as number) < (heap[child] as number)) child += 1;
      if ((heap[child] as number) >= last) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = last;
    return first;
  };
  for (let index = 0; index < 10_000; index++) push(next());
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const time = pop();
    sum += time;
    push(time + next());
  }
  return `${count} events, ${sum > 0}`;
}

interface Fauxqs {
  startFauxqs(options: object): Promise<{ port: number; createQueue(name: string): { queueUrl: string } }>;
}

/** The same through fauxqs's HTTP API, as its users reach it, in batches of ten. */
async function fauxqs(size: number): Promise<() => Promise<string>> {
  const { startFauxqs } = (await importPeerFile("fauxqs", "dist/app.js")) as unknown as Fauxqs;
  const server = await startFauxqs({ port: 0, logger: false });
  const { queueUrl } = server.createQueue("bench");
  const call = async (action: string, body: object): Promise<{ Messages?: { ReceiptHandle: string }[] }> => {
    const response = await fetch(`http://127.0.0.1:${server.port}/`, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `AmazonSQS.${action}`,
        authorization:
          "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=x",
      },
      body: JSON.stringify({ QueueUrl: queueUrl, ...body }),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as { Messages?: { ReceiptHandle: string }[] };
  };
  return async () => {
    let deleted = 0;
    for (let sent = 0; sent < size; sent += BATCH) {
      const Entries = Array.from({ length: BATCH }, (_, index) => ({ Id: `m${index}`, MessageBody: '{"orderId": 1}' }));
      await call("SendMessageBatch", { Entries });
      const { Messages = [] } = await call("ReceiveMessage", { MaxNumberOfMessages: BATCH });
      const done = Messages.map(({ ReceiptHandle }, index) => ({ Id: `m${index}`, ReceiptHandle }));
      await call("DeleteMessageBatch", { Entries: done });
      deleted += done.length;
    }
    return `${deleted} messages deleted`;
  };
}
