/**
 * A DynamoDB table as a source of changes: items are put and deleted, and its stream tells of it. What is read of it, and how
 * much it takes in a second, is not simulated.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
 */
import { isObject, type JsonObject } from "../../json.ts";
import { parsedJson } from "../../patterns/events.ts";
import { type Refusal, refusal, THROTTLED, UNAVAILABLE } from "../../refusals/refusal.ts";
import type { Finder, Keeper, Message, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { utf8Length } from "../../text/utf8.ts";
import { hashKeyOf } from "../kinesis/hash-key.ts";
import { refuseLoop } from "../loops.ts";
import { messageIdOf } from "../message-id.ts";
import { type BatchEntry, type Delivery, type Ports, portOf, type TargetPort } from "../ports.ts";
import { type Item, itemOf } from "./attribute-values.ts";
import { type Change, changeBody, eventNameOf } from "./change.ts";
import { type TableSettings, tableSettingsOf } from "./table-settings.ts";
import { type SavedTableStream, TableStream } from "./table-stream.ts";

const TRIM = 0;

/** The label of every simulated stream: when it was turned on. */
const STREAM_LABEL = "2026-01-01T00:00:00.000";

/** The message attribute that says what is done with an item; PutItem where it is left out. */
const OPERATION = "Operation";

export interface TablePort {
  readonly settings: TableSettings;
  /** PutItem, UpdateItem with whole attributes, DeleteItem; attributes in DynamoDB's form. */
  write(operation: string, item: Item, cause?: Message, from?: string): Refusal | undefined;
  /** GetItem. */
  get(key: Item): Item | undefined;
}

export class Table implements SimNode, TargetPort, TablePort {
  readonly ports: Partial<Ports>;
  readonly settings: TableSettings;
  readonly #context: NodeContext;
  readonly #stream: TableStream | undefined;
  readonly #items = new Map<string, Item>();
  readonly #meters;

  constructor(context: NodeContext, { arn, properties, behavior }: NodeSpec) {
    this.#context = context;
    this.settings = tableSettingsOf(properties, behavior);
    this.#meters = {
      writes: context.counter("writes"),
      refused: context.counter("refused"),
      items: context.gauge("items"),
    };
    const { viewType, partitions } = this.settings;
    this.#stream =
      viewType === undefined ? undefined : new TableStream(context, `${arn}/stream/${STREAM_LABEL}`, partitions, TRIM);
    this.ports = { target: this, table: this, ...(this.#stream && { shards: this.#stream }) };
  }

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const { body = cause?.body ?? "", from } = delivery;
    const object = parsedJson(body);
    const attributes = delivery.attributes ?? (delivery.body === undefined ? cause?.attributes : undefined);
    const operation = attributes?.[OPERATION];
    const name = operation !== undefined && "StringValue" in operation ? operation.StringValue : "PutItem";
    return this.write(name, isObject(object) ? itemOf(object) : {}, cause, from);
  }

  deliverBatch(entries: readonly BatchEntry[]): readonly (Refusal | undefined)[] {
    return entries.map(({ cause, delivery }) => this.deliver(cause, delivery));
  }

  write(operation: string, item: Item, cause?: Message, from?: string): Refusal | undefined {
    const refused = this.#refuse(operation, item, cause);
    if (refused !== undefined) {
      this.#meters.refused.add(1);
      return refused;
    }
    const keys = this.#keysOf(item);
    const key = JSON.stringify(keys);
    const before = this.#items.get(key);
    const after = operation === "DeleteItem" ? undefined : operation === "UpdateItem" ? { ...before, ...item } : item;
    if (after === undefined) this.#items.delete(key);
    else this.#items.set(key, after);
    this.#meters.writes.add(1);
    this.#meters.items.set(this.#items.size);
    this.#tellStreams({ keys, before, after }, cause, from);
    return undefined;
  }

  get(key: Item): Item | undefined {
    return this.#items.get(JSON.stringify(this.#keysOf(key)));
  }

  #refuse(operation: string, item: Item, cause: Message | undefined): Refusal | undefined {
    const { faults, random } = this.#context;
    if (faults.outage) return UNAVAILABLE;
    if (faults.throttleRate > 0 && random.next() < faults.throttleRate) return THROTTLED;
    if (!OPERATIONS.has(operation)) return refusal("UnknownOperationException", `There is no operation ${operation}.`);
    const { partitionKey, sortKey } = this.settings;
    const missing = [partitionKey, sortKey].find((name) => name !== undefined && item[name] === undefined);
    if (missing !== undefined) {
      const text = `One or more parameter values were invalid: Missing the key ${missing} in the item`;
      return refusal("ValidationException", text);
    }
    return refuseLoop(this.#context, cause);
  }

  #keysOf(item: Item): Item {
    const { partitionKey, sortKey } = this.settings;
    return Object.fromEntries(
      [partitionKey, sortKey].flatMap((name) => {
        const value = name === undefined ? undefined : item[name];
        return name === undefined || value === undefined ? [] : [[name, value]];
      }),
    );
  }

  #tellStreams(change: Change, cause: Message | undefined, from: string | undefined): void {
    const context = this.#context;
    const { viewType, kinesisArn, partitionKey } = this.settings;
    const name = eventNameOf(change);
    if (name === undefined) return;
    const key = JSON.stringify(change.keys[partitionKey]);
    const bodyFor = (view: NonNullable<typeof viewType>): string => {
      const eventId = messageIdOf(this.#meters.writes.total).replaceAll("-", "");
      return JSON.stringify(changeBody(change, view, context.epochMs, eventId));
    };
    if (this.#stream !== undefined && viewType !== undefined) {
      const message = context.newMessage(bodyFor(viewType), undefined, cause);
      context.tell("arrived", message, { code: "dynamodb.changed", event: name }, from);
      const partition = Number(BigInt(`0x${hashKeyOf(key)}`) % BigInt(this.#stream.partitions));
      this.#stream.add(partition, message, key, utf8Length(message.body));
    }
    const kinesis = kinesisArn === undefined ? undefined : portOf(context, kinesisArn, "kinesis");
    kinesis?.put({ body: bodyFor("NEW_AND_OLD_IMAGES"), partitionKey: key }, cause, context.id);
  }

  // --- for the kernel

  handle({ kind }: SimEvent): void {
    if (kind === TRIM) this.#stream?.trim();
  }

  inside(): number {
    return this.#stream?.size ?? 0;
  }

  view(): JsonObject {
    const shards = this.#stream?.shards.map(({ id, isClosed, log }) => ({ id, closed: isClosed, records: log.size }));
    return { items: this.#items.size, ...(shards && { shards }) };
  }

  save(keeper: Keeper): SavedTable {
    return { items: [...this.#items.values()], stream: this.#stream?.save(keeper) ?? null };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { items, stream } = saved as SavedTable;
    for (const item of items) this.#items.set(JSON.stringify(this.#keysOf(item)), item);
    if (stream !== null) this.#stream?.restore(stream, finder);
  }
}

const OPERATIONS: ReadonlySet<string> = new Set(["PutItem", "UpdateItem", "DeleteItem"]);

interface SavedTable {
  readonly items: readonly Item[];
  readonly stream: SavedTableStream | null;
}
