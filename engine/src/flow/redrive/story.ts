/**
 * What becomes of a message that fails n times, under the attributes of two queues: run in the simulator, with the queues,
 * a consumer and one message, and told as the stretches of time that the message spends.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
import type { JsonObject } from "../../json.ts";
import { WorkerGroup } from "../../services/consumers/worker-group.ts";
import { Producer } from "../../services/producers/producer.ts";
import { settingsOfProperties } from "../../services/sqs/attributes.ts";
import { Queue } from "../../services/sqs/queue.ts";
import { SQS_REASONS } from "../../services/sqs/reasons.ts";
import { runSimulation } from "../../sim/drive.ts";
import { Simulation } from "../../sim/simulation.ts";
import type { FlowRecord, NodeFactory, NodeSpec } from "../../sim/types.ts";
import { textOf, warningsOf } from "./story-text.ts";
import type { RedriveCase, RedriveStory, Stretch, StretchKind } from "./types.ts";

const ARN = "arn:aws:sqs:us-east-1:123456789012:";
const [QUEUE, DEAD_LETTERS, CONSUMER, SENDER] = ["queue", "dead-letter-queue", "consumer", "sender"] as const;
/** Long polling: an empty poll costs as little as can be. */
const WAIT_SECONDS = 20;
/** After so many receives the story only repeats itself. */
const MAX_RECEIVES = 1_001;
/** Others may get it while one still works on it. */
const POLLERS = 10;
const SHOWN_STRETCHES = 120;

export async function redriveStory(given: RedriveCase): Promise<RedriveStory> {
  const telling = new Telling();
  const simulation = new Simulation(specsOf(given), factoryOf, {
    seed: 1,
    trace: { keep: "last", max: 1 },
    onRecord: (record) => telling.hear(record),
  });
  const { queue, deadLetterQueue } = given;
  const untilMs = (queue.MessageRetentionPeriod + (deadLetterQueue?.MessageRetentionPeriod ?? 0) + 60) * 1_000;
  await runSimulation(simulation, { untilMs, afterEvent: () => telling.isOver });
  // Whoever polls has nothing to get any more, and would poll for days.
  simulation.setFaults(CONSUMER, { outage: true });
  await runSimulation(simulation, { untilMs });
  return telling.story(given);
}

/** Of the few kinds of nodes that there are here: whoever shows this needs no other. */
function factoryOf({ type }: NodeSpec): NodeFactory {
  return (context, spec) => {
    if (type === "AWS::SQS::Queue") return new Queue(context, spec, settingsOfProperties(spec.properties));
    return type === "Sluice::Producer" ? new Producer(context, spec) : new WorkerGroup(context, spec);
  };
}

function specsOf({ queue, deadLetterQueue, maxReceiveCount = 1, ...consumer }: RedriveCase): NodeSpec[] {
  const { failures, handlingSeconds, visibilityOnFailureSeconds } = consumer;
  const RedrivePolicy = { deadLetterTargetArn: ARN + DEAD_LETTERS, maxReceiveCount };
  const properties = { ...queue, ...(deadLetterQueue && { RedrivePolicy }) };
  const program = {
    QueueArn: ARN + QUEUE,
    PollersPerWorker: POLLERS,
    MaxNumberOfMessages: 1,
    WaitTimeSeconds: WAIT_SECONDS,
    ...(visibilityOnFailureSeconds !== undefined && { VisibilityTimeoutOnFailure: visibilityOnFailureSeconds }),
  };
  const behavior = {
    durationMs: handlingSeconds * 1_000,
    ...(failures > 0 && { failWhen: { receiveCountAtMost: failures } }),
  };
  const dead = { id: DEAD_LETTERS, type: "AWS::SQS::Queue", arn: ARN + DEAD_LETTERS };
  return [
    ...(deadLetterQueue ? [{ ...dead, properties: { ...deadLetterQueue } as JsonObject }] : []),
    { id: QUEUE, type: "AWS::SQS::Queue", arn: ARN + QUEUE, properties: properties as JsonObject },
    { id: CONSUMER, type: "Sluice::WorkerGroup", arn: CONSUMER, properties: program, behavior },
    {
      id: SENDER,
      type: "Sluice::Producer",
      arn: SENDER,
      properties: { TargetArn: ARN + QUEUE },
      behavior: { arrivals: { replay: { timesMs: [0] } }, count: 1, messages: [{ body: "message" }] },
    },
  ];
}

/** What a record begins, by its word. */
const BEGINS: Readonly<Record<string, StretchKind>> = {
  delayed: "delayed",
  arrived: "visible",
  visible: "visible",
  received: "handled",
  failed: "hidden",
};

/** Makes stretches of records, as they come. */
class Telling {
  readonly #stretches: Stretch[] = [];
  #open: { readonly kind: StretchKind; readonly fromMs: number } | undefined;
  #receives = 0;
  #outcome: RedriveStory["outcome"] = "expired";
  #endMs = 0;
  /** No consumer gets it any more, or so many have that nothing new comes. */
  isOver = false;

  hear(record: FlowRecord): void {
    const { what, timeMs, node, message } = record;
    if (message === undefined || (this.isOver && what !== "expired")) return;
    this.#endMs = timeMs;
    const isDead = node === DEAD_LETTERS && what === "arrived";
    const kind = isDead ? "dead" : BEGINS[what];
    if (kind !== undefined || ENDS.has(what)) this.#end(record);
    if (kind !== undefined) this.#open = { kind, fromMs: timeMs };
    if (what === "received") this.#receives += 1;
    if (what === "processed" || what === "deleted") this.#outcome = "processed";
    if (what === "expired") this.#outcome = node === DEAD_LETTERS ? "expired-dead" : "expired";
    this.isOver ||= isDead || what === "deleted" || what === "expired" || this.#receives >= MAX_RECEIVES;
  }

  #end(record: FlowRecord): void {
    if (this.#open && record.timeMs > this.#open.fromMs) {
      this.#stretches.push({ ...this.#open, toMs: record.timeMs, receives: this.#receives, why: sentence(record) });
    }
    this.#open = undefined;
  }

  story(given: RedriveCase): RedriveStory {
    const dead = this.#stretches.find(({ kind }) => kind === "dead");
    const told = {
      outcome: this.#outcome,
      receives: this.#receives,
      endMs: this.#endMs,
      ...(dead && { deadMs: dead.toMs - dead.fromMs }),
    };
    return {
      ...shortened(this.#stretches),
      ...told,
      text: textOf(told, given, MAX_RECEIVES),
      warnings: warningsOf(told, given),
    };
  }
}

const ENDS: ReadonlySet<string> = new Set(["deleted", "processed", "expired", "deadLettered"]);

function sentence({ what, why }: FlowRecord): string {
  if (what === "processed" || what === "deleted") return "it is processed and deleted";
  if (what === "failed") return "the consumer fails";
  return (why && SQS_REASONS[why.code]?.(why)) ?? what;
}

/** Its beginning and its end, where it goes round for long. */
function shortened(stretches: readonly Stretch[]): Pick<RedriveStory, "stretches" | "leftOut"> {
  if (stretches.length <= SHOWN_STRETCHES) return { stretches, leftOut: 0 };
  const half = SHOWN_STRETCHES / 2;
  return {
    stretches: [...stretches.slice(0, half), ...stretches.slice(-half)],
    leftOut: stretches.length - SHOWN_STRETCHES,
  };
}
