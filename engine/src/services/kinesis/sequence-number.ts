/**
 * Sequence numbers, as Kinesis makes them: a number of 186 bits that holds when its shard was made, the record's place, the
 * second in which it arrived, and the shard. AWS promises only that they ascend within a shard; the layout is what
 * everybody sees who writes them in hexadecimal, and two older ones are still recognised.
 * https://docs.aws.amazon.com/streams/latest/dev/key-concepts.html#sequence-number
 */

/** What a sequence number holds. */
export interface SequenceParts {
  /** When the shard was made, seconds since 1970. */
  readonly shardSeconds: number;
  readonly shard: number;
  /** The place in the shard. */
  readonly position: number;
  /** When it came, seconds since 1970. */
  readonly seconds: number;
}

/** In the place of a position: the end of a closed shard. */
export const END_POSITION = 0x7fff_ffff_ffff_ffffn;

/** In decimal, 56 digits. */
export function sequenceNumberOf({ shardSeconds, shard, position, seconds }: SequenceParts): string {
  return written(shardSeconds, shard, BigInt(position), seconds);
}

/** EndingSequenceNumber of a shard that was closed at a time. */
export function endingSequenceNumberOf({ shardSeconds, shard, seconds }: Omit<SequenceParts, "position">): string {
  return written(shardSeconds, shard, END_POSITION, seconds);
}

function written(shardSeconds: number, shard: number, position: bigint, seconds: number): string {
  const shardHex = hex(shard, 8);
  const digits = [
    "2",
    hex(shardSeconds, 9),
    shardHex.slice(-1),
    hex(position, 16),
    "00",
    hex(seconds, 9),
    shardHex,
    "2",
  ];
  return BigInt(`0x${digits.join("")}`).toString();
}

function hex(number: number | bigint, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}

/** What is read of any sequence number. */
export interface ReadSequence {
  /** The layout: 2 is the one that is made today. */
  readonly version: 0 | 1 | 2;
  readonly shardSeconds: number;
  readonly shard: number;
  /** Only of version 2. */
  readonly position: bigint;
  readonly seconds: number;
  /** As AWS repeats it: the first digit of the oldest layout is always the same. */
  readonly decimal: string;
}

const OLDEST = 1n << 124n;
const NEWEST = 1n << 185n;
/** The first second that a sequence number of the oldest layout cannot have. */
const MAX_OLD_SECONDS = 16_025_175_000;

/** Undefined where a number of decimal digits is no sequence number. */
export function readSequenceNumber(decimal: string): ReadSequence | undefined {
  const given = BigInt(decimal);
  const number = given < OLDEST ? given + OLDEST : given;
  const digits = number.toString(16);
  const isOldest = number < OLDEST << 4n;
  const isNew = number >= NEWEST && number < NEWEST + NEWEST / 2n;
  if (!isOldest && !isNew) return undefined;
  const shardSeconds = Number.parseInt(digits.slice(1, 10), 16);
  if (isOldest) {
    const shard = Number.parseInt(digits.slice(28, 32), 16);
    if (shardSeconds >= MAX_OLD_SECONDS) return undefined;
    const again = BigInt(`0x1${digits.slice(1)}`).toString();
    return { version: 0, shardSeconds, shard, position: 0n, seconds: shardSeconds, decimal: again };
  }
  const version = digits.slice(-1);
  const shard = Number.parseInt(digits.slice(38, 46), 16);
  if (shard > 0x7fff_ffff) return undefined;
  if (version === "1") {
    const seconds = Number.parseInt(digits.slice(13, 22), 16);
    return { version: 1, shardSeconds, shard, position: 0n, seconds, decimal };
  }
  if (version !== "2") return undefined;
  const position = BigInt(`0x${digits.slice(11, 27)}`);
  if (position > END_POSITION) return undefined;
  return { version: 2, shardSeconds, shard, position, seconds: Number.parseInt(digits.slice(29, 38), 16), decimal };
}
