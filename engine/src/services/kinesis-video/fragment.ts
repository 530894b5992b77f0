/**
 * Fragments: a few seconds of media, with the time at which the producer recorded them and the time at which the service
 * began to receive them. Nobody simulates pictures: a message says what matters of a fragment in the words of ListFragments
 * (`FragmentLengthInMilliseconds`, `FragmentSizeInBytes`, `ProducerTimestamp`), its attributes are the fragment's tags.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_reader_Fragment.html
 */
import { type JsonValue, objectOf } from "../../json.ts";
import { VIDEO_MAX_FRAGMENT_MS, VIDEO_MIN_FRAGMENT_MS } from "../../limits.ts";
import { parsedJson } from "../../patterns/events.ts";
import type { Finder, Keeper, Message } from "../../sim/types.ts";
import { numberOf } from "../settings.ts";

/** Times are milliseconds since the simulation began. */
export interface Fragment {
  /** From 0, in the order in which they were there as a whole. */
  readonly serial: number;
  readonly message: Message;
  /** When its recording began, by the producer's clock. */
  readonly producerMs: number;
  /** When its first byte came. */
  readonly serverMs: number;
  readonly lengthMs: number;
  readonly bytes: number;
}

/** What a message says of its fragment; undefined where it says nothing. */
export interface SaidOfFragment {
  readonly lengthMs: number | undefined;
  readonly bytes: number | undefined;
  /** Epoch milliseconds; NaN: no time. */
  readonly producerEpochMs: number | undefined;
}

/** A picture of medium quality, 1 Mbit/s: for those who do not say. */
const BYTES_PER_MS = 125;

export function saidIn(body: string): SaidOfFragment {
  const said = body.startsWith("{") ? parsedJson(body) : undefined;
  const { FragmentLengthInMilliseconds, FragmentSizeInBytes, ProducerTimestamp } = objectOf(said);
  return {
    lengthMs: optional(FragmentLengthInMilliseconds),
    bytes: optional(FragmentSizeInBytes),
    producerEpochMs: ProducerTimestamp === undefined ? undefined : epochMsOf(ProducerTimestamp),
  };
}

function optional(value: JsonValue | undefined): number | undefined {
  const number = numberOf(value, Number.NaN);
  return Number.isNaN(number) ? undefined : number;
}

/** Numbers above are milliseconds, below seconds: the year 5138 in seconds. */
const MOST_SECONDS = 100_000_000_000;

/** Seconds or milliseconds since 1970, or as SDKs write times. NaN: it is none. */
export function epochMsOf(value: JsonValue): number {
  const number = Number(value);
  if (typeof value === "string" && Number.isNaN(number)) return Date.parse(value);
  return Math.abs(number) < MOST_SECONDS ? number * 1_000 : number;
}

/** A camera sends each fragment when it is whole: it has been recorded since the one before. */
export function lengthSince(beforeMs: number | undefined, nowMs: number): number {
  const sinceMs = beforeMs === undefined ? 0 : nowMs - beforeMs;
  return Math.min(VIDEO_MAX_FRAGMENT_MS, Math.max(VIDEO_MIN_FRAGMENT_MS, sinceMs));
}

export function usualBytes(lengthMs: number): number {
  return Math.round(lengthMs * BYTES_PER_MS);
}

const NUMBER_START = "91343852333181";
const SERIAL_DIGITS = 20;

/** 47 digits, as AWS's: those of a stream increase in the order in which its fragments came. */
export function fragmentNumberOf(serverEpochMs: number, serial: number): string {
  const time = String(Math.floor(serverEpochMs)).padStart(13, "0");
  return `${NUMBER_START}${time}${String(serial).padStart(SERIAL_DIGITS, "0")}`;
}

/** The serial in a fragment's number; undefined: no fragment has that number. */
export function serialOf(fragmentNumber: string): number | undefined {
  const isNumber = /^\d{47}$/.test(fragmentNumber) && fragmentNumber.startsWith(NUMBER_START);
  return isNumber ? Number(fragmentNumber.slice(-SERIAL_DIGITS)) : undefined;
}

export type SavedFragment = readonly [
  serial: number,
  message: number,
  producerMs: number,
  serverMs: number,
  lengthMs: number,
  bytes: number,
];

export function saveFragment(
  { serial, message, producerMs, serverMs, lengthMs, bytes }: Fragment,
  keeper: Keeper,
): SavedFragment {
  return [serial, keeper.keep(message), producerMs, serverMs, lengthMs, bytes];
}

export function restoreFragment(
  [serial, message, producerMs, serverMs, lengthMs, bytes]: SavedFragment,
  finder: Finder,
): Fragment {
  return { serial, message: finder.find(message), producerMs, serverMs, lengthMs, bytes };
}
