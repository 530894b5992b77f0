/**
 * The one source of chance: a small fast generator (sfc32) whose state is plain data, so that a snapshot keeps it and
 * the same seed gives the same draws everywhere.
 * https://pracrand.sourceforge.net/RNG_engines.txt
 */
export type RandomState = readonly [number, number, number, number];

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A version 4 UUID. */
  uuid(): string;
  state(): RandomState;
  restore(state: RandomState): void;
}

/** Rounds that mix the seed before the first draw. */
const WARM_UP_ROUNDS = 15;

/** `seed`: any finite number; equal seeds give equal sequences. */
export function createRandom(seed: number): Random {
  const low = seed >>> 0;
  const high = Math.floor(seed / 0x1_0000_0000) >>> 0;
  const fraction = Math.floor((seed - Math.floor(seed)) * 0x1_0000_0000) >>> 0;
  let [a, b, c, counter]: [number, number, number, number] = [low, high ^ 0x9e3779b9, fraction ^ 0x243f6a88, 1];

  function draw(): number {
    const sum = (((a + b) >>> 0) + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + ((c << 3) >>> 0)) >>> 0;
    c = ((((c << 21) | (c >>> 11)) >>> 0) + sum) >>> 0;
    return sum;
  }

  for (let round = 0; round < WARM_UP_ROUNDS; round++) draw();
  return {
    next: () => (draw() * 0x20_0000 + (draw() >>> 11)) / 2 ** 53,
    uuid: () => formatUuid(draw(), draw(), draw(), draw()),
    state: () => [a, b, c, counter],
    restore: (state) => {
      [a, b, c, counter] = state;
    },
  };
}

/** Every byte in hexadecimal. */
const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function hexOf(word: number): string {
  return `${HEX[word >>> 24]}${HEX[(word >>> 16) & 0xff]}${HEX[(word >>> 8) & 0xff]}${HEX[word & 0xff]}`;
}

/** Of version 4: four bits say so, and two that it is of the usual variant. */
function formatUuid(first: number, second: number, third: number, fourth: number): string {
  const middle = hexOf(((second & 0xffff_0fff) | 0x4000) >>> 0);
  const variant = hexOf(((third & 0x3fff_ffff) | 0x8000_0000) >>> 0);
  const head = `${hexOf(first)}-${middle.slice(0, 4)}-${middle.slice(4)}-`;
  return `${head}${variant.slice(0, 4)}-${variant.slice(4)}${hexOf(fourth)}`;
}
