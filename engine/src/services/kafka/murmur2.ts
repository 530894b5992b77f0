/**
 * The hash by which Kafka's producers choose a partition for a key: MurmurHash2, 32 bits, with Kafka's seed.
 * https://kafka.apache.org/documentation/#producerconfigs_partitioner.class
 */
const SEED = 0x9747b28c;
const FACTOR = 0x5bd1e995;
const SHIFT = 24;

/** A signed 32-bit number, as Java has it. */
export function murmur2(bytes: Uint8Array): number {
  const { length } = bytes;
  let hash = SEED ^ length;
  const whole = length - (length % 4);
  for (let at = 0; at < whole; at += 4) {
    const word =
      byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8) | (byteAt(bytes, at + 2) << 16) | (byteAt(bytes, at + 3) << 24);
    const mixed = Math.imul(word, FACTOR);
    hash = Math.imul(hash, FACTOR) ^ Math.imul(mixed ^ (mixed >>> SHIFT), FACTOR);
  }
  const left = length - whole;
  if (left === 3) hash ^= byteAt(bytes, whole + 2) << 16;
  if (left >= 2) hash ^= byteAt(bytes, whole + 1) << 8;
  if (left >= 1) hash = Math.imul(hash ^ byteAt(bytes, whole), FACTOR);
  hash = Math.imul(hash ^ (hash >>> 13), FACTOR);
  return hash ^ (hash >>> 15);
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
