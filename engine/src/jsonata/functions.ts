/**
 * The functions that Step Functions adds to JSONata, and those of the package that must not depend on the clock or on
 * chance. `$eval` is refused, as AWS refuses it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn
 */
import jsonata from "jsonata";
import { createRandom, type Random } from "../random.ts";
import { hashHex } from "../text/hash.ts";

/** What the functions may know of the world. */
export interface JsonataWorld {
  /** Virtual now, epoch milliseconds. */
  readonly nowMs: number;
  readonly random: Random;
}

type FunctionMaker = (world: JsonataWorld) => unknown;

const fromMillis = jsonata("$fromMillis($ms, $picture, $zone)");

/** By name without `$`; bound only where an expression mentions them. */
export const FUNCTIONS: ReadonlyMap<string, FunctionMaker> = new Map<string, FunctionMaker>([
  ["eval", () => undefined],
  ["millis", (world) => () => world.nowMs],
  ["now", (world) => (picture?: string, zone?: string) => fromMillis.evaluate({}, { ms: world.nowMs, picture, zone })],
  ["random", (world) => (seed: unknown) => (seed === undefined ? world.random : createRandom(number(seed, 1))).next()],
  ["uuid", (world) => () => world.random.uuid()],
  ["partition", () => partition],
  ["range", () => range],
  ["hash", () => (text: unknown, algorithm: unknown) => (text === undefined ? undefined : hash(text, algorithm))],
  ["parse", () => (text: unknown) => (text === undefined ? undefined : parseJson(string(text, 1)))],
  ["shuffle", (world) => (items: readonly unknown[]) => shuffle(items, world.random)],
]);

function fail(code: string, message: string): never {
  throw { code, message };
}

/** What the package throws where an argument is not what the function takes; it adds the function's name. */
function mismatch(value: unknown, index: number): never {
  throw { code: "T0410", index, value };
}

function number(value: unknown, index: number): number {
  return typeof value === "number" ? value : mismatch(value, index);
}

function string(value: unknown, index: number): string {
  return typeof value === "string" ? value : mismatch(value, index);
}

function partition(items: unknown, size: unknown): unknown {
  if (items === undefined) return undefined;
  const list = Array.isArray(items) ? items : [items];
  const length = Math.trunc(number(size, 2));
  if (length < 1) mismatch(size, 2);
  const chunks: unknown[] = [];
  for (let start = 0; start < list.length; start += length) chunks.push(list.slice(start, start + length));
  return chunks;
}

/** Bounds are truncated towards zero; one item comes back alone, as a JSONata sequence does. */
function range(first: unknown, last: unknown, step: unknown): unknown {
  const [start, end, stride] = [first, last, step].map((value, index) => Math.trunc(number(value, index + 1))) as [
    number,
    number,
    number,
  ];
  if (stride === 0) mismatch(step, 3);
  const count = Math.floor((end - start) / stride) + 1;
  if (count > 1_000)
    fail("D2014", `The size of the sequence allocated by range must not exceed 1000. Attempted to allocate ${count}`);
  const items: number[] = [];
  for (let index = 0; index < count; index++) items.push(start + index * stride);
  return items.length === 1 ? items[0] : items;
}

function hash(text: unknown, algorithm: unknown = "SHA-256"): string {
  return hashHex(string(text, 1), string(algorithm, 2)) ?? fail("D3137", `Unsupported hash algorithm: ${algorithm}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail("D3137", `Cannot parse JSON: ${text}`);
  }
}

function shuffle(items: readonly unknown[], random: Random): unknown[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
  }
  return shuffled;
}
