/**
 * A delivery stream of Amazon Data Firehose: takes records, or reads them from a Kinesis stream; has them transformed and
 * parts them by keys; gathers them, and delivers them to S3, Redshift, OpenSearch, Splunk, HTTP endpoints.
 * https://docs.aws.amazon.com/firehose/latest/dev/what-is-this-service.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { FIREHOSE_ACTIVE_PARTITIONS } from "../../limits.ts";
import { parsedJson } from "../../patterns/events.ts";
import { type Refusal, THROTTLED, UNAVAILABLE } from "../../refusals/refusal.ts";
import type { Finder, Keeper, Message, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { utf8Length } from "../../text/utf8.ts";
import type { InvocationResult } from "../lambda/invocation.ts";
import { refuseLoop } from "../loops.ts";
import type { BatchEntry, Delivery, Ports, TargetPort } from "../ports.ts";
import { type ReaderHost, ShardReader } from "../shards/shard-reader.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import { type FirehoseBehavior, firehoseBehaviorOf } from "./behavior.ts";
import { type Buffer, Buffers, type Lane, type SavedBuffers } from "./buffers.ts";
import type { Hints } from "./hints.ts";
import type { Keys } from "./metadata-query.ts";
import { type FirehoseMeters, firehoseMeters } from "./meters.ts";
import { PutBudget, refuseBatch, refuseRecord } from "./puts.ts";
import type { FirehoseRecord } from "./record.ts";
import { type FirehoseSettings, firehoseSettingsOf } from "./settings.ts";
import { type Shipment, type ShipmentHost, Shipments } from "./shipments.ts";
import { type SavedTransforms, type Transformed, type TransformHost, Transforms } from "./transforms.ts";

/** Kinds of events. */
const BUFFER = 0;
const ANSWER = 1;
const AGAIN = 2;
const SHIP = 3;
const TAIL = 4;

/** Records are billed by so many bytes. https://aws.amazon.com/firehose/pricing/ */
const BILLED_BYTES = 5_120;

export class DeliveryStream implements SimNode, TargetPort, TransformHost, ShipmentHost, ReaderHost {
  readonly ports: Partial<Ports>;
  readonly answerKind = ANSWER;
  readonly againKind = AGAIN;
  readonly shipKind = SHIP;
  readonly tailKind = TAIL;
  readonly context: NodeContext;
  readonly arn: string;
  readonly settings: FirehoseSettings;
  readonly behavior: FirehoseBehavior;
  readonly meters: FirehoseMeters;
  readonly #budget = new PutBudget();
  readonly #buffers: Buffers;
  readonly #transforms: Transforms;
  readonly #shipments: Shipments;
  readonly #reader: ShardReader | undefined;
  #inside = 0;

  constructor(context: NodeContext, { id, arn, properties, behavior }: NodeSpec) {
    this.context = context;
    this.arn = arn;
    this.settings = firehoseSettingsOf(properties, id);
    this.behavior = firehoseBehaviorOf(behavior);
    this.meters = firehoseMeters(context);
    this.#buffers = new Buffers(
      (lane) => this.#hintsOf(lane),
      (afterMs, number) => context.at(context.timeMs + afterMs, BUFFER, number),
    );
    this.#transforms = new Transforms(this);
    this.#shipments = new Shipments(this);
    const { sourceArn } = this.settings;
    this.#reader = sourceArn === undefined ? undefined : new ShardReader(this, sourceArn);
    // A stream that reads another one refuses what is put into it.
    this.ports = sourceArn === undefined ? { target: this } : {};
  }

  start(): void {
    this.#reader?.start();
  }

  #hintsOf({ to }: Lane): Hints {
    const { transform, hints, bucket, backup } = this.settings;
    if (to === "function") return transform?.hints ?? hints;
    if (to === "backup") return backup?.hints ?? hints;
    return to === "errors" ? bucket.hints : hints;
  }

  // --- in

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const { body = cause?.body ?? "", attributes, from } = delivery;
    const bytes = utf8Length(body);
    const refused = this.#refuse() ?? refuseRecord(bytes) ?? refuseLoop(this.context, cause) ?? this.#spend(bytes);
    if (refused !== undefined) {
      this.meters.refused.add(1);
      return refused;
    }
    const own = attributes ?? (delivery.body === undefined ? cause?.attributes : undefined);
    const message = this.context.newMessage(body, own, cause);
    this.context.tell("arrived", message, undefined, from);
    this.#take(message, bytes);
    return undefined;
  }

  deliverBatch(entries: readonly BatchEntry[]): readonly (Refusal | undefined)[] {
    const refused = refuseBatch(entries.map(({ cause, delivery }) => utf8Length(delivery.body ?? cause?.body ?? "")));
    return entries.map(({ cause, delivery }) => refused ?? this.deliver(cause, delivery));
  }

  #refuse(): Refusal | undefined {
    const { faults, random } = this.context;
    if (faults.outage) return UNAVAILABLE;
    return faults.throttleRate > 0 && random.next() < faults.throttleRate ? THROTTLED : undefined;
  }

  #spend(bytes: number): Refusal | undefined {
    const refused = this.#budget.use(this.context.timeMs, bytes);
    if (refused !== undefined) this.context.tell("throttled", undefined, { code: "firehose.throttled" });
    return refused;
  }

  /** Of the source. */
  took({ message }: ShardRecord): void {
    this.#take(message, utf8Length(message.body));
  }

  #take(message: Message, bytes: number): void {
    const { context, meters, settings } = this;
    const record: FirehoseRecord = { message, body: message.body, bytes, arrivedMs: context.timeMs };
    this.#inside += 1;
    context.entered(1);
    meters.incomingRecords.add(1);
    meters.incomingBytes.add(bytes);
    meters.billedBytes.add(Math.ceil(bytes / BILLED_BYTES) * BILLED_BYTES);
    if (this.#inside === 1) this.#measure();
    if (settings.backup !== undefined) this.#gather({ to: "backup" }, record);
    if (settings.transform === undefined) this.#route(record);
    else this.#gather({ to: "function" }, record);
  }

  #gather(lane: Lane, record: FirehoseRecord): void {
    const full = this.#buffers.add(lane, record);
    if (full !== undefined) this.#emptied(full);
  }

  #emptied(buffer: Buffer): void {
    if (buffer.lane.to === "function") this.#transforms.begin(buffer.records);
    else {
      this.meters.batchBytes.add(buffer.bytes);
      this.#shipments.begin(buffer);
    }
    this.#measurePartitions();
  }

  // --- on the way

  /** Into the buffer of its partition. */
  #route(record: FirehoseRecord): void {
    const { delimiter, isPartitioned } = this.settings;
    const keys = isPartitioned ? this.#keysOf(record) : undefined;
    if (typeof keys === "string") {
      this.#fail(record, "metadata-extraction-failed", "firehose.no-partition", keys);
      return;
    }
    const delimited = { ...record, body: record.body + delimiter, bytes: record.bytes + delimiter.length };
    const lane: Lane = { to: "destination", ...(keys !== undefined && { keys }) };
    const isNew = keys !== undefined && !this.#buffers.has(lane);
    if (isNew && this.#partitions >= FIREHOSE_ACTIVE_PARTITIONS) {
      this.#fail(record, "active-partition-limit-exceeded", "firehose.no-partition", "there are too many already");
      return;
    }
    this.#gather(lane, delimiter === "" ? record : delimited);
    if (isNew) this.#measurePartitions();
  }

  /** A text: why there are none. */
  #keysOf(record: FirehoseRecord): Keys | string {
    const { query } = this.settings;
    if (query === undefined) return record.keys ?? "the function gave no partition keys";
    const json = parsedJson(record.body) as JsonValue | undefined;
    if (json === undefined) return "it is not JSON";
    const keys = query(json);
    return keys === undefined ? "the query finds no value for each of its keys" : { ...record.keys, ...keys };
  }

  get #partitions(): number {
    return this.#buffers.open.filter(({ lane }) => lane.to === "destination").length;
  }

  #measurePartitions(): void {
    if (this.settings.isPartitioned) this.meters.activePartitions.set(this.#partitions);
  }

  #fail(record: FirehoseRecord, type: string, code: string, text: string): void {
    this.meters.failed.add(1);
    this.context.tell("failed", record.message, { code, text });
    this.#gather({ to: "errors", type }, record);
  }

  transformed(outcomes: readonly Transformed[]): void {
    const { context, meters } = this;
    for (const outcome of outcomes) {
      const { record, result } = outcome;
      if (result === "Ok") this.#route(record);
      else if (result === "Dropped") {
        meters.dropped.add(1);
        context.tell("dropped", record.message, { code: "firehose.dropped" });
        this.#leave(1);
      } else this.#fail(record, "processing-failed", "firehose.processing-failed", outcome.why);
    }
    this.#measure();
  }

  retried(records: readonly FirehoseRecord[], attempts: number, why: string): void {
    this.meters.retried.add(records.length);
    for (const { message } of records) {
      this.context.tell("retried", message, { code: "firehose.retried", attempts, refusal: why });
    }
  }

  // --- out

  get isHeldUp(): boolean {
    return this.#shipments.isHeldUp;
  }

  delivered({ lane, records, failedMs }: Shipment, to: string): void {
    const { context, meters } = this;
    const bytes = records.reduce((sum, record) => sum + record.bytes, 0);
    meters.deliveries.add(1);
    if (lane.to === "backup") {
      meters.backedUp.add(records.length);
      for (const { message } of records) context.tell("archived", message, { code: "firehose.backed-up", to });
    } else {
      if (lane.to === "destination") {
        meters.delivered.add(records.length);
        meters.deliveredBytes.add(bytes);
        for (const { arrivedMs } of records) meters.deliveryMs.add(context.timeMs - arrivedMs);
      }
      const why = { code: "firehose.delivered", records: records.length, bytes, to };
      for (const { message } of records) context.tell("delivered", message, why, to);
      this.#leave(records.length);
    }
    this.#measure();
    if (failedMs !== undefined && !this.isHeldUp) this.#reader?.goOn();
  }

  /** Into the bucket, with what could not be delivered. */
  failed({ records, attempts, failedMs = 0 }: Shipment): void {
    const { context, meters, settings } = this;
    const { name = "", failedPrefix = "" } = settings.endpoint ?? {};
    const seconds = (context.timeMs - failedMs) / 1_000;
    const why = { code: "firehose.endpoint-failed", endpoint: name, attempts, seconds };
    meters.failed.add(records.length);
    for (const { message } of records) context.tell("failed", message, why);
    this.#shipments.begin({ lane: { to: "errors", type: failedPrefix.replace(/\/$/, "") }, records: [...records] });
    if (!this.isHeldUp) this.#reader?.goOn();
  }

  lost({ lane, records }: Shipment): void {
    if (lane.to === "backup") return;
    this.meters.lost.add(records.length);
    for (const { message } of records) this.context.tell("lost", message, { code: "firehose.lost" });
    this.#leave(records.length);
    this.#measure();
  }

  #leave(count: number): void {
    this.#inside -= count;
    this.context.left(count);
  }

  /** How old the oldest record is that is not delivered. */
  #measure(): void {
    let oldestMs: number | undefined;
    const see = (records: readonly FirehoseRecord[]): void => {
      const [first] = records;
      if (first !== undefined && (oldestMs === undefined || first.arrivedMs < oldestMs)) oldestMs = first.arrivedMs;
    };
    for (const { lane, records } of this.#buffers.open) if (lane.to !== "backup") see(records);
    for (const { lane, records } of this.#shipments.open) if (lane.to !== "backup") see(records);
    for (const records of this.#transforms.running) see(records);
    this.meters.freshnessMs.since(oldestMs);
  }

  missed(shard: number, count: number): void {
    this.meters.missed.add(count);
    this.context.tell("lost", undefined, { code: "shards.missed", shard, count });
  }

  refused(shard: number, code: string): void {
    this.meters.refused.add(1);
    this.context.tell("pollRefused", undefined, { code: "shards.read-refused", shard, refusal: code });
  }

  // --- for the kernel

  handle({ kind, ref, data }: SimEvent): void {
    if (kind === BUFFER) {
      const buffer = this.#buffers.due(ref);
      if (buffer !== undefined) this.#emptied(buffer);
    } else if (kind === ANSWER) this.#transforms.answered(ref, data as unknown as InvocationResult);
    else if (kind === AGAIN) this.#transforms.invoke(ref);
    else if (kind === SHIP) this.#shipments.goOn(ref);
    else this.#reader?.handle(ref);
  }

  inside(): number {
    return this.#inside;
  }

  isBusy(): boolean {
    return this.#inside > 0 || this.#reader?.isBusy === true;
  }

  view(): JsonObject {
    return {
      buffers: this.#buffers.open.map(({ lane, records, bytes }) => {
        const hints = this.#hintsOf(lane);
        const sinceMs = records[0]?.arrivedMs ?? this.context.timeMs;
        const until = { limitBytes: hints.bytes, sinceMs, untilMs: sinceMs + hints.intervalMs };
        return { ...lane, records: records.length, bytes, ...until };
      }),
      atFunction: this.#transforms.running.reduce((sum, records) => sum + records.length, 0),
      deliveries: this.#shipments.open.map(({ lane, records, attempts }) => {
        return { ...lane, records: records.length, attempts };
      }),
    };
  }

  save(keeper: Keeper): SavedDeliveryStream {
    return {
      inside: this.#inside,
      budget: this.#budget.save(),
      buffers: this.#buffers.save(keeper),
      transforms: this.#transforms.save(keeper),
      shipments: this.#shipments.save(keeper),
      tails: this.#reader?.save() ?? [],
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { inside, budget, buffers, transforms, shipments, tails } = saved as SavedDeliveryStream;
    this.#inside = inside;
    this.#budget.restore(budget);
    this.#buffers.restore(buffers, finder);
    this.#transforms.restore(transforms, finder);
    this.#shipments.restore(shipments, finder);
    this.#reader?.restore(tails);
  }
}

interface SavedDeliveryStream {
  readonly inside: number;
  readonly budget: ReturnType<PutBudget["save"]>;
  readonly buffers: SavedBuffers;
  readonly transforms: SavedTransforms;
  readonly shipments: ReturnType<Shipments["save"]>;
  readonly tails: ReturnType<ShardReader["save"]>;
}
