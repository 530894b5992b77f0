/**
 * A bucket of S3: takes objects in, and tells queues, topics, functions and EventBridge of them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html
 */
import type { JsonObject } from "../../json.ts";
import { MAX_OBJECT_KEY_BYTES } from "../../limits.ts";
import { type Refusal, refusal, UNAVAILABLE } from "../../refusals/refusal.ts";
import { type Distribution, type Sampler, samplerOf } from "../../sim/distribution.ts";
import type { Finder, Keeper, Message, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { hashHex } from "../../text/hash.ts";
import { utf8Length } from "../../text/utf8.ts";
import { Deliveries, type DeliveryTarget, retryLimitsOf, type SavedDeliveries } from "../deliveries.ts";
import { deliveryMeters } from "../delivery-meters.ts";
import { busOf } from "../events/bus.ts";
import { refuseLoop } from "../loops.ts";
import { type Delivery, type Ports, portOf, type TargetPort } from "../ports.ts";
import { NO_RESOURCE } from "../target-errors.ts";
import type { BucketPort, PutRequest } from "./bucket-port.ts";
import { isNotified, type Notification, notificationsOf, notifiesEventBridge } from "./notifications.ts";
import { eventBridgeText, eventNameOf, notificationText, type ObjectEvent } from "./object-events.ts";

/** What a scenario says of a bucket. */
export interface BucketBehavior {
  /** From a change to its notification, milliseconds. Default 500: AWS says "typically in seconds". */
  readonly notificationDelayMs?: Distribution;
}

const DEFAULT_DELAY_MS = 500;

/** A notification goes out; `ref` is its target's number. What is more is that number, from 1: a retry falls due. */
const NOTIFY = 0;

/** So many of the last keys are shown. */
const SHOWN_KEYS = 10;

interface Listener {
  /** Undefined: EventBridge, which is told of everything. */
  readonly notification: Notification | undefined;
  readonly deliveries: Deliveries;
}

export class Bucket implements SimNode, BucketPort, TargetPort {
  readonly ports: Partial<Ports> = { bucket: this, target: this };
  readonly #context: NodeContext;
  readonly #name: string;
  readonly #delayMs: Sampler;
  readonly #listeners: readonly Listener[];
  readonly #stored;
  readonly #storedBytes;
  readonly #deleted;
  readonly #throttled;
  #changes = 0;
  #lastKeys: readonly string[] = [];

  constructor(context: NodeContext, { arn, properties, behavior = {} }: NodeSpec) {
    const { notificationDelayMs = DEFAULT_DELAY_MS } = behavior as BucketBehavior;
    const { NotificationConfiguration: configuration } = properties;
    const meters = deliveryMeters(context, { deadLetters: false });
    const notifications = [
      ...notificationsOf(configuration),
      ...(notifiesEventBridge(configuration) ? [undefined] : []),
    ];
    this.#context = context;
    this.#name = arn.slice(arn.lastIndexOf(":") + 1);
    this.#delayMs = samplerOf(notificationDelayMs);
    this.#listeners = notifications.map((notification, index) => {
      const target = notification === undefined ? eventBridgeTarget(context) : targetOf(context, notification);
      return { notification, deliveries: new Deliveries(context, index + 1, target, meters) };
    });
    this.#stored = context.counter("stored");
    this.#storedBytes = context.counter("storedBytes");
    this.#deleted = context.counter("deleted");
    this.#throttled = context.counter("throttled");
  }

  /** The partition key of a message is the key of its object. */
  deliver(cause: Message | undefined, { body = cause?.body ?? "", partitionKey, from }: Delivery): Refusal | undefined {
    const causes = cause === undefined ? [] : [cause];
    return this.putObject({ body, causes, from, ...(partitionKey !== undefined && { key: partitionKey }) });
  }

  putObject({ key = `object-${this.#changes + 1}`, body, causes, from, bytes }: PutRequest): Refusal | undefined {
    const context = this.#context;
    const [cause, ...others] = causes;
    const refused = this.#refuse(key) ?? refuseLoop(context, cause);
    if (refused !== undefined) return refused;
    const size = bytes ?? utf8Length(body);
    const object = context.newMessage(body, undefined, cause);
    this.#stored.add(1);
    this.#storedBytes.add(size);
    this.#lastKeys = [...this.#lastKeys, key].slice(-SHOWN_KEYS);
    context.tell("stored", object, { code: "bucket.stored", key, bytes: size }, from);
    for (const other of others) context.tell("stored", other, { code: "bucket.part", key }, from);
    this.#notify(object, "created", key, size);
    return undefined;
  }

  deleteObject({ key, cause, from }: Parameters<BucketPort["deleteObject"]>[0]): Refusal | undefined {
    const context = this.#context;
    const refused = this.#refuse(key) ?? refuseLoop(context, cause);
    if (refused !== undefined) return refused;
    const removal = context.newMessage("", undefined, cause);
    this.#deleted.add(1);
    context.tell("deleted", removal, { code: "bucket.deleted", key }, from);
    this.#notify(removal, "removed", key, 0);
    return undefined;
  }

  #refuse(key: string): Refusal | undefined {
    const { faults, random } = this.#context;
    if (faults.outage) return UNAVAILABLE;
    if (faults.throttleRate > 0 && random.next() < faults.throttleRate) {
      this.#throttled.add(1);
      return SLOW_DOWN;
    }
    return utf8Length(key) > MAX_OBJECT_KEY_BYTES ? KEY_TOO_LONG : undefined;
  }

  /** `change`: the object, or what removes it. */
  #notify(change: Message, kind: ObjectEvent["kind"], key: string, bytes: number): void {
    const context = this.#context;
    this.#changes += 1;
    if (this.#listeners.length === 0) return;
    const event: ObjectEvent = {
      kind,
      bucket: this.#name,
      key,
      bytes,
      eTag: kind === "created" ? (hashHex(change.body, "MD5") ?? "") : "",
      sequencer: this.#changes.toString(16).padStart(18, "0").toUpperCase(),
      requestId: context.random.uuid(),
      epochMs: context.epochMs,
    };
    const delayMs = this.#delayMs(context.random) * context.faults.slowness;
    for (const [index, { notification }] of this.#listeners.entries()) {
      if (notification !== undefined && !isNotified(notification, eventNameOf(event), key)) continue;
      const text =
        notification === undefined
          ? eventBridgeText(event, context.random.uuid())
          : notificationText(event, notification.id);
      context.at(context.timeMs + delayMs, NOTIFY, index, change, text);
    }
  }

  // --- for the kernel

  handle(event: SimEvent): void {
    const { kind, ref, message, data } = event;
    if (kind !== NOTIFY) this.#listeners[kind - 1]?.deliveries.due(event);
    else if (message !== undefined) {
      this.#listeners[ref]?.deliveries.begin(message, { from: this.#context.id, body: String(data) });
    }
  }

  inside(): number {
    return this.#listeners.reduce((sum, { deliveries }) => sum + deliveries.pending, 0);
  }

  view(): JsonObject {
    return {
      objects: this.#stored.total,
      bytes: this.#storedBytes.total,
      lastKeys: this.#lastKeys,
      notifications: this.#listeners.map(({ deliveries: { target, pending } }) => ({ arn: target.arn, pending })),
    };
  }

  save(keeper: Keeper): SavedBucket {
    return {
      changes: this.#changes,
      lastKeys: this.#lastKeys,
      deliveries: this.#listeners.map(({ deliveries }) => deliveries.save(keeper)),
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { changes, lastKeys, deliveries } = saved as SavedBucket;
    this.#changes = changes;
    this.#lastKeys = lastKeys;
    for (const [index, each] of this.#listeners.entries()) {
      each.deliveries.restore(deliveries[index] as SavedDeliveries, finder);
    }
  }
}

interface SavedBucket {
  readonly changes: number;
  readonly lastKeys: readonly string[];
  readonly deliveries: readonly SavedDeliveries[];
}

/** AWS does not tell how long S3 tries: as EventBridge here. What fails for good is gone. */
const RETRIES = { limits: retryLimitsOf(undefined), deadLetterArn: undefined, deadLetterAttributes: () => ({}) };

function targetOf(context: NodeContext, { targetArn: arn }: Notification): DeliveryTarget {
  return {
    ...RETRIES,
    arn,
    deliver(object, delivery) {
      const target = portOf(context, arn, "target");
      return target === undefined ? NO_RESOURCE : target.deliver(object, delivery);
    },
  };
}

function eventBridgeTarget(context: NodeContext): DeliveryTarget {
  return {
    ...RETRIES,
    arn: "events.amazonaws.com",
    // Where nothing listens there is no bus, and nobody misses the event.
    deliver: (object, { body = "", from }) =>
      busOf(context, "default")?.handOn(context.newMessage(body, undefined, object), from),
  };
}

const SLOW_DOWN: Refusal = { code: "SlowDown", message: "Please reduce your request rate.", retryable: true };

const KEY_TOO_LONG = refusal("KeyTooLongError", "Your key is too long");
