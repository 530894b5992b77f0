/**
 * What has left its buffer and is on its way to a bucket or an endpoint: tried again while there is an outage, put into the
 * bucket when the endpoint's retry duration is over, lost when 24 hours are.
 * https://docs.aws.amazon.com/firehose/latest/dev/retry.html
 */
import { FIREHOSE_RETENTION_MS } from "../../limits.ts";
import { type Refusal, UNAVAILABLE } from "../../refusals/refusal.ts";
import type { Finder, Keeper, NodeContext } from "../../sim/types.ts";
import { portOf } from "../ports.ts";
import type { FirehoseBehavior } from "./behavior.ts";
import type { Buffer, Lane } from "./buffers.ts";
import { objectKey } from "./object-keys.ts";
import { type FirehoseRecord, restoreFirehoseRecord, type SavedFirehoseRecord, saveFirehoseRecord } from "./record.ts";
import type { BucketSettings, FirehoseSettings } from "./settings.ts";

export interface ShipmentHost {
  readonly context: NodeContext;
  readonly settings: FirehoseSettings;
  readonly behavior: FirehoseBehavior;
  /** The kind of the events at which a shipment goes on. */
  readonly shipKind: number;
  delivered(shipment: Shipment, to: string): void;
  retried(records: readonly FirehoseRecord[], attempts: number, why: string): void;
  /** The endpoint has not taken it in time. */
  failed(shipment: Shipment): void;
  /** Nothing has taken it for 24 hours. */
  lost(shipment: Shipment): void;
}

export interface Shipment {
  readonly number: number;
  readonly lane: Lane;
  readonly records: readonly FirehoseRecord[];
  attempts: number;
  /** When it failed for the first time, milliseconds. */
  failedMs: number | undefined;
  /** Of Redshift: what is to be copied is in the bucket. */
  isStaged: boolean;
}

/** Pauses between two attempts: the first, and the longest, milliseconds. AWS says no more than that they grow. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 120_000;

export type SavedShipment = Omit<Shipment, "records" | "failedMs"> & {
  readonly records: readonly SavedFirehoseRecord[];
  readonly failedMs: number | null;
};

export class Shipments {
  readonly #host: ShipmentHost;
  readonly #open = new Map<number, Shipment>();
  #last = 0;

  constructor(host: ShipmentHost) {
    this.#host = host;
  }

  get open(): readonly Shipment[] {
    return [...this.#open.values()];
  }

  /** Something is to be tried again. */
  get isHeldUp(): boolean {
    return this.open.some(({ failedMs }) => failedMs !== undefined);
  }

  begin({ lane, records }: Pick<Buffer, "lane" | "records">): void {
    this.#last += 1;
    const shipment = { number: this.#last, lane, records, attempts: 0, failedMs: undefined, isStaged: false };
    this.#open.set(this.#last, shipment);
    this.goOn(this.#last);
  }

  goOn(number: number): void {
    const shipment = this.#open.get(number);
    if (shipment === undefined) return;
    const { endpoint } = this.#host.settings;
    const isForEndpoint = shipment.lane.to === "destination" && endpoint !== undefined;
    const needsBucket = !isForEndpoint || (endpoint?.kind === "redshift" && !shipment.isStaged);
    shipment.attempts += 1;
    const refused = (needsBucket ? this.#write(shipment) : undefined) ?? (isForEndpoint ? this.#send() : undefined);
    if (refused !== undefined) this.#tryAgain(shipment, refused);
    else {
      this.#open.delete(number);
      this.#host.delivered(shipment, isForEndpoint ? endpoint.name : this.#bucketFor(shipment.lane).arn);
    }
  }

  #bucketFor({ to }: Lane): BucketSettings {
    const { bucket, backup } = this.#host.settings;
    return to === "backup" ? (backup ?? bucket) : bucket;
  }

  /** As one object. A bucket of another template takes everything. */
  #write(shipment: Shipment): Refusal | undefined {
    const { context, settings } = this.#host;
    const { lane, records } = shipment;
    const { arn, prefix, errorPrefix, extension } = this.#bucketFor(lane);
    const startMs = context.epochMs - context.timeMs;
    const key = objectKey(lane.to === "errors" ? errorPrefix : prefix, extension, {
      streamName: settings.name,
      epochMs: startMs + (records[0]?.arrivedMs ?? 0),
      random: context.random,
      ...(lane.to === "destination" && lane.keys !== undefined && { keys: lane.keys }),
      ...(lane.to === "errors" && { errorType: lane.type }),
    });
    const refused = portOf(context, arn, "bucket")?.putObject({
      key,
      body: records.map(({ body }) => body).join(""),
      causes: records.map(({ message }) => message),
      from: context.id,
    });
    if (refused === undefined) shipment.isStaged = true;
    return refused;
  }

  /** To the endpoint, which is not simulated but for its outages and failures. */
  #send(): Refusal | undefined {
    const { context, behavior } = this.#host;
    const { timeMs, random } = context;
    const isAway = behavior.outages.some(({ fromMs, untilMs = Number.POSITIVE_INFINITY }) => {
      return timeMs >= fromMs && timeMs < untilMs;
    });
    if (isAway) return UNAVAILABLE;
    return behavior.failureRate > 0 && random.next() < behavior.failureRate ? REJECTED : undefined;
  }

  #tryAgain(shipment: Shipment, { code }: Refusal): void {
    const { context, settings, shipKind } = this.#host;
    const { lane, records, attempts, number, isStaged } = shipment;
    const { timeMs, random } = context;
    shipment.failedMs ??= timeMs;
    const { endpoint } = settings;
    const isAtEndpoint =
      lane.to === "destination" && endpoint !== undefined && (isStaged || endpoint.kind !== "redshift");
    if (isAtEndpoint && timeMs >= shipment.failedMs + endpoint.retryMs) {
      this.#open.delete(number);
      this.#host.failed(shipment);
      return;
    }
    const endMs = (records[0]?.arrivedMs ?? 0) + FIREHOSE_RETENTION_MS;
    if (!isAtEndpoint && timeMs >= endMs) {
      this.#open.delete(number);
      this.#host.lost(shipment);
      return;
    }
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS) * (0.5 + random.next() / 2);
    const lastMs = isAtEndpoint ? shipment.failedMs + endpoint.retryMs : endMs;
    this.#host.retried(records, attempts, code);
    context.at(Math.min(timeMs + pauseMs, lastMs), shipKind, number);
  }

  save(keeper: Keeper): { readonly last: number; readonly open: readonly SavedShipment[] } {
    const open = this.open.map(({ records, failedMs, ...plain }) => {
      return {
        ...plain,
        failedMs: failedMs ?? null,
        records: records.map((record) => saveFirehoseRecord(record, keeper)),
      };
    });
    return { last: this.#last, open };
  }

  restore({ last, open }: ReturnType<Shipments["save"]>, finder: Finder): void {
    this.#last = last;
    for (const { records, failedMs, ...plain } of open) {
      const restored = records.map((record) => restoreFirehoseRecord(record, finder));
      this.#open.set(plain.number, { ...plain, failedMs: failedMs ?? undefined, records: restored });
    }
  }
}

const REJECTED: Refusal = {
  code: "DeliveryFailed",
  message: "The endpoint did not take the delivery.",
  retryable: true,
};
