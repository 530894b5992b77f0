/**
 * A program that reads a video stream over a connection of GetMedia, one fragment after the other, by their numbers. Where
 * its connection breaks it goes on with the continuation token: the fragment that it has not done.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_GetMedia.html
 */
import type { JsonObject } from "../../json.ts";
import { VIDEO_GET_BYTES_PER_SECOND, VIDEO_GET_FRAGMENTS_PER_SECOND } from "../../limits.ts";
import { isRefusal } from "../../refusals/refusal.ts";
import type { Finder, Keeper, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { portOf } from "../ports.ts";
import { videoConsumerMeters } from "./consumer-meters.ts";
import { type VideoConsumerSettings, videoConsumerSettingsOf } from "./consumer-settings.ts";
import { type Fragment, restoreFragment, type SavedFragment, saveFragment } from "./fragment.ts";
import { FragmentWork } from "./fragment-work.ts";
import type { VideoPort } from "./video-port.ts";

/** Kinds of events. */
const CONNECT = 0;
const MORE = 1;
const DONE = 2;

/** The pause before it connects again, or tries a fragment again, milliseconds. */
const RETRY_MS = 1_000;
/** Between two fragments that one connection gives. */
const APART_MS = 1_000 / VIDEO_GET_FRAGMENTS_PER_SECOND;

export class VideoConsumer implements SimNode {
  readonly ports = {};
  readonly #context: NodeContext;
  readonly #settings: VideoConsumerSettings;
  readonly #meters;
  readonly #work: FragmentWork;
  #isConnected = false;
  /** Serial of the first fragment that is not done; undefined: it has never been connected. */
  #serial: number | undefined;
  #inHand: Fragment | undefined;
  /** When it got the last fragment; null: never. */
  #gotMs: number | null = null;
  /** Goes up with whatever happens to it: events of before no longer count. */
  #turn = 0;

  constructor(context: NodeContext, spec: NodeSpec) {
    this.#context = context;
    this.#settings = videoConsumerSettingsOf(spec);
    this.#meters = videoConsumerMeters(context);
    this.#work = new FragmentWork(context, this.#settings, this.#meters);
  }

  start(): void {
    this.#context.at(this.#settings.beginMs, CONNECT, this.#turn);
  }

  get #stream(): VideoPort | undefined {
    return portOf(this.#context, this.#settings.streamArn, "video");
  }

  // --- the connection

  #connect(): void {
    const context = this.#context;
    const stream = this.#stream;
    if (stream === undefined || context.faults.outage) return;
    const serial = stream.connect(context.id, this.#settings.selector);
    if (isRefusal(serial)) {
      this.#meters.refused.add(1);
      context.tell("pollRefused", undefined, { code: "video.refused", refusal: serial.code, waitMs: RETRY_MS });
      if (serial.retryable === true) context.atIdle(context.timeMs + RETRY_MS, CONNECT, this.#turn);
      return;
    }
    this.#isConnected = true;
    this.#serial ??= serial;
    this.#read(stream);
  }

  faultChanged(): void {
    const context = this.#context;
    this.#turn += 1;
    if (!context.faults.outage) {
      if (!this.#isConnected) context.at(Math.max(context.timeMs, this.#settings.beginMs), CONNECT, this.#turn);
      return;
    }
    if (this.#inHand !== undefined) {
      this.#meters.abandoned.add(1);
      context.tell("abandoned", this.#inHand.message, { code: "video.disconnected" });
    }
    this.#inHand = undefined;
    this.#isConnected = false;
    this.#stream?.disconnect(context.id);
  }

  // --- fragments

  /** The next fragment, now or when it is there. */
  #read(stream: VideoPort): void {
    const context = this.#context;
    const wanted = this.#serial ?? 0;
    const fragment = stream.next(wanted);
    if (fragment === undefined) {
      this.#meters.behindMs.since(undefined);
      stream.wait({ node: context.id, kind: MORE, ref: this.#turn });
      return;
    }
    if (fragment.serial > wanted) this.#work.missed(fragment.serial - wanted);
    this.#serial = fragment.serial;
    this.#inHand = fragment;
    this.#meters.behindMs.since(fragment.serverMs);
    stream.gave(fragment);
    const beginMs = Math.max(context.timeMs, (this.#gotMs ?? Number.NEGATIVE_INFINITY) + APART_MS);
    const gotMs = beginMs + (fragment.bytes / VIDEO_GET_BYTES_PER_SECOND) * 1_000;
    this.#gotMs = gotMs;
    this.#begin(stream, fragment, gotMs);
  }

  #begin(stream: VideoPort, fragment: Fragment, beginMs: number): void {
    const durationMs = this.#work.begin(fragment, stream.numberOf(fragment));
    this.#context.at(beginMs + durationMs, DONE, this.#turn);
  }

  #done(fragment: Fragment, stream: VideoPort): void {
    if (!this.#work.end(fragment)) {
      this.#begin(stream, fragment, this.#context.timeMs + RETRY_MS);
      return;
    }
    this.#inHand = undefined;
    this.#serial = fragment.serial + 1;
    this.#read(stream);
  }

  // --- for the kernel

  handle({ kind, ref }: SimEvent): void {
    const stream = this.#stream;
    if (ref !== this.#turn || stream === undefined) return;
    this.#turn += 1;
    if (kind === CONNECT) this.#connect();
    else if (kind === MORE && this.#isConnected) this.#read(stream);
    else if (kind === DONE && this.#inHand !== undefined) this.#done(this.#inHand, stream);
  }

  /** While there is a fragment that it has not read. */
  isBusy(): boolean {
    const serial = this.#serial;
    return this.#inHand !== undefined || (serial !== undefined && this.#stream?.has(serial) === true);
  }

  view(): JsonObject {
    const { processed, lost } = this.#meters;
    return {
      state: this.#isConnected ? "connected" : "away",
      fragment: this.#serial ?? null,
      processed: processed.total,
      lost: lost.total,
    };
  }

  save(keeper: Keeper): SavedVideoConsumer {
    return {
      isConnected: this.#isConnected,
      serial: this.#serial ?? null,
      inHand: this.#inHand === undefined ? null : saveFragment(this.#inHand, keeper),
      attempts: this.#work.attempts,
      gotMs: this.#gotMs,
      turn: this.#turn,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { isConnected, serial, inHand, attempts, gotMs, turn } = saved as SavedVideoConsumer;
    this.#isConnected = isConnected;
    this.#serial = serial ?? undefined;
    this.#inHand = inHand === null ? undefined : restoreFragment(inHand, finder);
    this.#work.attempts = attempts;
    this.#gotMs = gotMs;
    this.#turn = turn;
  }
}

interface SavedVideoConsumer {
  readonly isConnected: boolean;
  readonly serial: number | null;
  readonly inHand: SavedFragment | null;
  readonly attempts: number;
  readonly gotMs: number | null;
  readonly turn: number;
}
