/**
 * A program that looks at what a video stream has retained: it lists the fragments of a time with ListFragments, page by
 * page, and gets their media with GetMediaForFragmentList, some at a time. It comes to an end.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_reader_ListFragments.html
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_reader_GetMediaForFragmentList.html
 */
import type { JsonObject } from "../../json.ts";
import { VIDEO_GET_BYTES_PER_SECOND, VIDEO_MAX_LISTED_FRAGMENTS } from "../../limits.ts";
import { isRefusal, type Refusal } from "../../refusals/refusal.ts";
import type { Finder, Keeper, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { portOf } from "../ports.ts";
import type { FragmentSelector } from "./archive.ts";
import { videoConsumerMeters } from "./consumer-meters.ts";
import { type VideoConsumerSettings, videoConsumerSettingsOf } from "./consumer-settings.ts";
import { type Fragment, restoreFragment, type SavedFragment, saveFragment } from "./fragment.ts";
import { FragmentWork } from "./fragment-work.ts";
import type { VideoPort } from "./video-port.ts";

/** Kinds of events. */
const ASK = 0;
const DONE = 1;

/** The pause before it asks again, or tries a fragment again, milliseconds. */
const RETRY_MS = 1_000;

/** Fragments that it gets with one call: some minutes of video, no more than it can hold. */
const GOT_AT_ONCE = 100;

export class ArchiveConsumer implements SimNode {
  readonly ports = {};
  readonly #context: NodeContext;
  readonly #settings: VideoConsumerSettings;
  readonly #selector: FragmentSelector;
  readonly #meters;
  readonly #work: FragmentWork;
  /** The serial that the next page of the list begins with; undefined: the list is whole. */
  #nextPage: number | undefined = 0;
  /** Serials of those that were listed and not got. */
  #listed: readonly number[] = [];
  /** Those that it has got; it works on the first. */
  #inHand: readonly Fragment[] = [];
  /** Goes up with whatever happens to it: events of before no longer count. */
  #turn = 0;

  constructor(context: NodeContext, spec: NodeSpec, selector: FragmentSelector) {
    this.#context = context;
    this.#settings = videoConsumerSettingsOf(spec);
    this.#selector = selector;
    this.#meters = videoConsumerMeters(context);
    this.#work = new FragmentWork(context, this.#settings, this.#meters);
  }

  start(): void {
    this.#context.at(this.#settings.beginMs, ASK, this.#turn);
  }

  get #stream(): VideoPort | undefined {
    return portOf(this.#context, this.#settings.streamArn, "video");
  }

  // --- the archive

  /** Lists, then gets; until it has something to work on, or nothing is left. */
  #ask(stream: VideoPort): void {
    if (this.#context.faults.outage) return;
    while (this.#inHand.length === 0 && !this.#isOver) {
      const refused = this.#nextPage === undefined ? this.#get(stream) : this.#list(stream, this.#nextPage);
      if (refused === undefined) continue;
      this.#meters.refused.add(1);
      this.#context.tell("pollRefused", undefined, { code: "video.refused", refusal: refused.code, waitMs: RETRY_MS });
      this.#context.atIdle(this.#context.timeMs + RETRY_MS, ASK, this.#turn);
      return;
    }
    this.#beginFirst(stream);
  }

  get #isOver(): boolean {
    return this.#nextPage === undefined && this.#listed.length === 0;
  }

  #list(stream: VideoPort, from: number): Refusal | undefined {
    const page = stream.archive.list(this.#selector, from, VIDEO_MAX_LISTED_FRAGMENTS);
    if (isRefusal(page)) return page;
    this.#meters.listed.add(page.fragments.length);
    this.#listed = [...this.#listed, ...page.fragments.map(({ serial }) => serial)];
    this.#nextPage = page.next;
    return undefined;
  }

  /** What has expired since it was listed ends the answer; the program goes on behind it. */
  #get(stream: VideoPort): Refusal | undefined {
    const asked = this.#listed.slice(0, GOT_AT_ONCE);
    const got = stream.archive.get(asked);
    if (isRefusal(got)) return got;
    const isCutShort = got.length < asked.length;
    if (isCutShort) this.#work.missed(1);
    this.#inHand = got;
    this.#listed = this.#listed.slice(got.length + (isCutShort ? 1 : 0));
    return undefined;
  }

  // --- fragments

  /** Works on the first that it has, once its media has come. */
  #beginFirst(stream: VideoPort): void {
    const [fragment] = this.#inHand;
    if (fragment !== undefined) this.#begin(stream, fragment, (fragment.bytes / VIDEO_GET_BYTES_PER_SECOND) * 1_000);
  }

  #begin(stream: VideoPort, fragment: Fragment, afterMs: number): void {
    const durationMs = this.#work.begin(fragment, stream.numberOf(fragment));
    this.#context.at(this.#context.timeMs + afterMs + durationMs, DONE, this.#turn);
  }

  #done(stream: VideoPort, fragment: Fragment): void {
    if (!this.#work.end(fragment)) {
      this.#begin(stream, fragment, RETRY_MS);
      return;
    }
    this.#inHand = this.#inHand.slice(1);
    if (this.#inHand.length === 0) this.#ask(stream);
    else this.#beginFirst(stream);
  }

  faultChanged(): void {
    const context = this.#context;
    this.#turn += 1;
    if (!context.faults.outage) {
      context.at(Math.max(context.timeMs, this.#settings.beginMs), ASK, this.#turn);
      return;
    }
    const [fragment] = this.#inHand;
    if (fragment !== undefined) {
      this.#meters.abandoned.add(1);
      context.tell("abandoned", fragment.message, { code: "video.disconnected" });
    }
    this.#listed = [...this.#inHand.map(({ serial }) => serial), ...this.#listed];
    this.#inHand = [];
  }

  // --- for the kernel

  handle({ kind, ref }: SimEvent): void {
    const stream = this.#stream;
    if (ref !== this.#turn || stream === undefined) return;
    this.#turn += 1;
    const [fragment] = this.#inHand;
    if (kind === ASK) this.#ask(stream);
    else if (fragment !== undefined) this.#done(stream, fragment);
  }

  isBusy(): boolean {
    return this.#inHand.length > 0 || this.#listed.length > 0;
  }

  view(): JsonObject {
    const { processed, lost } = this.#meters;
    return {
      state: this.#nextPage !== undefined ? "listing" : this.#isOver && this.#inHand.length === 0 ? "ended" : "getting",
      left: this.#inHand.length + this.#listed.length,
      processed: processed.total,
      lost: lost.total,
    };
  }

  save(keeper: Keeper): SavedArchiveConsumer {
    return {
      nextPage: this.#nextPage ?? null,
      listed: this.#listed,
      inHand: this.#inHand.map((fragment) => saveFragment(fragment, keeper)),
      attempts: this.#work.attempts,
      turn: this.#turn,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { nextPage, listed, inHand, attempts, turn } = saved as SavedArchiveConsumer;
    this.#nextPage = nextPage ?? undefined;
    this.#listed = listed;
    this.#inHand = inHand.map((fragment) => restoreFragment(fragment, finder));
    this.#work.attempts = attempts;
    this.#turn = turn;
  }
}

interface SavedArchiveConsumer {
  readonly nextPage: number | null;
  readonly listed: readonly number[];
  readonly inHand: readonly SavedFragment[];
  readonly attempts: number;
  readonly turn: number;
}
