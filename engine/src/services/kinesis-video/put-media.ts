/**
 * Takes fragments in: who is connected, what the limits of the second leave room for, and whether the fragment is one.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_PutMedia.html
 */
import {
  VIDEO_MAX_FRAGMENT_BYTES,
  VIDEO_MAX_FRAGMENT_MS,
  VIDEO_MAX_TAG_NAME_BYTES,
  VIDEO_MAX_TAG_VALUE_BYTES,
  VIDEO_MAX_TAGS,
  VIDEO_MIN_FRAGMENT_MS,
  VIDEO_PUT_BYTES_PER_SECOND,
  VIDEO_PUT_CALLS_PER_SECOND,
  VIDEO_PUT_FRAGMENTS_PER_SECOND,
} from "../../limits.ts";
import { isRefusal, type Refusal } from "../../refusals/refusal.ts";
import type { Attributes, NodeContext } from "../../sim/types.ts";
import { utf8Length } from "../../text/utf8.ts";
import { SecondBudget, type SecondBudgetState } from "../shards/second-budget.ts";
import { type ErrorAck, errorAck, limitExceeded, tooManyConnections } from "./errors.ts";
import { type Fragment, lengthSince, saidIn, usualBytes } from "./fragment.ts";
import type { VideoMeters } from "./meters.ts";
import { PutConnection, type PutConnectionState } from "./put-connection.ts";

/** What a fragment is, before it has a message and a serial, and when it is there as a whole. */
export interface TakenFragment extends Pick<Fragment, "producerMs" | "serverMs" | "lengthMs" | "bytes"> {
  readonly receivedMs: number;
}

export interface SavedPutMedia {
  readonly connection: PutConnectionState | null;
  readonly budgets: readonly SecondBudgetState[];
  readonly receivedMs: number | null;
}

export class PutMedia {
  readonly #context: NodeContext;
  readonly #meters: VideoMeters;
  readonly #connection = new PutConnection();
  readonly #calls = new SecondBudget(VIDEO_PUT_CALLS_PER_SECOND);
  readonly #fragments = new SecondBudget(VIDEO_PUT_FRAGMENTS_PER_SECOND);
  /** Until when the stream has been receiving: fragments come one after the other, also over different connections. null: nothing yet. */
  #receivedMs: number | null = null;

  constructor(context: NodeContext, meters: VideoMeters) {
    this.#context = context;
    this.#meters = meters;
  }

  /** Who is connected now. */
  get producer(): string | undefined {
    return this.#connection.at(this.#context.timeMs)?.producer;
  }

  /** `producer`: a session of PutMedia; each sends over a connection of its own. */
  take(producer: string, body: string, tags: Attributes | undefined): TakenFragment | Refusal {
    const { timeMs, faults, random } = this.#context;
    const connection = this.#connection.at(timeMs);
    if (connection !== undefined && connection.producer !== producer) return this.#taken(connection.producer);
    if (faults.throttleRate > 0 && random.next() < faults.throttleRate) return this.#throttled("that of a fault");
    if (connection === undefined && !this.#calls.allows(timeMs, 1)) {
      return this.#throttled(`${VIDEO_PUT_CALLS_PER_SECOND} calls of PutMedia a second`);
    }
    if (!this.#fragments.allows(timeMs, 1)) {
      return this.#throttled(`${VIDEO_PUT_FRAGMENTS_PER_SECOND} fragments a second`);
    }
    if (connection === undefined) {
      this.#calls.use(1);
      this.#meters.connections.add(1);
    }
    this.#fragments.use(1);
    const fragment = this.#read(body, tags, connection);
    if (isRefusal(fragment)) return this.#refused(fragment);
    const { producerMs, receivedMs } = fragment;
    const openedMs = connection?.openedMs ?? timeMs;
    this.#receivedMs = receivedMs;
    this.#connection.took({ producer, openedMs, offeredMs: timeMs, receivedMs, producerMs });
    return fragment;
  }

  /** The service is away: whoever was connected is no more. */
  cut(): void {
    this.#connection.close();
    this.#receivedMs = this.#context.timeMs;
  }

  #read(
    body: string,
    tags: Attributes | undefined,
    connection: PutConnectionState | undefined,
  ): TakenFragment | ErrorAck {
    const { timeMs, epochMs } = this.#context;
    const said = saidIn(body);
    const lengthMs = said.lengthMs ?? lengthSince(connection?.offeredMs, timeMs);
    const bytes = said.bytes ?? usualBytes(lengthMs);
    const { producerEpochMs } = said;
    const isLive = producerEpochMs === undefined;
    // Live media is sent while it is recorded; the time of a message is the end of that.
    const producerMs = isLive ? timeMs - lengthMs : producerEpochMs - (epochMs - timeMs);
    const wrong = mistakeOf({ producerMs, lengthMs, bytes }, tags, connection);
    if (wrong !== undefined) return wrong;
    const serverMs = Math.max(isLive ? producerMs : timeMs, this.#receivedMs ?? Number.NEGATIVE_INFINITY);
    const uploadMs = (bytes / VIDEO_PUT_BYTES_PER_SECOND) * 1_000;
    return { producerMs, serverMs, lengthMs, bytes, receivedMs: Math.max(timeMs, serverMs + uploadMs) };
  }

  #taken(producer: string): Refusal {
    this.#meters.connectionErrors.add(1);
    this.#context.tell("throttled", undefined, { code: "video.connection-taken", producer });
    return tooManyConnections("PutMedia");
  }

  #throttled(limit: string): Refusal {
    const refusal = limitExceeded(limit);
    this.#meters.throttled.add(1);
    this.#context.tell("throttled", undefined, { code: "video.throttled", text: refusal.message });
    return refusal;
  }

  #refused(ack: ErrorAck): Refusal {
    const { code: error, errorId, message: text } = ack;
    this.#meters.errorAcks.add(1);
    this.#context.tell("dropped", undefined, { code: "video.error-ack", error, errorId, text });
    this.#connection.close();
    return ack;
  }

  save(): SavedPutMedia {
    const budgets = [this.#calls.save(), this.#fragments.save()];
    return { connection: this.#connection.save(), budgets, receivedMs: this.#receivedMs };
  }

  restore({ connection, budgets: [calls, fragments], receivedMs }: SavedPutMedia): void {
    this.#receivedMs = receivedMs;
    this.#connection.restore(connection);
    this.#calls.restore(calls as SecondBudgetState);
    this.#fragments.restore(fragments as SecondBudgetState);
  }
}

function mistakeOf(
  { producerMs, lengthMs, bytes }: Pick<Fragment, "producerMs" | "lengthMs" | "bytes">,
  tags: Attributes | undefined,
  before: PutConnectionState | undefined,
): ErrorAck | undefined {
  if (Number.isNaN(producerMs)) return errorAck("INVALID_PRODUCER_TIMESTAMP", "the producer's timestamp is no time");
  if (before !== undefined && producerMs < before.producerMs) {
    return errorAck(
      "FRAGMENT_TIMECODE_LESSER_THAN_PREVIOUS",
      "it was recorded before the fragment that came before it",
    );
  }
  if (lengthMs < VIDEO_MIN_FRAGMENT_MS) return errorAck("MIN_FRAGMENT_DURATION_REACHED", `it lasts ${lengthMs} ms`);
  if (lengthMs > VIDEO_MAX_FRAGMENT_MS) return errorAck("MAX_FRAGMENT_DURATION_REACHED", `it lasts ${lengthMs} ms`);
  if (bytes > VIDEO_MAX_FRAGMENT_BYTES) return errorAck("MAX_FRAGMENT_SIZE_REACHED", `it has ${bytes} bytes`);
  const text = tagMistake(tags);
  return text === undefined ? undefined : errorAck("FRAGMENT_METADATA_LIMIT_REACHED", text);
}

function tagMistake(tags: Attributes = {}): string | undefined {
  const entries = Object.entries(tags);
  if (entries.length > VIDEO_MAX_TAGS) return `it has ${entries.length} tags`;
  for (const [name, attribute] of entries) {
    const value = "StringValue" in attribute ? attribute.StringValue : attribute.BinaryValue;
    if (name.startsWith("AWS")) return `the tag ${name} begins with AWS`;
    if (utf8Length(name) > VIDEO_MAX_TAG_NAME_BYTES) return `the name of the tag ${name} is too long`;
    if (utf8Length(value) > VIDEO_MAX_TAG_VALUE_BYTES) return `the value of the tag ${name} is too long`;
  }
  return undefined;
}
