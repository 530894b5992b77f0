/** Follows messages through the system, for expectations about their way. */
import { compilePattern } from "../patterns/compile.ts";
import { matchesPattern } from "../patterns/match.ts";
import type { Message } from "../sim/types.ts";
import type { Expectation } from "./types.ts";

/** Our own: so many messages are followed for one expectation; those that come later are like them. */
const MAX_FOLLOWED = 100_000;

type Visits = Extract<Expectation, { readonly kind: "visits" }>;

interface Way {
  readonly beganMs: number;
  /** How many of the nodes it has come to. */
  reached: number;
  endedMs: number | undefined;
}

/** What became of the messages that one expectation is about. */
export interface Followed {
  readonly count: number;
  /** How many came through all nodes, in time. */
  readonly arrived: number;
  /** The slowest of them, milliseconds. */
  readonly slowestMs: number;
  /** Of those that did not: the number of the first, and the node that it came to last. */
  readonly lost: { readonly message: number; readonly last: string | undefined } | undefined;
}

export class Journey {
  readonly #expectation: Visits;
  readonly #matches: (body: string) => boolean;
  /** By the number of the first message of the line; undefined for those that are not meant. */
  readonly #ways = new Map<number, Way | undefined>();

  constructor(expectation: Visits) {
    this.#expectation = expectation;
    const pattern = expectation.message === undefined ? undefined : compilePattern(expectation.message, "eventbridge");
    this.#matches = pattern === undefined ? () => true : (body) => matchesPattern(pattern, body);
  }

  watch(timeMs: number, node: string, message: Message): void {
    const way = this.#wayOf(message);
    const { ids } = this.#expectation;
    if (way === undefined || way.endedMs !== undefined || ids[way.reached] !== node) return;
    way.reached += 1;
    if (way.reached === ids.length) way.endedMs = timeMs;
  }

  #wayOf(message: Message): Way | undefined {
    const { origin, originMs } = message;
    if (this.#ways.has(origin)) return this.#ways.get(origin);
    if (this.#ways.size >= MAX_FOLLOWED) return undefined;
    const way = this.#matches(firstOf(message).body)
      ? { beganMs: originMs, reached: 0, endedMs: undefined }
      : undefined;
    this.#ways.set(origin, way);
    return way;
  }

  result(): Followed {
    const { ids, withinMs = Number.POSITIVE_INFINITY } = this.#expectation;
    let [count, arrived, slowestMs] = [0, 0, 0];
    let lost: Followed["lost"];
    for (const [message, way] of this.#ways) {
      if (way === undefined) continue;
      count += 1;
      const tookMs = (way.endedMs ?? Number.POSITIVE_INFINITY) - way.beganMs;
      if (tookMs <= withinMs && way.endedMs !== undefined) {
        arrived += 1;
        slowestMs = Math.max(slowestMs, tookMs);
      } else lost ??= { message, last: ids[way.reached - 1] };
    }
    return { count, arrived, slowestMs, lost };
  }
}

function firstOf(message: Message): Message {
  let at = message;
  while (at.cause !== undefined) at = at.cause;
  return at;
}
