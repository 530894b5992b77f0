/**
 * A Kinesis video stream on the clock of a simulation: takes fragments over one connection, gives them numbers that
 * increase, keeps them for the retention period, and gives them to whoever reads.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/how-it-works.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { VIDEO_BUFFER_BYTES, VIDEO_BUFFER_MS, VIDEO_GET_CONNECTIONS } from "../../limits.ts";
import { isRefusal, type Refusal, refusalOf, UNAVAILABLE } from "../../refusals/refusal.ts";
import { Fifo } from "../../sim/fifo.ts";
import type {
  Address,
  Finder,
  Keeper,
  Message,
  NodeContext,
  NodeSpec,
  NodeState,
  SimEvent,
  SimNode,
} from "../../sim/types.ts";
import { refuseLoop } from "../loops.ts";
import type { Delivery, Ports, TargetPort } from "../ports.ts";
import { ShardWaiters } from "../shards/shard-waiters.ts";
import { Archive, type SavedArchive } from "./archive.ts";
import { tooManyConnections } from "./errors.ts";
import { type Fragment, fragmentNumberOf, restoreFragment, type SavedFragment, saveFragment } from "./fragment.ts";
import { FragmentLog, type SavedFragmentLog } from "./fragment-log.ts";
import { videoMeters } from "./meters.ts";
import { PutMedia, type SavedPutMedia } from "./put-media.ts";
import { type VideoStreamSettings, videoStreamSettingsOf } from "./settings.ts";
import { type StartSelector, serialToBeginWith } from "./start-selector.ts";
import type { VideoPort } from "./video-port.ts";

/** Kinds of events. */
const RECEIVED = 0;
const TRIM = 1;

const HOUR_MS = 3_600_000;

/** The stream is one shard to those who wait. */
const WHOLE = 0;

interface Coming {
  /** Its serial counts what is offered. */
  readonly offered: Fragment;
  readonly from: string;
}

export class VideoStream implements SimNode, TargetPort, VideoPort {
  readonly ports: Partial<Ports> = { target: this, video: this, videoStream: this };
  readonly context: NodeContext;
  readonly streamArn: string;
  readonly log = new FragmentLog();
  readonly archive = new Archive(this);
  settings: VideoStreamSettings;
  readonly #meters;
  readonly #putMedia: PutMedia;
  /** Fragments that are being sent. */
  readonly #coming = new Fifo<Coming>();
  readonly #readers = new Set<string>();
  readonly #waiters = new ShardWaiters();
  #offered = 0;
  #nextSerial = 0;
  /** When the oldest fragment expires; Infinity: nothing is set. */
  #trimMs = Number.POSITIVE_INFINITY;

  constructor(context: NodeContext, { arn, properties }: NodeSpec) {
    this.context = context;
    this.streamArn = arn;
    this.settings = videoStreamSettingsOf(properties);
    this.#meters = videoMeters(context);
    this.#putMedia = new PutMedia(context, this.#meters);
  }

  // --- producers

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    return refusalOf(this.put(cause, delivery));
  }

  /**
   * One fragment of a PutMedia session, whose name is the delivery's `from`. Undefined: it is being sent, which takes longer
   * than the stream's bandwidth has left of its own length.
   */
  put(
    cause: Message | undefined,
    { body = cause?.body ?? "", attributes, from }: Delivery,
  ): Fragment | Refusal | undefined {
    const { context } = this;
    if (context.faults.outage) return UNAVAILABLE;
    const looped = refuseLoop(context, cause);
    if (looped !== undefined) return looped;
    const taken = this.#putMedia.take(from, body, attributes);
    if (isRefusal(taken)) return taken;
    const { receivedMs, ...times } = taken;
    const offered = { serial: this.#offered, message: context.newMessage(body, attributes, cause), ...times };
    this.#offered += 1;
    context.entered(1);
    this.#coming.push({ offered, from });
    if (receivedMs > context.timeMs) {
      context.at(receivedMs, RECEIVED, offered.serial);
      return undefined;
    }
    return this.#received();
  }

  /** The first of those that are being sent is there as a whole. */
  #received(): Fragment {
    const { context } = this;
    const meters = this.#meters;
    const { offered, from } = this.#coming.shift() as Coming;
    const fragment = { ...offered, serial: this.#nextSerial };
    this.#nextSerial += 1;
    const { message, lengthMs, bytes, serverMs } = fragment;
    const number = this.numberOf(fragment);
    this.trim();
    this.log.add(fragment);
    meters.incomingFragments.add(1);
    meters.incomingBytes.add(bytes);
    meters.receivedAckMs.add(context.timeMs - serverMs);
    context.tell("arrived", message, { code: "video.received", number, lengthMs, bytes }, from);
    const hours = this.settings.retentionMs / HOUR_MS;
    if (hours > 0) {
      meters.persisted.add(1);
      context.tell("stored", message, { code: "video.persisted", number, hours });
    } else while (this.log.bytes > VIDEO_BUFFER_BYTES && this.log.size > 1) this.#letGo();
    meters.storedBytes.set(this.log.bytes);
    this.#setTrim();
    this.#wake();
    return fragment;
  }

  #wake(): void {
    for (const address of this.#waiters.take(WHOLE)) this.context.send(address);
  }

  faultChanged(): void {
    if (!this.context.faults.outage) {
      this.#wake();
      return;
    }
    this.#putMedia.cut();
    for (let cut = this.#coming.shift(); cut !== undefined; cut = this.#coming.shift()) {
      this.context.left(1);
      this.#meters.lost.add(1);
      this.context.tell("lost", cut.offered.message, { code: "video.cut-off" });
    }
  }

  // --- readers

  connect(reader: string, selector: StartSelector): number | Refusal {
    this.trim();
    if (this.context.faults.outage) return UNAVAILABLE;
    if (!this.#readers.has(reader) && this.#readers.size >= VIDEO_GET_CONNECTIONS) {
      this.#meters.connectionErrors.add(1);
      return tooManyConnections("GetMedia");
    }
    const serial = serialToBeginWith(this.log, this.#nextSerial, selector);
    if (!isRefusal(serial)) this.#readers.add(reader);
    return serial;
  }

  disconnect(reader: string): void {
    this.#readers.delete(reader);
  }

  next(serial: number): Fragment | undefined {
    this.trim();
    return this.context.faults.outage ? undefined : this.log.from(serial);
  }

  has(serial: number): boolean {
    return this.log.from(serial) !== undefined;
  }

  gave({ bytes }: Fragment): void {
    this.#meters.outgoingFragments.add(1);
    this.#meters.outgoingBytes.add(bytes);
  }

  wait(address: Address): void {
    this.#waiters.add(WHOLE, address);
  }

  numberOf({ serial, serverMs }: Fragment): string {
    return fragmentNumberOf(this.context.epochMs - this.context.timeMs + serverMs, serial);
  }

  // --- retention

  /** UpdateDataRetention. */
  set(settings: VideoStreamSettings): void {
    this.settings = settings;
    this.#trimMs = 0;
    this.trim();
  }

  get #keepsMs(): number {
    return this.settings.retentionMs || VIDEO_BUFFER_MS;
  }

  #setTrim(): void {
    const { oldest } = this.log;
    if (oldest === undefined) return;
    const timeMs = oldest.serverMs + this.#keepsMs;
    if (timeMs >= this.#trimMs) return;
    this.#trimMs = timeMs;
    this.context.atIdle(timeMs, TRIM);
  }

  /** Lets go of what is too old. */
  trim(): void {
    const { context } = this;
    if (context.timeMs < this.#trimMs) return;
    for (let { oldest } = this.log; oldest !== undefined; { oldest } = this.log) {
      if (oldest.serverMs + this.#keepsMs > context.timeMs) break;
      this.#letGo();
    }
    this.#meters.storedBytes.set(this.log.bytes);
    this.#trimMs = Number.POSITIVE_INFINITY;
    this.#setTrim();
  }

  #letGo(): void {
    const { context } = this;
    const hours = this.settings.retentionMs / HOUR_MS;
    const fragment = this.log.takeOldest();
    context.left(1);
    this.#meters.trimmed.add(1);
    const why = hours > 0 ? { code: "video.trimmed", hours } : { code: "video.left-buffer" };
    context.tell("trimmed", fragment?.message, why);
  }

  // --- for the kernel

  handle({ kind, ref }: SimEvent): void {
    if (kind === TRIM) this.trim();
    // What was cut off comes no more.
    else if (this.#coming.peek()?.offered.serial === ref) this.#received();
  }

  inside(): number {
    return this.log.size + this.#coming.size;
  }

  audit(): readonly string[] {
    const first = this.log.oldest?.serial ?? 0;
    const isWhole = [...this.log].every(({ serial }, index) => serial === first + index);
    return isWhole ? [] : ["its fragments have no numbers that increase without gaps"];
  }

  view(): JsonObject {
    const { oldest, newest } = this.log;
    return {
      producer: this.#putMedia.producer ?? null,
      readers: [...this.#readers],
      fragments: this.log.size,
      bytes: this.log.bytes,
      coming: this.#coming.size,
      ...(oldest !== undefined && newest !== undefined && { from: oldest.serverMs, to: newest.serverMs }),
    };
  }

  save(keeper: Keeper): SavedVideoStream {
    return {
      settings: this.settings,
      log: this.log.save(keeper),
      coming: Array.from(this.#coming, ({ offered, from }) => [saveFragment(offered, keeper), from] as const),
      putMedia: this.#putMedia.save(),
      archive: this.archive.save(),
      readers: [...this.#readers],
      waiters: this.#waiters.save(),
      offered: this.#offered,
      nextSerial: this.#nextSerial,
      trimMs: Number.isFinite(this.#trimMs) ? this.#trimMs : null,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { settings, log, coming, putMedia, archive, readers, waiters, offered, nextSerial, trimMs } =
      saved as SavedVideoStream;
    this.settings = settings;
    this.log.restore(log, finder);
    this.#coming.clear();
    for (const [offered, from] of coming) this.#coming.push({ offered: restoreFragment(offered, finder), from });
    this.#putMedia.restore(putMedia);
    this.archive.restore(archive);
    this.#readers.clear();
    for (const reader of readers) this.#readers.add(reader);
    this.#waiters.restore(waiters);
    this.#offered = offered;
    this.#nextSerial = nextSerial;
    this.#trimMs = trimMs ?? Number.POSITIVE_INFINITY;
  }
}

interface SavedVideoStream {
  readonly settings: VideoStreamSettings;
  readonly log: SavedFragmentLog;
  readonly coming: readonly (readonly [offered: SavedFragment, from: string])[];
  readonly putMedia: SavedPutMedia;
  readonly archive: SavedArchive;
  readonly readers: readonly string[];
  readonly waiters: JsonValue;
  readonly offered: number;
  readonly nextSerial: number;
  readonly trimMs: number | null;
}
