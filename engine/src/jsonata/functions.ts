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
  ["random", (world) => (seed?: number) => (seed === undefined ? world.random : createRandom(seed)).next()],
  ["uuid", (world) => () => world.random.uuid()],
  ["partition", () => partition],
  ["range", () => range],
  ["hash", () => (text?: string, algorithm?: string) => (text === undefined ? undefined : hash(text, algorithm))],
  ["parse", () => (text?: string) => (text === undefined ? undefined : parseJson(text))],
  ["shuffle", (world) => (items: readonly unknown[]) => shuffle(items, world.random)],
]);

function fail(code: string, message: string): never {
  throw { code, message };
}

function partition(items: unknown, size: unknown): unknown {
  if (items === undefined) return undefined;
  const list = Array.isArray(items) ? items : [items];
  if (typeof size !== "number" || Math.trunc(size) < 1) {
    fail("D3040", "Argument 2 of function partition must be a positive number");
  }
  const chunks: unknown[] = [];
  for (let start = 0; start < list.length; start += Math.trunc(size)) {
    chunks.push(list.slice(start, start + Math.trunc(size)));
  }
  return chunks;
}

/** Bounds are truncated towards zero; one item comes back alone, as a JSONata sequence does. */
function range(first: unknown, last: unknown, step: unknown): unknown {
  if (typeof first !== "number" || typeof last !== "number" || typeof step !== "number") {
    fail("T0410", "Arguments of function range must be numbers");
  }
  const [start, end, stride] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
  if (stride === 0) fail("D3040", "Argument 3 of function range must not be zero");
  const count = Math.floor((end - start) / stride) + 1;
  if (count > 1_000)
    fail("D2014", `The size of the sequence allocated by range must not exceed 1000. Attempted to allocate ${count}`);
  const items: number[] = [];
  for (let index = 0; index < count; index++) items.push(start + index * stride);
  return items.length === 1 ? items[0] : items;
}

function hash(text: string, algorithm: string | undefined): string {
  return hashHex(text, algorithm ?? "SHA-256") ?? fail("D3137", `Unsupported hash algorithm: ${algorithm}`);
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
