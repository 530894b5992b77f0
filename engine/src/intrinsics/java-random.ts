/**
 * java.util.Random, which AWS draws from where a machine gives a seed: the same seed gives the same number everywhere.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Random.html
 */
const MULTIPLIER = 0x5deece66dn;
const INCREMENT = 0xbn;
const MASK = (1n << 48n) - 1n;

/** The first `nextDouble()` of a generator with this seed, in [0, 1). */
export function javaRandomDouble(seed: number): number {
  const state = step(scrambled(seed));
  const high = state >> 22n;
  const low = step(state) >> 21n;
  return Number((high << 27n) + low) / 2 ** 53;
}

/** A whole number from `start` up to, not including, `end`. */
export function javaRandomInt(seed: number, start: number, end: number): number {
  return start + Math.floor(javaRandomDouble(seed) * (end - start));
}

function scrambled(seed: number): bigint {
  return (BigInt.asUintN(64, BigInt(Math.trunc(seed))) ^ MULTIPLIER) & MASK;
}

function step(state: bigint): bigint {
  return (state * MULTIPLIER + INCREMENT) & MASK;
}
